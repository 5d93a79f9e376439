import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import type { OpenDraft } from '#state/author/editor.ts';
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
  readonly draft: OpenDraft;
  readonly onOpen: (file: string) => void;
}

/** Where one is, what is saved, and what was done last. */
export function DeskHead({ draft, onOpen }: DeskHeadProps) {
  const { t } = useTranslation('author');
  const [isSearching, setSearching] = useState(false);
  const [isBulk, setBulk] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const { history, saved, isElsewhere } = draft;
  const elsewhere = isElsewhere ? t('elsewhereBlocked') : undefined;
  return (
    <header className="desk-head">
      <div className="desk-title">
        <Link to="/author" aria-label={t('toAuthor')}>
          {t('title')}
        </Link>
        <h1>{draft.title || t('untitled')}</h1>
      </div>
      <SavedWord saved={saved} />
      <div className="desk-acts">
        <Link className={buttonClass()} to={`/author/${draft.id}/try`}>
          {t('tryIt')}
        </Link>
        <Button look="quiet" blocked={elsewhere} onClick={() => setSearching(true)}>
          {t('searchReplace')}
        </Button>
        <Button look="quiet" blocked={elsewhere} onClick={() => setBulk(true)}>
          {t('bulk')}
        </Button>
        <Button onClick={() => setExporting(true)}>{t('export')}</Button>
        <BackAndForth history={history} elsewhere={elsewhere} />
      </div>
      {isSearching && (
        <ReplaceDialog draft={draft} onOpen={onOpen} onClose={() => setSearching(false)} />
      )}
      {isBulk && <BulkDialog draft={draft} onClose={() => setBulk(false)} />}
      {isExporting && <ExportDialog draft={draft} onClose={() => setExporting(false)} />}
      <LostNotice />
      {isElsewhere && (
        <Notice kind="warn" title={t('elsewhereTitle')}>
          {t('elsewhereBody')}
        </Notice>
      )}
    </header>
  );
}

interface BackAndForthProps extends Pick<OpenDraft, 'history'> {
  /** Why nothing can be done. */
  readonly elsewhere: string | undefined;
}

/** Each says what it would take back, or do again. */
function BackAndForth({ history, elsewhere }: BackAndForthProps) {
  const { t } = useTranslation('author');
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  const last = history.steps[history.done - 1];
  const next = history.steps[history.done];
  return (
    <>
      <Button
        look="quiet"
        blocked={elsewhere ?? (last ? undefined : t('nothingToUndo'))}
        aria-label={last ? t('undoStep', { step: t(`step-${last.name}`) }) : t('undo')}
        onClick={undo}
      >
        <Icon name="undo" />
        {t('undo')}
      </Button>
      <Button
        look="quiet"
        blocked={elsewhere ?? (next ? undefined : t('nothingToRedo'))}
        aria-label={next ? t('redoStep', { step: t(`step-${next.name}`) }) : t('redo')}
        onClick={redo}
      >
        {t('redo')}
      </Button>
    </>
  );
}
