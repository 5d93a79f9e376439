import { useId, useState } from 'react';
import type { SaveMark } from '#state/learner.ts';
import { SettingRow } from './SettingRow.tsx';

interface EntryFieldProps {
  readonly label: string;
  readonly hint: string;
  /** What stands behind the field: "minutes". */
  readonly unit?: string;
  /** What is allowed, said when something else was entered. */
  readonly allowed: string;
  readonly type: 'number' | 'time' | 'date';
  readonly value: string;
  /** Takes what was entered, or refuses it with `false`. */
  readonly onEnter: (text: string) => boolean;
  readonly mark: SaveMark;
}

/** A value that is typed. It is taken when the field is left, so that half a number never counts. */
export function EntryField(props: EntryFieldProps) {
  const { label, hint, unit, allowed, type, value, onEnter, mark } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const enter = () => {
    if (draft === null) return;
    const taken = draft === value || onEnter(draft);
    setRefused(!taken);
    if (taken) setDraft(null);
  };
  return (
    <SettingRow hint={hint} hintId={`${id}-hint`} mark={mark}>
      <div className="setting-entry">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type={type === 'number' ? 'text' : type}
          inputMode={type === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          value={draft ?? value}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${id}-hint ${id}-allowed` : `${id}-hint`}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={enter}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter();
          }}
        />
        {unit !== undefined && <span aria-hidden="true">{unit}</span>}
      </div>
      {isRefused && (
        <p className="setting-refused" id={`${id}-allowed`} role="alert">
          {allowed}
        </p>
      )}
    </SettingRow>
  );
}
