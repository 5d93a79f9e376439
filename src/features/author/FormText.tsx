import { useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import { useLost } from '#state/author/react.ts';
import { TextField } from './fields.tsx';
import { useTurn, useWaiting } from './waiting.ts';

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

interface Typed {
  readonly text: string;
  readonly isRefused: boolean;
  /** Of the draft, when it was typed. */
  readonly turn: number;
}

/** A form or page that closes takes its fields along, and not what stands in them alone. */
function useKeeping(refused: RefObject<string | null>, settle: () => void): void {
  const lose = useLost((state) => state.lose);
  useEffect(() => {
    const keep = () => {
      settle();
      if (refused.current !== null) lose(refused.current);
      refused.current = null;
    };
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [refused, lose, settle]);
}

/**
 * A field over a stretch of the source. While it is typed in, what was typed stands in it: the source may know the
 * same without a blank at its end.
 */
export function FormText({ onEdit, value, hint, ...props }: FormTextProps) {
  const { t } = useTranslation('author');
  const [last, setTyped] = useState<Typed | null>(null);
  const turn = useTurn();
  // What was taken back, or is changed from elsewhere, is not what was typed: the source is shown again.
  const typed = last?.turn === turn || last?.isRefused === true ? last : null;
  const refused = useRef<string | null>(null);
  const { wait, settle } = useWaiting({
    foresee: (text) => void onEdit(text),
    act(text) {
      const isRefused = !onEdit(text);
      refused.current = isRefused ? text : null;
      setTyped({ text, isRefused, turn });
    },
  });
  useKeeping(refused, settle);
  const isRefused = typed?.isRefused === true;
  const warning = isRefused ? t('fieldRefused') : hint;
  const leave = ({ target }: FocusEvent) => {
    // A refusal that comes only now was seen by nobody: its letters stay, with the reason.
    const isUnseen = settle();
    // The window was left, not the field: who comes back goes on in it.
    if (target === document.activeElement) return;
    if (isUnseen && refused.current !== null) return;
    refused.current = null;
    setTyped(null);
  };
  return (
    <div onBlur={leave}>
      <TextField
        {...props}
        value={typed?.text ?? value}
        isRefused={isRefused}
        {...(warning === undefined ? {} : { hint: warning })}
        onChange={(text) => {
          setTyped({ text, isRefused: typed?.isRefused ?? false, turn });
          wait(text);
        }}
      />
    </div>
  );
}
