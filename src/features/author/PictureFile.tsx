import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import type { PictureRefused } from '#state/author/pictures.ts';
import { Button } from '#ui/Button.tsx';
import { useSteady } from '#ui/steady.ts';
import { useTranslation } from '#ui/words.tsx';

interface PictureFileProps {
  readonly label: string;
  readonly onPicture: (bytes: Uint8Array<ArrayBuffer>, name: string) => void;
  readonly children: ReactNode;
}

/** A picture from the disk: of the kinds that a pack may hold. */
export function PictureFile({ label, onPicture, children }: PictureFileProps) {
  const { t } = useTranslation('author');
  const input = useRef<HTMLInputElement>(null);
  const [isUnread, setUnread] = useState(false);
  // Something may be typed while the file is read: the picture goes into the draft as it stands then.
  const take = useSteady(onPicture);
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    const bytes = file ? await file.arrayBuffer().catch(() => null) : null;
    setUnread(file !== undefined && bytes === null);
    if (file && bytes) take(new Uint8Array(bytes), file.name);
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <Button look="quiet" aria-label={label} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp"
        aria-label={label}
        onChange={(event) => void chosen(event)}
      />
      {isUnread && <p role="alert">{t('filesUnread')}</p>}
    </>
  );
}

/** Why a picture was not taken. */
export function PictureTrouble({ refused }: { readonly refused: PictureRefused | null }) {
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('import');
  if (refused === null) return null;
  const words =
    refused === 'no-place' ? t('pictureNoPlace') : say(refused.code, { ...refused.params });
  return <p role="alert">{words}</p>;
}
