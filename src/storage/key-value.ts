/** What came of a write: nothing is thrown, since a full disk is part of the world. */
export type Written = 'written' | 'full' | 'unavailable';

/** Small texts by key, read and written at once. What cannot be read is not there. */
export interface KeyValue {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => Written;
  readonly remove: (key: string) => boolean;
  readonly keys: () => readonly string[];
}

/** By name, since browsers disagree on the type: `QuotaExceededError`, `NS_ERROR_DOM_QUOTA_REACHED`. */
const isQuota = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  /quota/i.test(String(error.name));

const attempt = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};

/**
 * localStorage, which may be missing, forbidden or full.
 * @param find looks the storage up; merely naming it throws where storage is forbidden
 */
export function localKeyValue(find: () => Storage): KeyValue {
  return {
    get: (key) => attempt(() => find().getItem(key), null),
    set(key, text) {
      try {
        find().setItem(key, text);
        return 'written';
      } catch (error) {
        return isQuota(error) ? 'full' : 'unavailable';
      }
    },
    remove: (key) =>
      attempt(() => {
        find().removeItem(key);
        return true;
      }, false),
    keys: () => attempt(() => Object.keys(find()), []),
  };
}
