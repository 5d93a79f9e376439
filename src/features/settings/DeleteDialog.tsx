import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { BackupFailed } from './BackupFailed.tsx';

interface DeleteDialogProps {
  readonly answers: number;
  readonly onExport: () => Promise<void>;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Two questions, whose buttons stand in different places, with a backup offered before. */
export function DeleteDialog({ answers, onExport, onDelete, onClose }: DeleteDialogProps) {
  const { t } = useTranslation('settings');
  const [isAgreed, setAgreed] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const exportFirst = () =>
    onExport().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const actions = isAgreed ? (
    <>
      <Button onClick={onClose}>{t('deleteKeep')}</Button>
      <Button look="danger" onClick={onDelete}>
        {t('deleteNow')}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={() => void exportFirst()}>{t('deleteExport')}</Button>
      <Button look="danger" onClick={() => setAgreed(true)}>
        {t('deleteGoOn')}
      </Button>
      <Button onClick={onClose}>{t('deleteKeep')}</Button>
    </>
  );
  return (
    <Dialog
      // Opened anew, so that the focus begins at what keeps everything.
      key={String(isAgreed)}
      title={t(isAgreed ? 'deleteSure' : 'deleteTitle')}
      onClose={onClose}
      actions={actions}
    >
      <p>{t('deleteLost', { count: answers })}</p>
      <p>{t('deleteUndo')}</p>
      {hasFailed && <BackupFailed />}
    </Dialog>
  );
}
