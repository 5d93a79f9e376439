import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import { TextField } from './fields.tsx';
import { useLose } from './LostWords.tsx';

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

/** So long nothing is typed until it stands in the source: in a large pack that is too much work for each letter. */
const PAUSE = 250;

/**
 * A field over a stretch of the source. While it is typed in, what was typed stands in it: the source may know the
 * same without a blank at its end.
 */
export function FormText({ onEdit, value, hint, ...props }: FormTextProps) {
  const { t } = useTranslation('author');
  const [typed, setTyped] = useState<{ readonly text: string; readonly isRefused: boolean } | null>(
    null,
  );
  const lose = useLose();
  const refused = useRef<string | null>(null);
  const { wait, settle } = useWaiting((text: string) => {
    const isRefused = !onEdit(text);
    refused.current = isRefused ? text : null;
    setTyped({ text, isRefused });
  });
  // After what was waiting is settled: a form that closes takes its fields along, and not what stands in them alone.
  useEffect(
    () => () => {
      if (refused.current !== null) lose(refused.current);
    },
    [lose],
  );
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
          setTyped({ text, isRefused: typed?.isRefused ?? false });
          wait(text);
        }}
      />
    </div>
  );
}

/** What was given last is done after a pause; at once when it is asked for, and before anything could be lost. */
function useWaiting(act: (text: string) => void) {
  const latest = useRef(act);
  const waiting = useRef<{ readonly text: string; readonly timer: number } | null>(null);
  useEffect(() => {
    latest.current = act;
  });
  const [[wait, settle]] = useState(() => {
    const settleNow = (): boolean => {
      if (waiting.current === null) return false;
      const { text, timer } = waiting.current;
      clearTimeout(timer);
      waiting.current = null;
      latest.current(text);
      return true;
    };
    const begin = (text: string): void => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { text, timer: window.setTimeout(settleNow, PAUSE) };
    };
    return [begin, settleNow] as const;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (settle()) event.preventDefault();
    };
    // Before the draft is written because the page goes out of sight.
    document.addEventListener('visibilitychange', settle, { capture: true });
    addEventListener('beforeunload', ask, { capture: true });
    return () => {
      settle();
      document.removeEventListener('visibilitychange', settle, { capture: true });
      removeEventListener('beforeunload', ask, { capture: true });
    };
  }, [settle]);
  return { wait, settle };
}
