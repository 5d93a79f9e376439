import type { WriterId } from '#core/journal/event.ts';
import type { Buckets, Ports } from './ports.ts';

// The records of one tab's lifetime, once more, in a database that nobody ever goes on writing.
//
// Chromium writes head and body of a log's record in two calls. SIGKILL between them leaves half a record; the next
// start appends behind it, and the one after that finds the log broken and deletes every database of the origin. A
// log that is begun anew in each lifetime, and only read afterwards, can at worst lack its last record.

const STORE = 'records';

/** A record by `writer:seq`. */
export type Rows = readonly (readonly [key: string, record: string])[];

export interface Spare {
  /** False when the place took nothing, and it is worth trying again. Never rejects. */
  readonly write: (rows: Rows) => Promise<boolean>;
  readonly close: () => void;
}

/** Whoever cannot open one within so many milliseconds does without. */
const PATIENCE = 3000;

/** `null` when it failed, or did not come in time. */
export async function soon<T>(promise: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

export const sparePrefix = ({ learner }: Ports): string => `mondo-${learner}-`;

/** The spare copies that there are, by name. */
export async function spareNames(ports: Ports): Promise<readonly string[]> {
  const names = ports.buckets === null ? null : await soon(ports.buckets.keys());
  return (names ?? []).filter((name) => name.startsWith(sparePrefix(ports)));
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new DOMException('the request failed', 'UnknownError')),
    );
  });

async function openBucket(buckets: Buckets, name: string): Promise<IDBDatabase> {
  const bucket = await buckets.open(name, { durability: 'strict' });
  const request = bucket.indexedDB.open(STORE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE);
  });
  return settled(request);
}

async function put(database: IDBDatabase, rows: Rows): Promise<boolean> {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore(STORE);
  for (const [key, record] of rows) store.put(record, key);
  return new Promise((resolve) => {
    transaction.addEventListener('complete', () => resolve(true));
    transaction.addEventListener('abort', () => resolve(false));
  });
}

/** The spare copy of one writer; opened with its first record. Only browsers with storage buckets have any. */
export function openSpare(ports: Ports, writer: WriterId): Spare {
  const buckets = ports.sabotage === 'skip-spare' ? null : ports.buckets;
  let opening: Promise<IDBDatabase | null> | null = null;
  return {
    async write(rows) {
      if (buckets === null) return true;
      opening ??= soon(openBucket(buckets, `${sparePrefix(ports)}${writer}`));
      const database = await opening;
      return database === null ? true : put(database, rows).catch(() => false);
    },
    close() {
      void opening?.then((database) => database?.close());
      opening = null;
    },
  };
}

async function readBucket(buckets: Buckets, name: string): Promise<readonly unknown[]> {
  const bucket = await buckets.open(name);
  const names = await bucket.indexedDB.databases();
  if (!names.some((database) => database.name === STORE)) return [];
  const database = await settled(bucket.indexedDB.open(STORE));
  try {
    if (!database.objectStoreNames.contains(STORE)) return [];
    const store = database.transaction(STORE, 'readonly').objectStore(STORE);
    return await settled<unknown[]>(store.getAll());
  } finally {
    database.close();
  }
}

/**
 * What a spare copy holds; `null` when it cannot be read, or not soon: that is not to say that it holds nothing.
 * Opening creates nothing: a name without a database gives nothing.
 */
export const readSpare = async (ports: Ports, name: string): Promise<readonly unknown[] | null> =>
  ports.buckets === null ? null : soon(readBucket(ports.buckets, name));
