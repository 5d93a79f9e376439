import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeyValue } from '#storage/key-value.ts';
import { stored } from '#storage/stored.ts';

export interface LostState {
  /** What was typed into a field that has closed, and could not stand in the source. */
  readonly words: readonly string[];
  readonly lose: (words: string) => void;
  /** They are not needed any longer. */
  readonly close: () => void;
}

export type LostStore = StoreApi<LostState>;

/** So much is kept beyond the page, the latest first. */
const MOST = 50;
const MOST_LETTERS = 50_000;

function bounded(words: readonly string[]): readonly string[] {
  let letters = 0;
  const latest = words.slice(-MOST).toReversed();
  const end = latest.findIndex((one) => (letters += one.length) > MOST_LETTERS);
  return (end < 0 ? latest : latest.slice(0, end)).toReversed();
}

/** Each as often less as it is among the others. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...words];
  for (const one of others) {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/**
 * Words that no draft holds: shown until they are put away, also when the page was closed over them. They are kept at
 * once, since a field closes with its page, and as far as the browser lets them.
 */
export function createLost(keyValue: KeyValue, learner: string): LostStore {
  const shelf = stored<readonly string[]>({
    keyValue,
    key: `mondo/${learner}/lost`,
    version: 1,
    parse: (value) =>
      Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined,
    fallback: [],
  });
  return createStore<LostState>((set, get) => ({
    words: shelf.read().value,
    lose(words) {
      set((before) => ({ words: [...before.words, words] }));
      // Another tab may have written since.
      shelf.write(bounded([...shelf.read().value, words]));
    },
    close() {
      shelf.write(without(shelf.read().value, get().words));
      set({ words: [] });
    },
  }));
}
