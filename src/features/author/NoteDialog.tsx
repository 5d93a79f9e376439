import { useId, useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Note } from '#state/author/structure.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { TextField } from './fields.tsx';

interface NoteDialogProps {
  readonly onAdd: (note: Note) => void;
  readonly onClose: () => void;
}

/** A note is pasted, its claims are marked, and each becomes a concept. */
export function NoteDialog({ onAdd, onClose }: NoteDialogProps) {
  const { t } = useTranslation('author');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [claims, setClaims] = useState<readonly string[]>([]);
  const blocked = title.trim() === '' || text.trim() === '' ? t('noteNeeds') : undefined;
  return (
    <Dialog
      title={t('newNote')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" blocked={blocked} onClick={() => onAdd({ title, text, claims })}>
            {t('addNote', { count: claims.length })}
          </Button>
        </>
      }
    >
      <div className="author-form">
        <p>{t('noteBody')}</p>
        <TextField label={t('noteTitle')} value={title} onChange={setTitle} />
        <NoteText
          text={text}
          onText={setText}
          onClaim={(claim) => !claims.includes(claim) && setClaims([...claims, claim])}
        />
        <ol className="import-remarks">
          {claims.map((claim) => (
            <li key={claim}>
              {claim}{' '}
              <Button
                look="quiet"
                aria-label={t('removeClaim', { claim })}
                onClick={() => setClaims(claims.filter((other) => other !== claim))}
              >
                <Icon name="cross" />
              </Button>
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

interface NoteTextProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClaim: (claim: string) => void;
}

function NoteText({ text, onText, onClaim }: NoteTextProps) {
  const { t } = useTranslation('author');
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  // A selection outlives the loss of focus, so it is looked at when it is wanted.
  const claim = () => {
    const { current } = area;
    if (current === null) return;
    const marked = current.value.slice(current.selectionStart, current.selectionEnd).trim();
    setEmpty(marked === '');
    if (marked !== '') onClaim(marked.replaceAll(/\s+/g, ' '));
  };
  return (
    <div className="author-field">
      <label htmlFor={id}>{t('noteText')}</label>
      <textarea
        id={id}
        ref={area}
        rows={8}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <Button onClick={claim}>{t('makeClaim')}</Button>
      <output>{isEmpty && t('markFirst')}</output>
    </div>
  );
}
