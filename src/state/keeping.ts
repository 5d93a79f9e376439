import { persist } from '#storage/persist.ts';

/** Asks the browser never to evict our data by itself; most grant it to a site that is really used. */
export const askToKeep = (): Promise<boolean> => persist();
