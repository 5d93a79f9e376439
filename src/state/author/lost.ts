import { createStore, type StoreApi } from 'zustand/vanilla';

export interface LostState {
  /** What was typed into a field that has closed, and could not stand in the source. */
  readonly words: readonly string[];
  readonly lose: (words: string) => void;
  /** They are not needed any longer. */
  readonly close: () => void;
}

export type LostStore = StoreApi<LostState>;

/** Words that no draft holds: kept for as long as the page stands, also when the draft is left. */
export const createLost = (): LostStore =>
  createStore<LostState>((set) => ({
    words: [],
    lose: (words) => set((before) => ({ words: [...before.words, words] })),
    close: () => set({ words: [] }),
  }));
