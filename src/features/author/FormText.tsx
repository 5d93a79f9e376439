import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import { useEditor, useLost } from '#state/author/react.ts';
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

interface Typed {
  readonly text: string;
  readonly isRefused: boolean;
  /** Of the draft, when it was typed. */
  readonly turn: number;
}

/** So long nothing is typed until it stands in the source: in a large pack that is too much work for each letter. */
const PAUSE = 250;

/**
 * A field over a stretch of the source. While it is typed in, what was typed stands in it: the source may know the
 * same without a blank at its end.
 */
export function FormText({ onEdit, value, hint, ...props }: FormTextProps) {
  const { t } = useTranslation('author');
  const [last, setTyped] = useState<Typed | null>(null);
  const turn = useEditor(({ open }) => (open !== null && 'id' in open ? open.turn : 0));
  // What was taken back, or is changed from elsewhere, is not what was typed: the source is shown again.
  const typed = last?.turn === turn || last?.isRefused === true ? last : null;
  const lose = useLost((state) => state.lose);
  const refused = useRef<string | null>(null);
  const { wait, settle } = useWaiting({
    foresee: (text) => void onEdit(text),
    act(text) {
      const isRefused = !onEdit(text);
      refused.current = isRefused ? text : null;
      setTyped({ text, isRefused, turn });
    },
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
          setTyped({ text, isRefused: typed?.isRefused ?? false, turn });
          wait(text);
        }}
      />
    </div>
  );
}

interface Waiting {
  /** What is seen for the first time takes long: it is looked at before, so that a letter can come in between. */
  readonly foresee: (text: string) => void;
  readonly act: (text: string) => void;
}

/** What was given last is done after a pause; at once when it is asked for, and before anything could be lost. */
function useWaiting(how: Waiting) {
  const asLetters = useEditor((state) => state.asLetters);
  const latest = useRef(how);
  const waiting = useRef<{ readonly text: string; readonly timer: number } | null>(null);
  useEffect(() => {
    latest.current = how;
  });
  const [[wait, settle]] = useState(() => {
    const settleNow = (): boolean => {
      if (waiting.current === null) return false;
      const { text, timer } = waiting.current;
      clearTimeout(timer);
      waiting.current = null;
      asLetters(() => latest.current.act(text), 'made');
      return true;
    };
    const prepare = (): void => {
      if (waiting.current === null) return;
      const { text } = waiting.current;
      asLetters(() => latest.current.foresee(text), 'foreseen');
      waiting.current = { text, timer: window.setTimeout(settleNow) };
    };
    const begin = (text: string): void => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { text, timer: window.setTimeout(prepare, PAUSE) };
    };
    return [begin, settleNow] as const;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (settle()) event.preventDefault();
    };
    for (const event of BEFORE) document.addEventListener(event, settle, { capture: true });
    addEventListener('beforeunload', ask, { capture: true });
    return () => {
      settle();
      for (const event of BEFORE) document.removeEventListener(event, settle, { capture: true });
      removeEventListener('beforeunload', ask, { capture: true });
    };
  }, [settle]);
  return { wait, settle };
}

/**
 * Before the draft is written because the page goes out of sight; and before a button does something to it: on a screen
 * that is touched, the field that was written in keeps the focus.
 */
const BEFORE = ['visibilitychange', 'click'] as const;
