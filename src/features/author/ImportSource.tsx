import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { ChosenFile } from '#state/author/import-types.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { filesOfDrop, filesOfList, pastedFile, type ChosenFiles } from './chosen-files.ts';
import { TextField } from './fields.tsx';

interface ImportSourceProps {
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

/** By drop, file picker, folder picker, or paste. */
export function ImportSource({ onFiles }: ImportSourceProps) {
  const { t } = useTranslation('author');
  const [isOver, setOver] = useState(false);
  const [text, setText] = useState('');
  const [isUnread, setUnread] = useState(false);
  const take = async (coming: Promise<ChosenFiles>) => {
    const files = await coming;
    setUnread(files === null);
    if (files !== null && files.length > 0) onFiles(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(filesOfDrop(event.dataTransfer));
  };
  return (
    <div
      className={isOver ? 'import-source import-over' : 'import-source'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('importDrop')}</p>
      <Pickers onFiles={(files) => void take(files)} />
      {isUnread && <Notice kind="error">{t('filesUnread')}</Notice>}
      <TextField label={t('pasteLabel')} value={text} onChange={setText} rows={3} />
      {text.trim() !== '' && (
        <div className="author-actions">
          <Button onClick={() => onFiles([pastedFile(text)])}>{t('readPasted')}</Button>
        </div>
      )}
    </div>
  );
}

interface PickersProps {
  readonly onFiles: (files: Promise<ChosenFiles>) => void;
}

function Pickers({ onFiles }: PickersProps) {
  const { t } = useTranslation('author');
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chooseFolder = () => {
    if (folder.current === null) return;
    // An attribute that React does not know.
    folder.current.webkitdirectory = true;
    folder.current.click();
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles(filesOfList([...(event.target.files ?? [])]));
    // The same file can be chosen once more after it was mended.
    event.target.value = '';
  };
  const shared = { type: 'file', hidden: true, onChange: chosen } as const;
  return (
    <div className="author-actions">
      <Button onClick={() => file.current?.click()}>{t('chooseFiles')}</Button>
      <Button look="quiet" onClick={chooseFolder}>
        {t('chooseFolder')}
      </Button>
      <input {...shared} ref={file} multiple aria-label={t('chooseFiles')} />
      <input {...shared} ref={folder} aria-label={t('chooseFolder')} />
    </div>
  );
}
