import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Choice } from './fields.tsx';

interface MoveDialogProps {
  /** Ids of the other concepts. */
  readonly concepts: readonly string[];
  readonly onMove: (concept: string) => void;
  readonly onClose: () => void;
}

/** A scenario under another concept: there it is a new one. */
export function MoveDialog({ concepts, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation('author');
  const [target, setTarget] = useState(concepts[0] ?? '');
  return (
    <Dialog
      title={t('moveTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            blocked={target === '' ? t('noOtherConcept') : undefined}
            onClick={() => onMove(target)}
          >
            {t('move')}
          </Button>
        </>
      }
    >
      <div className="author-form">
        <p>{t('moveBody')}</p>
        {concepts.length > 0 && (
          <Choice
            label={t('moveTo')}
            value={target}
            choices={concepts.map((id) => ({ value: id, label: id }))}
            onChange={setTarget}
          />
        )}
      </div>
    </Dialog>
  );
}
