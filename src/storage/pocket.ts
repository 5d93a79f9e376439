import type { Json } from '#core/journal/event.ts';

/** One small value of this tab that outlives a reload and nothing else: an answer in progress. */
export interface Pocket {
  readonly get: () => Json;
  readonly set: (value: Json) => void;
}

const KEY = 'mondo/pocket';

/** Losing it costs a click, so a browser that refuses is not reported. */
export const tabPocket = (find: () => Storage): Pocket => ({
  get() {
    try {
      const parsed: Json = JSON.parse(find().getItem(KEY) ?? 'null');
      return parsed;
    } catch {
      return null;
    }
  },
  set(value) {
    try {
      if (value === null) find().removeItem(KEY);
      else find().setItem(KEY, JSON.stringify(value));
    } catch {
      // Full or forbidden: the answer in progress does not outlive a reload.
    }
  },
});
