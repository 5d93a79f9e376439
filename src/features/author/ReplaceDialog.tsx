import { useDeferredValue, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { DraftInHand } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';
import { textSearch, type FoundText } from '#state/author/replace.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from './fields.tsx';

interface ReplaceDialogProps {
  readonly draft: DraftInHand;
  readonly onOpen: (file: string) => void;
  readonly onClose: () => void;
}

/** So many files are listed. */
const LISTED = 30;

/** Looks for words in all files of a draft, and puts others in their place, as one step. */
export function ReplaceDialog({ draft, onOpen, onClose }: ReplaceDialogProps) {
  const { t } = useTranslation('author');
  const { refused, replace } = useReplace();
  const [words, setWords] = useState('');
  const [by, setBy] = useState('');
  const [isCaseExact, setCaseExact] = useState(true);
  const { files } = draft.history;
  const wanted = { text: words, isCaseSensitive: isCaseExact };
  // What is found follows when there is time; what is replaced is what stands in the field.
  const hits = textSearch.find(files, { ...wanted, text: useDeferredValue(words) });
  const submit = () => {
    if (replace(wanted, by)) onClose();
  };
  const go = (file: string) => {
    onOpen(file);
    onClose();
  };
  return (
    <Dialog
      title={t('searchReplace')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            blocked={hits.length === 0 ? t('foundNothing') : undefined}
            onClick={submit}
          >
            {t('replaceCount', { count: hits.length })}
          </Button>
        </>
      }
    >
      <div className="author-form">
        <TextField label={t('findWords')} value={words} onChange={setWords} />
        <TextField label={t('replaceBy')} value={by} onChange={setBy} />
        <CaseExact isOn={isCaseExact} onSwitch={setCaseExact} />
        {refused.length > 0 && (
          <p role="alert">{t('replaceRefused', { files: refused.join(', ') })}</p>
        )}
        <Hits hits={hits} isAsked={words !== ''} onOpen={go} />
      </div>
    </Dialog>
  );
}

/** Replaces in what the files are at that moment; the files that would fall apart stay as they were. */
function useReplace() {
  const edit = useEditor((state) => state.edit);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const replace = (wanted: Parameters<typeof textSearch.replace>[1], by: string): boolean => {
    let left: readonly string[] = [];
    edit((files) => {
      const replaced = textSearch.replace(files, wanted, by);
      left = replaced.refused;
      return replaced.files;
    }, 'replaced');
    setRefused(left);
    return left.length === 0;
  };
  return { refused, replace };
}

interface CaseExactProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

function CaseExact({ isOn, onSwitch }: CaseExactProps) {
  const { t } = useTranslation('author');
  return (
    <label className="form-check">
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
      {t('caseExact')}
    </label>
  );
}

interface HitsProps {
  readonly hits: readonly FoundText[];
  readonly isAsked: boolean;
  readonly onOpen: (file: string) => void;
}

function Hits({ hits, isAsked, onOpen }: HitsProps) {
  const { t } = useTranslation('author');
  return (
    <>
      <output>{isAsked && t('foundIn', { count: hits.length })}</output>
      <ul className="import-remarks">
        {hits.slice(0, LISTED).map(({ file, line, column, context }) => (
          <li key={`${file}:${line}:${column}`}>
            <button type="button" className="text-button" onClick={() => onOpen(file)}>
              {file}:{line}
            </button>{' '}
            {context}
          </li>
        ))}
      </ul>
    </>
  );
}
