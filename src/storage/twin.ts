import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';

/**
 * The second copy, in IndexedDB: the only one that a browser has really written when it says so.
 * Records by `writer:seq`; packed segments, the first lines of those, snapshots and things put aside by key.
 */
const storeNames = ['records', 'segments', 'heads', 'snapshots', 'asides', 'marks'] as const;
type StoreName = (typeof storeNames)[number];

const VERSION = 1;

/** Reads within one transaction see one moment. */
export interface Reading {
  readonly entries: (store: StoreName) => Promise<readonly (readonly [string, string])[]>;
  readonly get: (store: StoreName, key: string) => Promise<string | undefined>;
}

interface Writing extends Reading {
  readonly put: (store: StoreName, key: string, text: string) => void;
  readonly remove: (store: StoreName, key: string) => void;
}

/** Promises reject when the transaction did not complete; then nothing of it was written. */
export interface Twin {
  /** It was made by this opening: there was none, or the browser has thrown it away. */
  readonly isNew: boolean;
  readonly read: <T>(work: (reading: Reading) => Promise<T>) => Promise<T>;
  /** Resolves when the browser has put everything on the disk. `work` may wait only for its own reads. */
  readonly write: <T>(work: (writing: Writing) => Promise<T> | T) => Promise<T>;
  readonly close: () => void;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(reasonOf(request.error)));
  });

const reasonOf = (error: DOMException | null): Error =>
  error ?? new DOMException('the transaction did not complete', 'AbortError');

/** A failed request aborts its transaction, which is where it is told. */
const send = (request: IDBRequest): void => void settled(request).catch(() => undefined);

function within(transaction: IDBTransaction): Writing {
  const store = (name: StoreName) => transaction.objectStore(name);
  return {
    async entries(name) {
      const [keys, texts] = await Promise.all([
        settled(store(name).getAllKeys()),
        settled<unknown[]>(store(name).getAll()),
      ]);
      return keys.map((key, i) => [asText(key), asText(texts[i])] as const);
    },
    async get(name, key) {
      const text: unknown = await settled(store(name).get(key));
      return text === undefined ? undefined : asText(text);
    },
    put: (name, key, text) => send(store(name).put(text, key)),
    remove: (name, key) => send(store(name).delete(key)),
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

async function run<T>(
  database: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  work: (writing: Writing) => Promise<T> | T,
): Promise<T> {
  const transaction = database.transaction([...storeNames], mode, { durability: 'strict' });
  const complete = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(reasonOf(transaction.error)));
  });
  try {
    const [value] = await Promise.all([work(within(transaction)), complete]);
    return value;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

function connect(factory: IDBFactory, name: string, onNew: () => void): Promise<IDBDatabase> {
  const request = factory.open(name, VERSION);
  request.addEventListener('upgradeneeded', () => {
    onNew();
    for (const store of storeNames) {
      if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
    }
  });
  return settled(request);
}

/** A database that does not open within this many milliseconds is done without at first, so that the app starts. */
const PATIENCE = 3000;

const soon = <T>(promise: Promise<T>): Promise<T | 'late'> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('late'), PATIENCE);
    void promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });

type Refusal = 'unavailable' | 'newer';

/** The database has not answered in time; it may yet. */
interface Late {
  readonly later: Promise<Result<Twin, Refusal>>;
}

/** Opens the twin, for as long as a start may wait for it. After a crash, on a busy machine, it may come later. */
export async function openTwin(
  factory: IDBFactory,
  name: string,
): Promise<Result<Twin, Refusal | Late>> {
  const opening = openAtLast(factory, name);
  const opened = await soon(opening);
  return opened === 'late' ? err({ later: opening }) : opened;
}

/**
 * A connection that the browser closes, because the data were deleted or a newer Mondo upgrades them, is opened anew
 * by the next call.
 */
async function openAtLast(factory: IDBFactory, name: string): Promise<Result<Twin, Refusal>> {
  let database: IDBDatabase | null = null;
  let isClosed = false;
  let isNew = false;
  const open = async (): Promise<IDBDatabase> => {
    if (isClosed) throw new Error('the twin is closed');
    const opened = await connect(factory, name, () => {
      isNew = true;
    });
    const leave = () => {
      opened.close();
      if (database === opened) database = null;
    };
    opened.addEventListener('versionchange', leave);
    opened.addEventListener('close', leave);
    database = opened;
    return opened;
  };
  const openAgain = async (): Promise<IDBDatabase> => {
    const opened = await soon(open());
    if (opened === 'late') throw new Error('the database does not open');
    return opened;
  };
  try {
    await open();
  } catch (error) {
    return err(error instanceof Error && error.name === 'VersionError' ? 'newer' : 'unavailable');
  }
  return ok({
    isNew,
    // No await before the transaction when the connection stands: the write starts in the caller's own turn.
    read: async (work) => run(database ?? (await openAgain()), 'readonly', work),
    write: async (work) => run(database ?? (await openAgain()), 'readwrite', work),
    close() {
      isClosed = true;
      database?.close();
      database = null;
    },
  });
}
