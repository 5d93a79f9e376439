import type { PackUid } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { isNewer } from '#core/pack/version.ts';
import { stored } from '#storage/stored.ts';
import type { Stores } from './stores.ts';

/** What was agreed to about looking for newer versions of a pack. Of this device alone: another has its own network. */
export interface Watch {
  readonly pack: PackUid;
  readonly weekly: boolean;
  /** The host that it was agreed to for: a later version may name another, which nobody has agreed to. */
  readonly host: string | null;
  /** In milliseconds; 0 before the first look. */
  readonly lookedAt: number;
  /** The newest version that was seen. */
  readonly seen: string | null;
}

const WEEK = 7 * 86_400_000;

const isWatch = (value: unknown): value is Watch =>
  typeof value === 'object' &&
  value !== null &&
  'pack' in value &&
  typeof value.pack === 'string' &&
  'weekly' in value &&
  typeof value.weekly === 'boolean' &&
  'host' in value &&
  (value.host === null || typeof value.host === 'string') &&
  'lookedAt' in value &&
  typeof value.lookedAt === 'number' &&
  'seen' in value &&
  (value.seen === null || typeof value.seen === 'string');

const shelfOf = ({ ports }: Stores) =>
  stored<readonly Watch[]>({
    keyValue: ports.keyValue,
    key: `mondo/${ports.learner}/watches`,
    version: 1,
    parse: (value) => (Array.isArray(value) ? value.filter(isWatch) : undefined),
    fallback: [],
  });

export const watchOf = (stores: Stores, pack: PackUid): Watch =>
  shelfOf(stores)
    .read()
    .value.find((watch) => watch.pack === pack) ?? {
    pack,
    weekly: false,
    host: null,
    lookedAt: 0,
    seen: null,
  };

function keepWatch(stores: Stores, watch: Watch): void {
  const shelf = shelfOf(stores);
  const others = shelf.read().value.filter(({ pack }) => pack !== watch.pack);
  shelf.write([...others, watch]);
}

type Addressed = Pick<PackIndex, 'uid' | 'address'>;

const hostOf = (address: string | undefined): string | null =>
  address === undefined ? null : new URL(address).host;

/** Whether the host that a pack names now is asked each week. */
export function isWeekly(stores: Stores, { uid, address }: Addressed): boolean {
  const { weekly, host } = watchOf(stores, uid);
  return weekly && host !== null && host === hostOf(address);
}

/** The host that was agreed to, where a pack names another since; null where nothing has to be asked again. */
export function formerHost(stores: Stores, { uid, address }: Addressed): string | null {
  const { weekly, host } = watchOf(stores, uid);
  return weekly && address !== undefined && host !== hostOf(address) ? host : null;
}

/** Agrees to a look each week at the host that the pack names, or takes that back. */
export function setWeekly(stores: Stores, { uid, address }: Addressed, weekly: boolean): void {
  const before = watchOf(stores, uid);
  const host = weekly ? hostOf(address) : before.host;
  keepWatch(stores, { ...before, weekly, host });
}

/** A pack of which a newer version was seen at its address. */
export interface Seen {
  readonly pack: PackUid;
  readonly address: string;
}

/** What the weekly looks have found, and is not here yet. */
export const newerSeen = (stores: Stores): readonly Seen[] =>
  stores.library.getState().packs.flatMap(({ uid, version, address }) => {
    const { seen, host } = watchOf(stores, uid);
    if (address === undefined || host !== hostOf(address)) return [];
    return seen !== null && isNewer(seen, version) ? [{ pack: uid, address }] : [];
  });

/** Looks where the learner has agreed to it, once a week at most. What is not reached is tried in a week again. */
export async function lookWeekly(stores: Stores): Promise<void> {
  const now = stores.clock().at;
  for (const pack of stores.library.getState().packs) {
    const { uid, address } = pack;
    const watch = watchOf(stores, uid);
    if (!isWeekly(stores, pack) || address === undefined || now - watch.lookedAt < WEEK) continue;
    const version = await versionAt(stores, uid, address);
    // The learner may have thought better of it while the host was waited for.
    const present = watchOf(stores, uid);
    keepWatch(stores, { ...present, lookedAt: now, seen: version ?? present.seen });
  }
}

async function versionAt(stores: Stores, uid: PackUid, address: string): Promise<string | null> {
  const { fetchOffered, readOffer } = await import('./offer.ts');
  const { signal } = new AbortController();
  const fetched = await fetchOffered(address, signal);
  if (!fetched.ok) return null;
  const offer = await readOffer(stores, fetched.value, signal);
  return offer.ok && offer.value.index.uid === uid ? offer.value.index.version : null;
}
