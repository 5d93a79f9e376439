import { useState } from 'react';
import {
  pictureRooms,
  withPicture,
  type PictureRefused,
  type PictureRoom,
} from '#state/author/pictures.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { useTranslation } from '#ui/words.tsx';
import { Choice, TextField } from './fields.tsx';
import { PictureFile, PictureTrouble } from './PictureFile.tsx';
import type { PicturesFormProps } from './PicturesForm.tsx';

const keyOf = ({ text, language }: PictureRoom): string => `${text} ${language}`;

interface AddPictureDialogProps extends PicturesFormProps {
  readonly onClose: () => void;
}

/** What is to be added, and what came of it. */
function useAdding({ file, languages, onEdit, onClose }: AddPictureDialogProps) {
  const rooms = pictureRooms(file, languages);
  const [chosen, setChosen] = useState<{ bytes: Uint8Array<ArrayBuffer>; name: string }>();
  const [alt, setAlt] = useState('');
  const [where, setWhere] = useState(rooms[0] ? keyOf(rooms[0]) : '');
  const [refused, setRefused] = useState<PictureRefused | null>(null);
  const add = () => {
    const room = rooms.find((one) => keyOf(one) === where);
    if (!chosen || !room) return;
    const isAdded = onEdit((files) => {
      const next = withPicture(files, file, languages, { ...chosen, alt, room });
      setRefused(next.ok ? null : next.error);
      return next.ok ? next.value : null;
    });
    if (isAdded) onClose();
  };
  return { rooms, chosen, setChosen, alt, setAlt, where, setWhere, refused, add };
}

/** A picture with the words that stand for it, and the text at whose end it goes. */
export function AddPictureDialog(props: AddPictureDialogProps) {
  const { onClose } = props;
  const { t } = useTranslation('author');
  const adding = useAdding(props);
  const { rooms, chosen, alt, where } = adding;
  const blocked = chosen === undefined || alt.trim() === '' ? t('pictureNeeds') : undefined;
  return (
    <Dialog
      title={t('addPicture')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" blocked={blocked} onClick={adding.add}>
            {t('add')}
          </Button>
        </>
      }
    >
      <div className="author-form">
        <p>{t('pictureBody')}</p>
        <div className="author-actions">
          <PictureFile
            label={t('choosePicture')}
            onPicture={(bytes, name) => adding.setChosen({ bytes, name })}
          >
            {t('choosePicture')}
          </PictureFile>
          <output>{chosen?.name}</output>
        </div>
        <TextField label={t('altText')} value={alt} onChange={adding.setAlt} hint={t('altHint')} />
        <Choice
          label={t('pictureWhere')}
          value={where}
          choices={rooms.map((room) => ({
            value: keyOf(room),
            label: t(`room-${room.text}`, { language: languageName(room.language) }),
          }))}
          onChange={adding.setWhere}
        />
        <PictureTrouble refused={adding.refused} />
      </div>
    </Dialog>
  );
}
