import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';

interface HostQuestionProps {
  readonly host: string;
  readonly address: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Nothing is asked of another site before the learner has seen its name and agreed. */
export function HostQuestion({ host, address, onYes, onNo }: HostQuestionProps) {
  const { t } = useTranslation('share');
  return (
    <section className="add-sheet" aria-labelledby="host-title">
      <h2 id="host-title">{t('hostTitle', { host })}</h2>
      <p className="add-breakable">{t('hostBody', { host, address })}</p>
      <div className="place-actions">
        <Button look="primary" onClick={onYes}>
          {t('hostYes', { host })}
        </Button>
        <Button look="quiet" onClick={onNo}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
