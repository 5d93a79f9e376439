import { wrap, type IDBPDatabase } from 'idb';
import type { Ports } from './ports.ts';

/**
 * The database of what this learner has brought in or writes: packs by uid with their pictures, what stood there
 * before the last change, and drafts. All keys stand outside of the values.
 */
const storeNames = [
  'packs',
  'indexes',
  'media',
  'previous',
  'drafts',
  'draft-steps',
  'draft-media',
] as const;

const VERSION = 1;

/** Why nothing can be read or written: `newer` is a database that a newer Mondo has made; it is not touched. */
export type DatabaseTrouble = 'unavailable' | 'newer' | 'full';

export const databaseName = (learner: string): string => `mondo-packs-${learner}`;

/**
 * Whether there is one: to look into it would make it.
 * @returns null where the browser does not list its databases
 */
export async function hasPackDatabase({
  indexedDB: factory,
  learner,
}: Pick<Ports, 'indexedDB' | 'learner'>): Promise<boolean | null> {
  if (factory === null) return false;
  try {
    return (await factory.databases()).some(({ name }) => name === databaseName(learner));
  } catch {
    return null;
  }
}

export const troubleOf = (error: unknown): DatabaseTrouble => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'VersionError') return 'newer';
  return /quota/i.test(name) ? 'full' : 'unavailable';
};

/** A database that does not open within this many milliseconds is done without, so that the app starts. */
const PATIENCE = 3000;

const soon = <T>(promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not open')), PATIENCE);
    void promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });

async function connect(factory: IDBFactory, name: string): Promise<IDBPDatabase> {
  const request = factory.open(name, VERSION);
  request.addEventListener('upgradeneeded', () => {
    for (const store of storeNames)
      if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
  });
  const database = await wrap(request);
  if (database === undefined) throw new Error('the database did not come');
  return database;
}

/** A connection that is opened when it is first needed, and again after the browser has closed it. */
export interface PackDatabase {
  /** @throws when it does not open; `troubleOf` says why */
  readonly open: () => Promise<IDBPDatabase>;
  readonly close: () => void;
}

export function packDatabase({
  indexedDB: factory,
  learner,
}: Pick<Ports, 'indexedDB' | 'learner'>) {
  let opened: Promise<IDBPDatabase> | null = null;
  const leave = (database: IDBPDatabase) => {
    database.close();
    opened = null;
  };
  const begin = async (): Promise<IDBPDatabase> => {
    if (factory === null) throw new Error('this browser has no database');
    const database = await soon(connect(factory, databaseName(learner)));
    // Another tab deletes or upgrades it, or the browser has closed it.
    database.addEventListener('versionchange', () => leave(database));
    database.addEventListener('close', () => leave(database));
    return database;
  };
  const connection: PackDatabase = {
    async open() {
      opened ??= begin();
      try {
        return await opened;
      } catch (error) {
        opened = null;
        throw error;
      }
    },
    close() {
      void opened?.then(leave, () => undefined);
    },
  };
  return connection;
}
