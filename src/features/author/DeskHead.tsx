import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenDraft } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Notice } from '#ui/Notice.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { SavedWord } from './SavedWord.tsx';

/** Where one is, what is saved, and what was done last. */
export function DeskHead({ draft }: { readonly draft: OpenDraft }) {
  const { t } = useTranslation('author');
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  const [isExporting, setExporting] = useState(false);
  const { history, saved, isElsewhere } = draft;
  const last = history.steps[history.done - 1];
  const next = history.steps[history.done];
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
        <Button onClick={() => setExporting(true)}>{t('export')}</Button>
        <Button
          look="quiet"
          blocked={last ? undefined : t('nothingToUndo')}
          aria-label={last ? t('undoStep', { step: t(`step-${last.name}`) }) : t('undo')}
          onClick={undo}
        >
          <Icon name="undo" />
          {t('undo')}
        </Button>
        <Button
          look="quiet"
          blocked={next ? undefined : t('nothingToRedo')}
          aria-label={next ? t('redoStep', { step: t(`step-${next.name}`) }) : t('redo')}
          onClick={redo}
        >
          {t('redo')}
        </Button>
      </div>
      {isExporting && <ExportDialog draft={draft} onClose={() => setExporting(false)} />}
      {isElsewhere && (
        <Notice kind="warn" title={t('elsewhereTitle')}>
          {t('elsewhereBody')}
        </Notice>
      )}
    </header>
  );
}
