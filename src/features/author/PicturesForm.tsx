import { useState } from 'react';
import type { DraftFiles } from '#core/author/history.ts';
import type { Language } from '#core/language.ts';
import type { FilesEdit } from '#state/author/editor.ts';
import {
  picturesIn,
  withAlt,
  withoutPicture,
  withReplaced,
  type PictureRefused,
} from '#state/author/pictures.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import type { MediaUrl } from '#ui/RichText.tsx';
import { useTranslation } from '#ui/words.tsx';
import { AddPictureDialog } from './AddPictureDialog.tsx';
import { FormText } from './FormText.tsx';
import { PictureFile, PictureTrouble } from './PictureFile.tsx';

export interface PicturesFormProps {
  readonly files: DraftFiles;
  readonly file: string;
  readonly languages: readonly Language[];
  readonly isReadOnly: boolean;
  readonly mediaUrl: MediaUrl;
  readonly onEdit: (make: FilesEdit) => boolean;
}

/** The pictures of a file, each with its words; more can be added. */
export function PicturesForm(props: PicturesFormProps) {
  const { files, file, isReadOnly } = props;
  const { t } = useTranslation('author');
  const [isAdding, setAdding] = useState(false);
  return (
    <fieldset className="form-group">
      <legend>{t('pictures')}</legend>
      {picturesIn(files, file).map(({ name, alt }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same picture may be shown twice
        <PictureForm key={`${place}:${name}`} {...props} name={name} alt={alt} place={place} />
      ))}
      {!isReadOnly && (
        <Button look="quiet" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t('addPicture')}
        </Button>
      )}
      {isAdding && <AddPictureDialog {...props} onClose={() => setAdding(false)} />}
    </fieldset>
  );
}

interface PictureFormProps extends PicturesFormProps {
  readonly name: string;
  readonly alt: string;
  /** From 0. */
  readonly place: number;
}

function PictureForm(props: PictureFormProps) {
  const { file, name, alt, place, isReadOnly, mediaUrl, onEdit } = props;
  const { t } = useTranslation('author');
  const [refused, setRefused] = useState<PictureRefused | null>(null);
  const replace = (bytes: Uint8Array<ArrayBuffer>, called: string) => {
    onEdit((files) => {
      const next = withReplaced(files, file, name, { name: called, bytes });
      setRefused(next.ok ? null : next.error);
      return next.ok ? next.value : null;
    });
  };
  return (
    <div className="form-picture">
      <img src={mediaUrl(name)} alt="" />
      <div className="form-part">
        <FormText
          label={t('pictureAlt', { name })}
          value={alt}
          isReadOnly={isReadOnly}
          onEdit={(text) => onEdit((files) => withAlt(files, file, place, text))}
        />
        {!isReadOnly && (
          <div className="author-actions">
            <PictureFile label={t('replacePicture', { name })} onPicture={replace}>
              {t('replacePictureShort')}
            </PictureFile>
            <Button
              look="quiet"
              aria-label={t('removePicture', { name })}
              onClick={() => onEdit((files) => withoutPicture(files, file, place))}
            >
              {t('removePictureShort')}
            </Button>
          </div>
        )}
        <PictureTrouble refused={refused} />
      </div>
    </div>
  );
}
