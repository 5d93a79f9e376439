import { createStore } from 'zustand/vanilla';

/** A file that came in from elsewhere (dropped on another page, opened by the system) and waits to be looked at. */
export const arrivals = createStore<{ readonly file: File | null }>(() => ({ file: null }));
