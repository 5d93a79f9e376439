import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';

interface PackSourcesProps {
  readonly onFile: (file: File) => void;
  readonly onAddress: (text: string) => void;
}

/** Where a pack may come from: a file that is chosen or dropped, a link, an address. */
export function PackSources({ onFile, onAddress }: PackSourcesProps) {
  const { t } = useTranslation('share');
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <>
      <p>{t('body')}</p>
      <div
        className={isOver ? 'add-drop add-drop-over' : 'add-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{isOver ? t('drop') : t('dropBody')}</p>
        <Button look="primary" onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,.mondo,application/json,application/zip"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file can be chosen once more after it was mended.
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
      <AddressField onAddress={onAddress} />
    </>
  );
}

function AddressField({ onAddress }: Pick<PackSourcesProps, 'onAddress'>) {
  const { t } = useTranslation('share');
  const [text, setText] = useState('');
  const id = useId();
  return (
    <form
      className="add-address"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onAddress(text.trim());
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('address')}</label>
        <input
          id={id}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button type="submit">{t('look')}</Button>
      <p className="place-caption" id={`${id}-hint`}>
        {t('addressHint')}
      </p>
    </form>
  );
}
