import type { PackUid } from '#core/ids.ts';
import { isNewer, relationTo, type Relation } from '#core/pack/version.ts';
import { err, type Result } from '#core/result.ts';
import type { Backup } from '#storage/backup.ts';
import { historyOf } from '#storage/drafts.ts';
import { hasPackDatabase } from '#storage/pack-database.ts';
import type { Ports } from '#storage/ports.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import type { ReadPack } from '#state/pack-jobs.ts';
import type { Stores } from '#state/stores.ts';
import { doJob } from '#state/workshop.ts';
import { MOST_PARTS } from './collect.ts';
import { filesDigest, unpackDraft, type DraftPart } from './draft-entry.ts';
import { guessedName, type PartFault } from './part-fault.ts';

/**
 * A pack of a backup, and how it stands to what is here. New and newer ones come in, the others are left alone; so is
 * one beside which nothing could be read.
 */
export interface PlannedPack extends ReadPack {
  readonly from: string | null;
  readonly relation: Relation | 'unread';
  /** The version that is here. */
  readonly here: string | null;
}

/**
 * A draft of a backup. A copy gets a name of its own, and so does one whose name lies in the bin; what is known is left
 * alone, and so is what cannot be compared.
 */
export interface PlannedDraft extends DraftPart {
  readonly goes: 'new' | 'copy' | 'beside-bin' | 'known' | 'unread';
}

/** What cannot be taken; the rest comes in all the same. */
interface BrokenPart {
  readonly kind: 'pack' | 'draft';
  /** What it seems to be called; empty when it does not say. */
  readonly name: string;
  readonly why: PartFault;
}

/** What the packs and drafts of a backup will change. */
export interface PartsPlan {
  readonly packs: readonly PlannedPack[];
  readonly drafts: readonly PlannedDraft[];
  readonly broken: readonly BrokenPart[];
}

type FoundPack = ReadPack & { readonly from: string | null };

/** Reads what a backup holds and compares it with what is here; changes nothing. */
export async function planParts(
  stores: Stores,
  { packs, drafts }: Pick<Backup, 'packs' | 'drafts'>,
  signal: AbortSignal,
): Promise<PartsPlan> {
  const broken: BrokenPart[] = [];
  const foundPacks = await readEach(
    'pack',
    packs,
    broken,
    (entry) => readPack(stores, entry, signal),
    {
      nameOf: ({ index }) => index.uid,
    },
  );
  const foundDrafts = await readEach(
    'draft',
    drafts,
    broken,
    (entry) => unpackDraft(entry, signal),
    {
      nameOf: ({ id }) => id,
    },
  );
  return {
    packs: await packsBeside(stores, foundPacks),
    drafts: await draftsBeside(stores.ports, foundDrafts),
    broken,
  };
}

interface Naming<T> {
  /** Of two parts with one name the first is taken. */
  readonly nameOf: (part: T) => string;
}

/** One after the other: each may be as large as a pack may be. */
async function readEach<T>(
  kind: BrokenPart['kind'],
  entries: readonly unknown[],
  broken: BrokenPart[],
  read: (entry: unknown) => Promise<Result<T, PartFault>>,
  { nameOf }: Naming<T>,
): Promise<readonly T[]> {
  const found = new Map<string, T>();
  for (const [place, entry] of entries.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- see above
    const part = place < MOST_PARTS ? await read(entry) : err('too-many' as const);
    const isTwice = part.ok && found.has(nameOf(part.value));
    if (part.ok && !isTwice) found.set(nameOf(part.value), part.value);
    else broken.push({ kind, name: guessedName(entry), why: part.ok ? 'twice' : part.error });
  }
  return [...found.values()];
}

/** In a worker, with a limit of time, as a file that is opened. */
async function readPack(
  { openWorker }: Stores,
  entry: unknown,
  signal: AbortSignal,
): Promise<Result<FoundPack, PartFault>> {
  const text = textOf(entry);
  if (text === null) return err('damaged');
  const done = await doJob(openWorker, 'unpack', { entry: text }, signal);
  if (!done.ok) return err(done.error === 'failed' ? 'damaged' : 'too-long');
  return done.value;
}

/** `null` when it is too deep to be written. */
function textOf(entry: unknown): string | null {
  try {
    return JSON.stringify(entry);
  } catch {
    return null;
  }
}

/** How packs stand to what is here now. */
export async function packsBeside(
  stores: Stores,
  packs: readonly FoundPack[],
): Promise<readonly PlannedPack[]> {
  if (packs.length === 0) return [];
  // Looking for packs where none are would make the database.
  const isEmpty = (await hasPackDatabase(stores.ports)) === false;
  return Promise.all(
    packs.map(async (pack) => {
      const here = await standingUnder(stores, pack.index.uid, isEmpty);
      if (here === 'unread') return { ...pack, relation: 'unread', here: null };
      const offered = { version: pack.index.version, digest: pack.digest };
      return { ...pack, relation: relationTo(here, offered), here: here && here.version };
    }),
  );
}

/** What is shown under a uid: an added pack, unless the one that Mondo brought along is as new. */
async function standingUnder({ ports, library }: Stores, uid: PackUid, isEmpty: boolean) {
  const { packs, added } = library.getState();
  const bundled = packs.find((pack) => pack.uid === uid && !added.has(uid));
  const kept = isEmpty ? null : await keptPacksOf(ports).read(uid);
  if (kept?.ok === false) return 'unread';
  const own = kept?.value ?? null;
  const isOwn = own !== null && (!bundled || isNewer(own.version, bundled.version));
  if (isOwn) return { version: own.version, digest: own.digest };
  return bundled ? { version: bundled.version, digest: null } : null;
}

/** How drafts stand to what is here now. */
export async function draftsBeside(
  ports: Ports,
  drafts: readonly DraftPart[],
): Promise<readonly PlannedDraft[]> {
  if (drafts.length === 0) return [];
  const isEmpty = (await hasPackDatabase(ports)) === false;
  const heads = isEmpty ? [] : await draftsOf(ports).list();
  if (heads === null) return drafts.map((draft) => ({ ...draft, goes: 'unread' }));
  const taken = new Set(heads.map(({ id }) => id));
  if (!drafts.some(({ id }) => taken.has(id)))
    return drafts.map((draft) => ({ ...draft, goes: 'new' }));
  // What is in the bin is on its way out: it is neither here already nor written over.
  const kept = heads.filter(({ deletedAt }) => deletedAt === undefined);
  const contents = new Set(await Promise.all(kept.map(({ id }) => contentOf(ports, id))));
  const standing = new Set(kept.map(({ id }) => id));
  const goesOf = ({ id, digest }: DraftPart): PlannedDraft['goes'] => {
    if (!taken.has(id)) return 'new';
    if (contents.has(digest)) return 'known';
    return standing.has(id) ? 'copy' : 'beside-bin';
  };
  return drafts.map((draft) => ({ ...draft, goes: goesOf(draft) }));
}

/** `null` for a draft that cannot be read: nothing is the same as it. */
async function contentOf(ports: Ports, id: string): Promise<string | null> {
  const stored = await draftsOf(ports).read(id);
  if (typeof stored === 'string') return null;
  try {
    return await filesDigest(historyOf(stored).files);
  } catch {
    return null;
  }
}
