import type { KeyValue, Written } from './key-value.ts';

/** A small value that is no event: what is needed before the journal is read. */
export interface Stored<T> {
  readonly read: () => Reading<T>;
  /** Refused as `newer` when a newer Mondo has written there. */
  readonly write: (value: T) => Written | 'newer';
}

interface Reading<T> {
  readonly value: T;
  /** Why the fallback is given; the unreadable text was copied to `<key>/aside` and can be saved. */
  readonly trouble?: 'unreadable' | 'newer';
  readonly text?: string;
}

export interface StoredOptions<T> {
  readonly keyValue: KeyValue;
  /** `mondo/<learner>/<name>`. */
  readonly key: string;
  /** From 1. */
  readonly version: number;
  /** @returns undefined when the value has another shape */
  readonly parse: (value: unknown) => T | undefined;
  readonly fallback: T;
  /** From each former version to the next: `{ 1: from1to2 }`. A gap throws at once. */
  readonly migrations?: ReadonlyMap<number, (value: unknown) => unknown>;
}

const RECORD = /^(\d{1,6}) ([^]*)$/;

/** A versioned value in localStorage. What cannot be read is never overwritten before a copy stands. */
export function stored<T>(options: StoredOptions<T>): Stored<T> {
  const { keyValue, key, version, parse, fallback, migrations = new Map() } = options;
  for (let from = 1; from < version; from += 1) {
    if (!migrations.has(from)) throw new Error(`${key}: no migration from version ${from}`);
  }
  const decode = (from: number, text: string): T | undefined => {
    try {
      let value: unknown = JSON.parse(text);
      for (let at = from; at < version; at += 1) value = migrations.get(at)?.(value);
      return parse(value);
    } catch {
      return undefined;
    }
  };
  const read = (): Reading<T> => {
    const text = keyValue.get(key);
    if (text === null) return { value: fallback };
    const [, number = '', json = ''] = RECORD.exec(text) ?? [];
    if (Number(number) > version) return { value: fallback, trouble: 'newer', text };
    const value = number === '' || number === '0' ? undefined : decode(Number(number), json);
    return value === undefined ? { value: fallback, trouble: 'unreadable', text } : { value };
  };
  return {
    read,
    write(value) {
      const { trouble, text = '' } = read();
      if (trouble === 'newer') return 'newer';
      if (trouble === 'unreadable') {
        const copied = keyValue.set(`${key}/aside`, text);
        if (copied !== 'written') return copied;
      }
      return keyValue.set(key, `${version} ${JSON.stringify(value)}`);
    },
  };
}
