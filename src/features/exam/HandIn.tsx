import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import { useSitting } from '#state/exam/react.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { countsOf, progressOf } from './progress.ts';

interface HandInProps {
  readonly attempt: Attempt;
  readonly onClose: () => void;
}

/** Handing in cannot be taken back, so it is asked once, with what is still open. */
export function HandIn({ attempt, onClose }: HandInProps) {
  const { t } = useTranslation('exam');
  const unfinished = useSitting((state) => state.unfinished);
  const handIn = useSitting((state) => state.handIn);
  const go = useSitting((state) => state.go);
  const progress = progressOf(attempt, unfinished);
  const { open, flagged } = countsOf(progress);
  const goTo = (one: (typeof progress)[number] | undefined) => () => {
    onClose();
    if (one !== undefined) go(one.place);
  };
  return (
    <Dialog
      title={t('confirmTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('notYet')}</Button>
          <Button look="primary" onClick={handIn}>
            {t('handIn')}
          </Button>
        </>
      }
    >
      <p>{t('confirmBody')}</p>
      <ul className="exam-confirm">
        {open > 0 && (
          <li>
            <Button look="quiet" onClick={goTo(progress.find(({ state }) => state !== 'answered'))}>
              {t('openCount', { count: open })}
            </Button>
          </li>
        )}
        {flagged > 0 && (
          <li>
            <Button look="quiet" onClick={goTo(progress.find((one) => one.flagged))}>
              {t('flaggedCount', { count: flagged })}
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
