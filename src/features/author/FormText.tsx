import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import { TextField } from './fields.tsx';

interface FormTextProps {
  readonly label: string;
  readonly value: string;
  /** Makes it stand in the source; false when it has no place there as it is written. */
  readonly onEdit: (value: string) => boolean;
  readonly lang?: Language | undefined;
  readonly rows?: number;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'number' | 'url';
  readonly isReadOnly: boolean;
}

/**
 * A field over a stretch of the source. While it is typed in, what was typed stands in it: the source may know the
 * same without a blank at its end.
 */
export function FormText({ onEdit, value, hint, ...props }: FormTextProps) {
  const { t } = useTranslation('author');
  const [typed, setTyped] = useState<{ readonly text: string; readonly isRefused: boolean } | null>(
    null,
  );
  const warning = typed?.isRefused === true ? t('fieldRefused') : hint;
  return (
    <div onBlur={() => setTyped(null)}>
      <TextField
        {...props}
        value={typed?.text ?? value}
        {...(warning === undefined ? {} : { hint: warning })}
        onChange={(text) => setTyped({ text, isRefused: !onEdit(text) })}
      />
    </div>
  );
}
