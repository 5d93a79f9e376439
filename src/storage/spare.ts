import type { WriterId } from '#core/journal/event.ts';
import type { Bucket, Buckets, Ports } from './ports.ts';

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

/**
 * Chromium cuts a database off without a word, and what is asked of it never ends, once nothing refers to the bucket
 * that it came from: so a bucket is held for as long as it is used.
 */
const held = new Set<Bucket>();

interface Opened {
  readonly bucket: Bucket;
  readonly database: IDBDatabase;
}

function leave({ bucket, database }: Opened): void {
  database.close();
  held.delete(bucket);
}

async function openNew(buckets: Buckets, name: string): Promise<Opened> {
  const bucket = await buckets.open(name, { durability: 'strict' });
  held.add(bucket);
  const request = bucket.indexedDB.open(STORE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE);
  });
  return { bucket, database: await settled(request) };
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

/** A tab that could not write so often does without: nobody is to wait for each answer. */
const TRIES = 2;

/** The spare copy of one writer; opened with its first record. Only browsers with storage buckets have any. */
export function openSpare(ports: Ports, writer: WriterId): Spare {
  const buckets = ports.sabotage === 'skip-spare' ? null : ports.buckets;
  let opening: Promise<Opened | null> | null = null;
  let failures = 0;
  const close = () => {
    void opening?.then((opened) => opened && leave(opened));
    opening = null;
  };
  return {
    async write(rows) {
      if (buckets === null || failures === TRIES) return true;
      opening ??= soon(openNew(buckets, `${sparePrefix(ports)}${writer}`));
      const opened = await opening;
      if (opened === null) return true;
      if ((await soon(put(opened.database, rows))) === true) return true;
      failures += 1;
      // The next write opens it anew.
      close();
      return false;
    },
    close,
  };
}

async function readBucket(bucket: Bucket): Promise<readonly unknown[]> {
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
export async function readSpare(ports: Ports, name: string): Promise<readonly unknown[] | null> {
  const bucket = ports.buckets === null ? null : await soon(ports.buckets.open(name));
  if (bucket === null) return null;
  held.add(bucket);
  const rows = await soon(readBucket(bucket));
  held.delete(bucket);
  return rows;
}
