import { useEffect, useRef, useState } from 'react';
import { useEditor } from '#state/author/react.ts';

/** So long nothing is typed until it stands in the draft: in a large pack that is too much work for each letter. */
const PAUSE = 250;

interface Waiting {
  /** What is seen for the first time takes long: it is looked at before, so that a letter can come in between. */
  readonly foresee?: (text: string) => void;
  readonly act: (text: string) => void;
}

/** Counts the changes of the draft that are not letters. */
export const useTurn = (): number =>
  useEditor(({ open }) => (open !== null && 'id' in open ? open.turn : 0));

/** What was given last is done after a pause; at once when it is asked for, and before anything could be lost. */
export function useWaiting(how: Waiting) {
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
      asLetters(() => latest.current.foresee?.(text), 'foreseen');
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
