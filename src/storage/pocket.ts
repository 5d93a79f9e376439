import type { Json } from '#core/journal/event.ts';

/** One small value of this tab that outlives a reload and nothing else: an answer in progress. */
export interface Pocket {
  readonly get: () => Json;
  readonly set: (value: Json) => void;
}

/**
 * Losing it costs a click, so a browser that refuses is not reported.
 * @param key where it lies: one for each thing that is in progress
 */
export const tabPocket = (find: () => Storage, key = 'mondo/pocket'): Pocket => ({
  get() {
    try {
      const parsed: Json = JSON.parse(find().getItem(key) ?? 'null');
      return parsed;
    } catch {
      return null;
    }
  },
  set(value) {
    try {
      if (value === null) find().removeItem(key);
      else find().setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the answer in progress does not outlive a reload.
    }
  },
});
