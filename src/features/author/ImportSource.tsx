import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#state/author/import-types.ts';
import { Button } from '#ui/Button.tsx';
import { filesOfDrop, filesOfList, pastedFile } from './chosen-files.ts';
import { TextField } from './fields.tsx';

interface ImportSourceProps {
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

/** By drop, file picker, folder picker, or paste. */
export function ImportSource({ onFiles }: ImportSourceProps) {
  const { t } = useTranslation('author');
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [text, setText] = useState('');
  const take = async (coming: Promise<readonly ChosenFile[]>) => {
    const files = await coming;
    if (files.length > 0) onFiles(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(filesOfDrop(event.dataTransfer));
  };
  const chooseFolder = () => {
    if (folder.current === null) return;
    // An attribute that React does not know.
    folder.current.webkitdirectory = true;
    folder.current.click();
  };
  const chosen = (input: HTMLInputElement) => {
    const coming = filesOfList(input.files ?? []);
    // The same file can be chosen once more after it was mended.
    void take(coming).finally(() => (input.value = ''));
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
      <div className="author-actions">
        <Button onClick={() => file.current?.click()}>{t('chooseFiles')}</Button>
        <Button look="quiet" onClick={chooseFolder}>
          {t('chooseFolder')}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        aria-label={t('chooseFiles')}
        onChange={(event) => chosen(event.target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={t('chooseFolder')}
        onChange={(event) => chosen(event.target)}
      />
      <TextField label={t('pasteLabel')} value={text} onChange={setText} rows={3} />
      {text.trim() !== '' && (
        <div className="author-actions">
          <Button onClick={() => onFiles([pastedFile(text)])}>{t('readPasted')}</Button>
        </div>
      )}
    </div>
  );
}
