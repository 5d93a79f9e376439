import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';
import type { PackUid } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Instant } from '#core/time.ts';
import { troubleOf, type DatabaseTrouble, type PackDatabase } from './pack-database.ts';

export type Pictures = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** A pack of this device. */
export interface KeptPack {
  /** The interchange document, as JSON. */
  readonly document: string;
  /** SHA-256 of its canonical form and of its pictures: names the version. */
  readonly digest: string;
  readonly version: string;
  readonly addedAt: Instant;
  /** The address that it was fetched from; `null` for a file or a link. */
  readonly from: string | null;
}

/** What stood under a uid before the last change, whole: so that the change can be undone. */
interface WholePack {
  readonly pack: KeptPack;
  readonly index: PackIndex;
  readonly media: Pictures;
}

/** What is said of it; kept beside it, so that a list need not read whole packs. */
export interface FormerHead {
  readonly uid: PackUid;
  readonly languages: PackIndex['languages'];
  readonly title: PackIndex['title'];
  readonly version: string;
  /** Whether the pack was removed, not replaced. */
  readonly isRemoval: boolean;
  readonly at: Instant;
}

/** The packs of this device. What cannot be done is a value; nothing half done is left behind. */
export interface KeptPacks {
  readonly indexes: () => Promise<Result<readonly PackIndex[], DatabaseTrouble>>;
  /** `null` when there is none. */
  readonly read: (uid: PackUid) => Promise<Result<KeptPack | null, DatabaseTrouble>>;
  readonly picture: (uid: PackUid, name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly pictures: (uid: PackUid) => Promise<Result<Pictures, DatabaseTrouble>>;
  /** Puts a pack in the place of the one with its uid, which can be had back until the next change. */
  readonly put: (
    pack: KeptPack,
    index: PackIndex,
    media: Pictures,
  ) => Promise<Result<null, DatabaseTrouble>>;
  readonly remove: (uid: PackUid, at: Instant) => Promise<Result<null, DatabaseTrouble>>;
  /**
   * Undoes the last change of a pack: the former one stands again, or none where none stood.
   * @param shown when the change was made that is to be undone, and no other; left out, whichever was the last
   * @returns whether there was something to undo
   */
  readonly restore: (
    uid: PackUid,
    at: Instant,
    shown?: Instant,
  ) => Promise<Result<boolean, DatabaseTrouble>>;
  /** What the last changes could be undone to. A removed pack is none of them while another stands in its place. */
  readonly formers: () => Promise<Result<readonly FormerHead[], DatabaseTrouble>>;
  /** Forgets packs that were removed before a moment. */
  readonly sweep: (before: Instant) => Promise<void>;
}

const stores = ['packs', 'indexes', 'media', 'previous'] as const;

/** "0" comes right after "/". */
const below = (uid: PackUid): [string, string] => [`${uid}/`, `${uid}0`];

type Change = IDBPTransaction<unknown, string[], 'readwrite'>;
type Media = Pick<IDBPObjectStore<unknown, string[], string>, 'getAllKeys' | 'getAll'>;

async function picturesIn(media: Media, uid: PackUid): Promise<Pictures> {
  const range = IDBKeyRange.bound(...below(uid), false, true);
  const [keys, contents]: [IDBValidKey[], Uint8Array<ArrayBuffer>[]] = await Promise.all([
    media.getAllKeys(range),
    media.getAll(range),
  ]);
  return new Map(
    keys.flatMap((key, place) => {
      const content = contents[place];
      return typeof key === 'string' && content
        ? [[key.slice(uid.length + 1), content] as const]
        : [];
    }),
  );
}

const wholeKey = (uid: PackUid): string => `${uid}/whole`;

async function wholeOf(change: Change, uid: PackUid): Promise<WholePack | null> {
  const [pack, index, media]: [KeptPack | undefined, PackIndex | undefined, Pictures] =
    await Promise.all([
      change.objectStore('packs').get(uid),
      change.objectStore('indexes').get(uid),
      picturesIn(change.objectStore('media'), uid),
    ]);
  return pack && index ? { pack, index, media } : null;
}

/** Keeps a pack as it is, or that nothing was there. One that was removed can be put back for as long as before. */
async function keepFormer(
  change: Change,
  uid: PackUid,
  isRemoval: boolean,
  at: Instant,
): Promise<void> {
  const previous = change.objectStore('previous');
  const whole = await wholeOf(change, uid);
  if (whole === null) {
    const former: FormerHead | undefined = await previous.get(uid);
    if (former?.isRemoval !== true) await forget(change, uid);
    return;
  }
  const { languages, title, version } = whole.index;
  const head: FormerHead = { uid, languages, title, version, isRemoval, at };
  await Promise.all([previous.put(head, uid), previous.put(whole, wholeKey(uid))]);
}

async function forget(change: Change, uid: PackUid): Promise<void> {
  const previous = change.objectStore('previous');
  await Promise.all([previous.delete(uid), previous.delete(wholeKey(uid))]);
}

async function undo(
  change: Change,
  uid: PackUid,
  at: Instant,
  shown: Instant | undefined,
): Promise<boolean> {
  const previous = change.objectStore('previous');
  const [head, whole, standing]: [
    FormerHead | undefined,
    WholePack | undefined,
    KeptPack | undefined,
  ] = await Promise.all([
    previous.get(uid),
    previous.get(wholeKey(uid)),
    change.objectStore('packs').get(uid),
  ]);
  // A first adding leaves nothing that could be had back: what stands tells when it was.
  const changedAt = standing?.addedAt ?? head?.at;
  if (shown !== undefined && shown !== changedAt) return false;
  // It was removed before the last change: after it is undone, it can still be put back.
  const wasAddedAnew = head?.isRemoval === true && standing !== undefined;
  if (whole === undefined) await keepFormer(change, uid, true, at);
  if (whole === undefined || wasAddedAnew) {
    await replace(change, uid, null);
    return true;
  }
  await replace(change, uid, whole);
  await forget(change, uid);
  return true;
}

/** Takes a pack away and puts another in its place, if there is one. */
async function replace(change: Change, uid: PackUid, next: WholePack | null): Promise<void> {
  const range = IDBKeyRange.bound(...below(uid), false, true);
  const packs = change.objectStore('packs');
  const indexes = change.objectStore('indexes');
  const media = change.objectStore('media');
  const sent: Promise<unknown>[] = [media.delete(range)];
  if (next === null) sent.push(packs.delete(uid), indexes.delete(uid));
  else {
    sent.push(packs.put(next.pack, uid), indexes.put(next.index, uid));
    for (const [name, bytes] of next.media) sent.push(media.put(bytes, `${uid}/${name}`));
  }
  await Promise.all(sent);
}

type Attempt = <T>(
  work: (opened: IDBPDatabase) => Promise<T>,
) => Promise<Result<T, DatabaseTrouble>>;

/** All of it or nothing. */
async function changed<T>(opened: IDBPDatabase, work: (change: Change) => Promise<T>): Promise<T> {
  const change = opened.transaction([...stores], 'readwrite', { durability: 'strict' });
  // Its failure is told below; here it must only not go unheard.
  change.done.catch(() => undefined);
  try {
    const done = await work(change);
    await change.done;
    return done;
  } catch (error) {
    abort(change);
    await change.done.catch(() => undefined);
    throw error;
  }
}

const readings = (attempt: Attempt) => ({
  indexes: () =>
    attempt(async (opened) => {
      const indexes: PackIndex[] = await opened.getAll('indexes');
      return indexes;
    }),
  read: (uid: PackUid) =>
    attempt(async (opened) => {
      const pack: KeptPack | undefined = await opened.get('packs', uid);
      return pack ?? null;
    }),
  async picture(uid: PackUid, name: string) {
    const found = await attempt(async (opened) => {
      const bytes: Uint8Array<ArrayBuffer> | undefined = await opened.get(
        'media',
        `${uid}/${name}`,
      );
      return bytes ?? null;
    });
    return found.ok ? found.value : null;
  },
  pictures: (uid: PackUid) =>
    attempt((opened) => picturesIn(opened.transaction('media').objectStore('media'), uid)),
  formers: () =>
    attempt(async (opened) => {
      const reading = opened.transaction(['previous', 'packs']);
      const [heads, standing] = await Promise.all([
        headsIn(reading.objectStore('previous')),
        reading.objectStore('packs').getAllKeys(),
      ]);
      const uids = new Set<unknown>(standing);
      return heads.filter(({ uid, isRemoval }) => !isRemoval || !uids.has(uid));
    }),
});

export function keptPacks(database: PackDatabase): KeptPacks {
  const attempt: Attempt = async (work) => {
    try {
      return ok(await work(await database.open()));
    } catch (error) {
      return err(troubleOf(error));
    }
  };
  const changing = <T>(work: (change: Change) => Promise<T>) =>
    attempt((opened) => changed(opened, work));
  return {
    ...readings(attempt),
    put: (pack, index, media) =>
      changing(async (change) => {
        await keepFormer(change, index.uid, false, pack.addedAt);
        await replace(change, index.uid, { pack, index, media });
        return null;
      }),
    remove: (uid, at) =>
      changing(async (change) => {
        await keepFormer(change, uid, true, at);
        await replace(change, uid, null);
        return null;
      }),
    restore: (uid, at, shown) => changing((change) => undo(change, uid, at, shown)),
    async sweep(before) {
      await changing(async (change) => {
        for (const { uid, isRemoval, at } of await headsIn(change.objectStore('previous')))
          if (isRemoval && at < before) await forget(change, uid);
      });
    },
  };
}

type Previous = Pick<IDBPObjectStore<unknown, string[], string>, 'getAllKeys' | 'get'>;

async function headsIn(previous: Previous): Promise<readonly FormerHead[]> {
  const keys = (await previous.getAllKeys()).filter(
    (key) => typeof key === 'string' && !key.includes('/'),
  );
  const heads: (FormerHead | undefined)[] = await Promise.all(keys.map((key) => previous.get(key)));
  return heads.flatMap((head) => head ?? []);
}

function abort(change: Change): void {
  try {
    change.abort();
  } catch {
    // It has ended by itself.
  }
}
