import { useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';

interface DeletePartProps {
  readonly answers: number;
  readonly onExport: () => Promise<void>;
  readonly onDelete: () => Promise<void>;
  /** Everything was deleted since Mondo was started. */
  readonly isDeleted: boolean;
  readonly onUndo: () => Promise<void>;
}

/** Deletes everything, and brings it back until the next start. */
export function DeletePart(props: DeletePartProps) {
  const { answers, onExport, onDelete, isDeleted, onUndo } = props;
  const { t } = useTranslation('settings');
  const [isOpen, setOpen] = useState(false);
  const [isBack, setBack] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => setOpen(false);
  const [hasFailed, setFailed] = useState(false);
  const undo = async () => {
    const isDone = await onUndo().then(
      () => true,
      () => false,
    );
    setFailed(!isDone);
    setBack(isDone);
    // The button that was pressed is gone: listeners and keys go on from here.
    if (isDone) heading.current?.focus();
  };
  const remove = async () => {
    // Where it cannot be shown at once it is deleted all the same, as the notice says.
    await onDelete().catch(() => undefined);
    setBack(false);
    close();
  };
  return (
    <div className="data-part">
      <h3 ref={heading} tabIndex={-1}>
        {t('delete')}
      </h3>
      <p>{t('deleteBody')}</p>
      {isDeleted && (
        <Notice
          kind="warn"
          title={t('deletedTitle')}
          action={<Button onClick={() => void undo()}>{t('undoDelete')}</Button>}
        >
          {t('deletedBody')}
        </Notice>
      )}
      {hasFailed && <Notice kind="error">{t('notBroughtBack')}</Notice>}
      <output>{isBack && t('broughtBack')}</output>
      <div>
        <Button look="danger" onClick={() => setOpen(true)}>
          {t('deleteOpen')}
        </Button>
      </div>
      {isOpen && (
        <DeleteDialog {...{ answers, onExport }} onClose={close} onDelete={() => void remove()} />
      )}
    </div>
  );
}
