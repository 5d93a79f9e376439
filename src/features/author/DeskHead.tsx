import { memo, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { StepName } from '#core/author/history.ts';
import type { DraftInHand } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { LostNotice } from './LostNotice.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import { SavedWord } from './SavedWord.tsx';

interface DeskHeadProps {
  readonly draft: DraftInHand;
  readonly onOpen: (file: string) => void;
}

/** Where one is, what is saved, and what was done last. */
export function DeskHead({ draft, onOpen }: DeskHeadProps) {
  const { t } = useTranslation('author');
  const [asked, ask] = useState<Asked | null>(null);
  const { id, title, history, isElsewhere } = draft;
  const elsewhere = isElsewhere ? t('elsewhereBlocked') : undefined;
  const onClose = () => ask(null);
  return (
    <header className="desk-head">
      <DeskTitle title={title} />
      <SavedWord />
      <div className="desk-acts">
        <DeskActs id={id} elsewhere={elsewhere} onAsk={ask} />
        <BackAndForth
          last={history.steps[history.done - 1]?.name}
          next={history.steps[history.done]?.name}
          elsewhere={elsewhere}
        />
      </div>
      {asked === 'replace' && <ReplaceDialog draft={draft} onOpen={onOpen} onClose={onClose} />}
      {asked === 'bulk' && <BulkDialog draft={draft} onClose={onClose} />}
      {asked === 'export' && <ExportDialog draft={draft} onClose={onClose} />}
      <LostNotice />
      {isElsewhere && (
        <Notice kind="warn" title={t('elsewhereTitle')}>
          {t('elsewhereBody')}
        </Notice>
      )}
    </header>
  );
}

const DeskTitle = memo(function DeskTitle({ title }: Pick<DraftInHand, 'title'>) {
  const { t } = useTranslation('author');
  return (
    <div className="desk-title">
      <Link to="/author" aria-label={t('toAuthor')}>
        {t('title')}
      </Link>
      <h1>{title || t('untitled')}</h1>
    </div>
  );
});

/** What a dialog asks about. */
type Asked = 'replace' | 'bulk' | 'export';

interface DeskActsProps extends Pick<DraftInHand, 'id'> {
  /** Why nothing can be changed. */
  readonly elsewhere: string | undefined;
  readonly onAsk: (asked: Asked) => void;
}

const DeskActs = memo(function DeskActs({ id, elsewhere, onAsk }: DeskActsProps) {
  const { t } = useTranslation('author');
  return (
    <>
      <Link className={buttonClass()} to={`/author/${id}/try`}>
        {t('tryIt')}
      </Link>
      <Button look="quiet" blocked={elsewhere} onClick={() => onAsk('replace')}>
        {t('searchReplace')}
      </Button>
      <Button look="quiet" blocked={elsewhere} onClick={() => onAsk('bulk')}>
        {t('bulk')}
      </Button>
      <Button onClick={() => onAsk('export')}>{t('export')}</Button>
    </>
  );
});

interface BackAndForthProps extends Pick<DeskActsProps, 'elsewhere'> {
  readonly last: StepName | undefined;
  readonly next: StepName | undefined;
}

/** Each says what it would take back, or do again. */
const BackAndForth = memo(function BackAndForth({ last, next, elsewhere }: BackAndForthProps) {
  const { t } = useTranslation('author');
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  return (
    <>
      <Button
        look="quiet"
        blocked={elsewhere ?? (last ? undefined : t('nothingToUndo'))}
        aria-label={last ? t('undoStep', { step: t(`step-${last}`) }) : t('undo')}
        onClick={undo}
      >
        <Icon name="undo" />
        {t('undo')}
      </Button>
      <Button
        look="quiet"
        blocked={elsewhere ?? (next ? undefined : t('nothingToRedo'))}
        aria-label={next ? t('redoStep', { step: t(`step-${next}`) }) : t('redo')}
        onClick={redo}
      >
        {t('redo')}
      </Button>
    </>
  );
});
