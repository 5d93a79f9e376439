import { useEffect, useRef } from 'react';
import type { Slug } from '#core/ids.ts';

/** What a key does, by `KeyboardEvent.key`, letters in lower case. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

const TYPED = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const NOT_TYPED = 'input[type="radio"], input[type="checkbox"], input[type="button"]';

/** Whether a key pressed there is meant as text, or for a list's own search. */
const isTyping = (target: Element): boolean => target.matches(TYPED) && !target.matches(NOT_TYPED);

/** Whether Enter acts on the place itself. */
const ownsEnter = (target: Element): boolean =>
  target.closest('a, button, summary, select, input, textarea, [role="menu"]') !== null;

function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  // 229 is what Safari says for the key that ends a composition.
  if (event.isComposing || event.keyCode === 229) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (isTyping(target) || target.closest('dialog, [role="menu"]') !== null) return false;
  return event.key !== 'Enter' || !ownsEnter(target);
}

/**
 * Listens for single keys on the whole document while the component is mounted: never while text is typed or
 * composed, in a dialog or with a modifier. Switched off, Enter alone still acts: it is no character key.
 */
export function useKeys(keys: Keys, on: boolean): void {
  const latest = useRef({ keys, on });
  useEffect(() => {
    latest.current = { keys, on };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = Object.hasOwn(latest.current.keys, name) && latest.current.keys[name];
      if (!act || !isForUs(event) || !(latest.current.on || name === 'Enter')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

const DIGITS = 9;

/** Digits 1 to 9 for what is shown, in the shown order. */
export function useDigits(
  shown: readonly Slug[],
  act: (id: Slug, place: number) => void,
  on: boolean,
): void {
  const keys = shown
    .slice(0, DIGITS)
    .map((id, place): [string, () => void] => [String(place + 1), () => act(id, place)]);
  useKeys(Object.fromEntries(keys), on);
}
