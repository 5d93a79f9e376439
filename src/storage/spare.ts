import type { WriterId } from '#core/journal/event.ts';
import type { Ports } from './ports.ts';

// The records of one tab's lifetime, once more, in a database that nobody ever goes on writing.
//
// Chromium writes head and body of a log's record in two calls. SIGKILL between them leaves half a record; the next
// start appends behind it, and the one after that finds the log broken and deletes every database of the origin. A
// log that is begun anew in each lifetime, and only read afterwards, can at worst lack its last record.

const STORE = 'records';

/** A record by `writer:seq`. */
type Rows = readonly (readonly [key: string, record: string])[];

export interface Spare {
  /** Resolves when the rows are on the disk, or cannot be put there. */
  readonly write: (rows: Rows) => Promise<void>;
  readonly close: () => void;
}

export const sparePrefix = ({ learner }: Ports): string => `mondo-${learner}-`;

/** The spare copies that there are, by name. */
export async function spareNames(ports: Ports): Promise<readonly string[]> {
  const names = await Promise.resolve(ports.buckets?.keys()).catch(() => []);
  return (names ?? []).filter((name) => name.startsWith(sparePrefix(ports)));
}

/** Whoever cannot open one soon does without. */
const PATIENCE = 3000;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new DOMException('the request failed', 'UnknownError')),
    );
  });

async function openBucket({ buckets }: Ports, name: string): Promise<IDBDatabase | null> {
  const bucket = await buckets?.open(name, { durability: 'strict' });
  if (bucket === undefined) return null;
  const request = bucket.indexedDB.open(STORE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(STORE);
  });
  return settled(request);
}

const soon = <T>(promise: Promise<T>): Promise<T | null> =>
  Promise.race([
    promise.catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), PATIENCE);
    }),
  ]);

function put(database: IDBDatabase, rows: Rows): Promise<void> {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore(STORE);
  for (const [key, record] of rows) store.put(record, key);
  return new Promise((resolve) => {
    for (const end of ['complete', 'abort'] as const)
      transaction.addEventListener(end, () => resolve());
  });
}

/** The spare copy of one writer; opened with its first record. Only browsers with storage buckets have any. */
export function openSpare(ports: Ports, writer: WriterId): Spare {
  let opening: Promise<IDBDatabase | null> | null = null;
  const isNone = ports.buckets === null || ports.sabotage === 'skip-spare';
  return {
    async write(rows) {
      if (isNone) return;
      opening ??= soon(openBucket(ports, `${sparePrefix(ports)}${writer}`));
      const database = await opening;
      if (database !== null) await put(database, rows).catch(() => undefined);
    },
    close: () => void opening?.then((database) => database?.close()),
  };
}

/** What a spare copy holds. Opening creates nothing: a name without a database gives nothing. */
export async function readSpare({ buckets }: Ports, name: string): Promise<readonly string[]> {
  const bucket = await buckets?.open(name);
  const names = await bucket?.indexedDB.databases();
  if (bucket === undefined || !names?.some((database) => database.name === STORE)) return [];
  const database = await settled(bucket.indexedDB.open(STORE));
  try {
    if (!database.objectStoreNames.contains(STORE)) return [];
    const rows: unknown[] = await settled(
      database.transaction(STORE, 'readonly').objectStore(STORE).getAll(),
    );
    return rows.filter((row) => typeof row === 'string');
  } finally {
    database.close();
  }
}
