import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { isSlug } from '#core/ids.ts';
import type { PartRef } from '#state/author/structure.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from './fields.tsx';

interface RenameDialogProps {
  readonly part: PartRef;
  readonly taken: readonly string[];
  readonly onRename: (id: string) => void;
  readonly onClose: () => void;
}

/** Another id for a concept or scenario; the file keeps the old one, so that no progress is lost. */
export function RenameDialog({ part, taken, onRename, onClose }: RenameDialogProps) {
  const { t } = useTranslation('author');
  const form = useId();
  const former = part.scenario ?? part.concept;
  const [id, setId] = useState(former);
  const blocked = !isSlug(id)
    ? t('badId')
    : id !== former && taken.includes(id)
      ? t('takenId')
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blocked === undefined) onRename(id);
  };
  return (
    <Dialog
      title={t('renameTitle', { id: former })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} blocked={blocked}>
            {t('rename')}
          </Button>
        </>
      }
    >
      <form id={form} className="author-form" onSubmit={submit}>
        <p>{t('renameBody')}</p>
        <TextField label={t('newId')} value={id} onChange={setId} hint={blocked} />
      </form>
    </Dialog>
  );
}
