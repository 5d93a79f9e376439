import { useId, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';
import { FileDrop } from '#ui/FileDrop.tsx';

interface PackSourcesProps {
  readonly onFile: (file: File) => void;
  readonly onAddress: (text: string) => void;
}

/** Where a pack may come from: a file that is chosen or dropped, a link, an address. */
export function PackSources({ onFile, onAddress }: PackSourcesProps) {
  const { t } = useTranslation('share');
  return (
    <>
      <p>{t('body')}</p>
      <FileDrop
        name="add-drop"
        words={t('dropBody')}
        over={t('drop')}
        choose={t('choose')}
        look="primary"
        accept=".json,.mondo,application/json,application/zip"
        onFile={onFile}
      />
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
