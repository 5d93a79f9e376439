import { useId, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { SaveMark } from '#state/learner.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';

interface OwnNoteProps {
  /** As it is kept; empty if there is none. */
  readonly text: string;
  /** `null` takes it away. */
  readonly onSave: (text: string | null) => void;
  /** How safe the last write is. */
  readonly mark: SaveMark;
}

const savedWords = {
  none: undefined,
  saving: 'noteSaving',
  both: 'noteSaved',
  twin: 'noteSaved',
  local: 'noteSaved',
  memory: 'noteNotSaved',
} as const satisfies Readonly<Record<SaveMark, string | undefined>>;

const LONGEST = 5000;

/** A note of one's own. It is kept when the field is left, so that nothing has to be pressed. */
export function OwnNote({ text, onSave, mark }: OwnNoteProps) {
  const { t } = useTranslation('packs');
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [wasSaved, setWasSaved] = useState(false);
  const isChanged = draft !== null && draft.trim() !== text;
  const save = () => {
    if (isChanged) {
      const written = draft.trim();
      onSave(written === '' ? null : written);
      setWasSaved(true);
    }
    setDraft(null);
  };
  const word = wasSaved && !isChanged ? savedWords[mark] : undefined;
  return (
    <form
      className="own-note"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>
        <label htmlFor={id}>{t('ownNote')}</label>
      </h2>
      <textarea
        id={id}
        rows={3}
        maxLength={LONGEST}
        placeholder={t('ownNoteHint')}
        value={draft ?? text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
      />
      <div className="place-actions">
        <Button type="submit">{t('saveNote')}</Button>
        <output>
          {word !== undefined && (
            <>
              <Icon name={word === 'noteNotSaved' ? 'warn' : 'saved'} /> {t(word)}
            </>
          )}
        </output>
      </div>
    </form>
  );
}
