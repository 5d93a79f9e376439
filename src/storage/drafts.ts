import type { IDBPDatabase } from 'idb';
import { restored, type DraftFiles, type History, type Step } from '#core/author/history.ts';
import type { Instant } from '#core/time.ts';

/** What the list of drafts shows, and where a draft's history stands. */
export interface DraftHead {
  /** Random, made once. */
  readonly id: string;
  readonly title: string;
  readonly changedAt: Instant;
  /** Rises by one with each write: a tab that is behind is refused. */
  readonly revision: number;
  /** Number of the first kept step. */
  readonly base: number;
  /** How many steps are kept, and how many of them stand. */
  readonly kept: number;
  readonly done: number;
  /** It is in the bin since then, and can be had back. */
  readonly deletedAt?: Instant;
}

export interface StoredDraft {
  readonly head: DraftHead;
  /** The files before the first kept step. */
  readonly base: DraftFiles;
  readonly steps: readonly Step[];
}

interface DraftWrite {
  /** As it is to stand. */
  readonly head: DraftHead;
  /** The revision that it goes on from; 0 for a new draft. */
  readonly after: number;
  /** Steps to write, by number; those at and above `head.base + head.kept` go. */
  readonly steps: readonly (readonly [number: number, step: Step])[];
  /** When the base changes. */
  readonly base?: DraftFiles;
}

/**
 * A draft with its history, as it was stored.
 * @throws when what is stored is broken
 */
export const historyOf = ({ base, head, steps }: StoredDraft): History =>
  restored(base, head.base, steps, head.done);

/** Writes files as a draft that has no history yet. */
export const newDraft = (
  named: Pick<DraftHead, 'id' | 'title' | 'changedAt'>,
  files: DraftFiles,
): DraftWrite => ({
  head: { ...named, revision: 1, base: 0, kept: 0, done: 0 },
  after: 0,
  steps: [],
  base: files,
});

/** `behind`: another tab has written since. Nothing of the write is there then. */
export type DraftWritten = 'written' | 'behind' | 'full' | 'unavailable';

/** The drafts of this device. No promise rejects. */
export interface DraftStorage {
  /** `null` when they cannot be read. */
  readonly list: () => Promise<readonly DraftHead[] | null>;
  readonly read: (id: string) => Promise<StoredDraft | 'missing' | 'unavailable'>;
  /** All of it or nothing. */
  readonly write: (change: DraftWrite) => Promise<DraftWritten>;
  /** For good. */
  readonly remove: (id: string) => Promise<boolean>;
}

const stores = ['drafts', 'draft-steps', 'draft-media'] as const;

/** Steps and pictures of one draft stand together; numbers are filled up so that they are in order. */
const stepKey = (id: string, number: number): string => `${id}/${String(number).padStart(10, '0')}`;
const baseKey = (id: string): string => `${id}/base`;
/** Everything below `id/`: "0" comes right after "/". */
const below = (id: string): IDBKeyRange => IDBKeyRange.bound(`${id}/`, `${id}0`, false, true);

const hasName = (error: unknown, pattern: RegExp): boolean =>
  error instanceof Error && pattern.test(error.name);

type Texts = readonly (readonly [string, string])[];

function parted(files: DraftFiles) {
  const texts: [string, string][] = [];
  const media: [string, Uint8Array][] = [];
  for (const [path, content] of files)
    if (typeof content === 'string') texts.push([path, content]);
    else media.push([path, content]);
  return { texts, media };
}

/**
 * Drafts in the database of packs.
 * @param open opens the database, or the one that is open; it may reject
 */
export function draftStorage(open: () => Promise<IDBPDatabase>): DraftStorage {
  async function attempt<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T | null> {
    try {
      return await work(await open());
    } catch {
      return null;
    }
  }
  return {
    async list() {
      return attempt(async (database) => {
        const heads: readonly DraftHead[] = await database.getAll('drafts');
        return heads.toSorted((a, b) => b.changedAt - a.changedAt);
      });
    },
    async read(id) {
      return (await attempt((database) => readDraft(database, id))) ?? 'unavailable';
    },
    async write(change) {
      try {
        return await writeDraft(await open(), change);
      } catch (error) {
        return hasName(error, /quota/i) ? 'full' : 'unavailable';
      }
    },
    async remove(id) {
      const done = await attempt(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        await Promise.all([
          transaction.objectStore('drafts').delete(id),
          transaction.objectStore('draft-steps').delete(below(id)),
          transaction.objectStore('draft-media').delete(below(id)),
          transaction.done,
        ]);
        return true;
      });
      return done ?? false;
    },
  };
}

async function readDraft(database: IDBPDatabase, id: string): Promise<StoredDraft | 'missing'> {
  const transaction = database.transaction(stores);
  const head: DraftHead | undefined = await transaction.objectStore('drafts').get(id);
  if (head === undefined) return 'missing';
  const { base: first, kept } = head;
  const steps = transaction.objectStore('draft-steps');
  const media = transaction.objectStore('draft-media');
  const range = IDBKeyRange.bound(stepKey(id, first), stepKey(id, first + kept));
  const [texts, found, names, pictures]: [Texts | undefined, Step[], IDBValidKey[], Uint8Array[]] =
    await Promise.all([
      steps.get(baseKey(id)),
      steps.getAll(range),
      media.getAllKeys(below(id)),
      media.getAll(below(id)),
    ]);
  const base = new Map<string, string | Uint8Array>(texts ?? []);
  names.forEach((name, index) => {
    const picture = pictures[index];
    if (picture && typeof name === 'string') base.set(name.slice(id.length + 1), picture);
  });
  return { head, base, steps: found.slice(0, kept) };
}

async function writeDraft(database: IDBPDatabase, change: DraftWrite): Promise<DraftWritten> {
  const { head, after, steps: written, base } = change;
  const { id } = head;
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const heads = transaction.objectStore('drafts');
  const former: DraftHead | undefined = await heads.get(id);
  if ((former?.revision ?? 0) !== after) {
    transaction.abort();
    await transaction.done.catch(() => undefined);
    return 'behind';
  }
  const steps = transaction.objectStore('draft-steps');
  const media = transaction.objectStore('draft-media');
  const sent: Promise<unknown>[] = [heads.put(head, id)];
  for (const [number, step] of written) sent.push(steps.put(step, stepKey(id, number)));
  const end = stepKey(id, head.base + head.kept);
  sent.push(steps.delete(IDBKeyRange.bound(end, baseKey(id), false, true)));
  if (base) {
    const { texts, media: pictures } = parted(base);
    sent.push(steps.delete(IDBKeyRange.bound(`${id}/`, stepKey(id, head.base), false, true)));
    sent.push(steps.put(texts, baseKey(id)), media.delete(below(id)));
    for (const [path, bytes] of pictures) sent.push(media.put(bytes, `${id}/${path}`));
  }
  await Promise.all([...sent, transaction.done]);
  return 'written';
}
