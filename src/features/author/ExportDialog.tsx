import { useTranslation } from '#ui/words.tsx';
import type { DraftInHand } from '#state/author/editor.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { ExportForm, useExport } from './ExportForm.tsx';

interface ExportDialogProps {
  readonly draft: DraftInHand;
  readonly onClose: () => void;
}

/** A draft as a file. */
export function ExportDialog({ draft, onClose }: ExportDialogProps) {
  const { t } = useTranslation('author');
  const wish = useExport({ files: draft.history.files, title: draft.title });
  const isReady = wish.made !== null;
  const save = () => {
    wish.save();
    onClose();
  };
  return (
    <Dialog
      title={t('export')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={() => (isReady ? save() : void wish.prepare())}>
            {t(isReady ? 'saveFile' : 'prepareExport')}
          </Button>
        </>
      }
    >
      <ExportForm wish={wish} />
    </Dialog>
  );
}
