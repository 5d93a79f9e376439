import type { KeyValue } from './key-value.ts';

/** How a storage of memory misbehaves, for tests. */
interface Faults {
  /** UTF-16 units that keys and values may fill together. */
  readonly capacity?: number;
  /** The write, counted from 1, that is refused as full. */
  readonly fullAt?: number;
  /** Every access fails, as in a browser that forbids storage. */
  readonly isForbidden?: boolean;
}

export interface MemoryKeyValue extends KeyValue {
  /** Brings what was written so far onto the disk. */
  readonly flush: () => void;
  /** The process is killed: what was not on the disk is gone. */
  readonly crash: () => void;
  readonly misbehave: (faults: Faults) => void;
}

/** The twin of localStorage for tests, with its quota, and with its delay before anything is on the disk. */
export function memoryKeyValue(initial: Iterable<readonly [string, string]> = []): MemoryKeyValue {
  const entries = new Map(initial);
  let disk = new Map(entries);
  let faults: Faults = {};
  let writes = 0;
  const used = () => [...entries].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const isFull = (key: string, text: string) => {
    if (writes === faults.fullAt) return true;
    if (faults.capacity === undefined) return false;
    const old = entries.get(key);
    const freed = old === undefined ? 0 : key.length + old.length;
    return used() - freed + key.length + text.length > faults.capacity;
  };
  return {
    get: (key) => (faults.isForbidden === true ? null : (entries.get(key) ?? null)),
    set(key, text) {
      if (faults.isForbidden === true) return 'unavailable';
      writes += 1;
      if (isFull(key, text)) return 'full';
      entries.set(key, text);
      return 'written';
    },
    remove(key) {
      if (faults.isForbidden === true) return false;
      entries.delete(key);
      return true;
    },
    keys: () => (faults.isForbidden === true ? [] : [...entries.keys()]),
    flush() {
      disk = new Map(entries);
    },
    crash() {
      entries.clear();
      for (const [key, text] of disk) entries.set(key, text);
    },
    misbehave(next) {
      faults = next;
      writes = 0;
    },
  };
}
