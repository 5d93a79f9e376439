import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from '#state/author/editor.ts';
import { useEditor } from '#state/author/react.ts';
import { found, replaced } from '#state/author/replace.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from './fields.tsx';

interface ReplaceDialogProps {
  readonly draft: OpenDraft;
  readonly onOpen: (file: string) => void;
  readonly onClose: () => void;
}

/** So many files are listed. */
const LISTED = 30;

/** Looks for words in all files of a draft, and puts others in their place, as one step. */
export function ReplaceDialog({ draft, onOpen, onClose }: ReplaceDialogProps) {
  const { t } = useTranslation('author');
  const change = useEditor((state) => state.change);
  const [words, setWords] = useState('');
  const [by, setBy] = useState('');
  const [isCaseExact, setCaseExact] = useState(true);
  const { files } = draft.history;
  const search = { words, isCaseExact };
  const hits = found(files, search);
  const count = hits.reduce((sum, hit) => sum + hit.count, 0);
  const replace = () => {
    change(replaced(files, search, by), 'replaced');
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
            blocked={count === 0 ? t('foundNothing') : undefined}
            onClick={replace}
          >
            {t('replaceCount', { count })}
          </Button>
        </>
      }
    >
      <div className="author-form">
        <TextField label={t('findWords')} value={words} onChange={setWords} />
        <TextField label={t('replaceBy')} value={by} onChange={setBy} />
        <CaseExact isOn={isCaseExact} onSwitch={setCaseExact} />
        <Hits
          hits={hits}
          isAsked={words !== ''}
          onOpen={(file) => {
            onOpen(file);
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
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
  readonly hits: ReturnType<typeof found>;
  readonly isAsked: boolean;
  readonly onOpen: (file: string) => void;
}

function Hits({ hits, isAsked, onOpen }: HitsProps) {
  const { t } = useTranslation('author');
  return (
    <>
      <output>{isAsked && t('foundIn', { count: hits.length })}</output>
      <ul className="import-remarks">
        {hits.slice(0, LISTED).map(({ file, count }) => (
          <li key={file}>
            <button type="button" className="text-button" onClick={() => onOpen(file)}>
              {file} ({count})
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
