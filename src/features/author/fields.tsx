import { useId, type ReactNode } from 'react';
import type { Language } from '#core/language.ts';

interface TextFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** It cannot stand as it is, which the hint says: at once to those who listen. */
  readonly isRefused?: boolean;
  readonly lang?: Language | undefined;
  /** More than one line. */
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'number' | 'url';
  readonly isReadOnly?: boolean;
}

/** One text with its label above. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, lang, rows, type = 'text', isReadOnly = false } = props;
  const isRefused = props.isRefused === true || undefined;
  const id = useId();
  const shared = {
    id,
    value,
    lang,
    readOnly: isReadOnly,
    'aria-invalid': isRefused,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  };
  return (
    <div className="author-field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint !== undefined && (
        <span className="author-caption" id={`${id}-hint`} role={isRefused && 'alert'}>
          {hint}
        </span>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: ReactNode;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly isReadOnly?: boolean;
}

/** One of some, in a list that opens. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, choices, onChange, isReadOnly = false } = props;
  const id = useId();
  return (
    <div className="author-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isReadOnly}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
