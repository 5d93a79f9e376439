import { formatEvent, formatRecord } from '#core/journal/codec.ts';
import type { AnyEvent, WriterId } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { union } from '#core/journal/order.ts';
import { headLine } from '#core/journal/pack-head.ts';
import { segmentTexts } from './repair.ts';
import type { Store } from './store.ts';
import { ownerOf } from './store.ts';
import type { Found, Survey } from './survey.ts';

/** Fewer events are not worth a pack: its dictionary would weigh more than they do. */
const WORTH_PACKING = 64;
/** A pack that is full is left in peace. */
const FULL_PACK = 400_000;

export interface Packed {
  /** Events that were packed. */
  readonly packed: number;
  /** Segments and records that went, because packs in both copies hold what they held. */
  readonly removed: number;
}

/** A pack that stands in both copies, alike and sound. */
interface SafePack {
  readonly key: string;
  readonly found: Found;
}

export function safePacks({ local, twin }: Survey): SafePack[] {
  return [...local].flatMap(([key, found]) => {
    const isSafe =
      found.kind === 'packed' && found.broken === 0 && twin?.segments.get(key)?.text === found.text;
    return isSafe ? [{ key, found }] : [];
  });
}

const openOnes = ({ local }: Survey, isDead: (writer: WriterId) => boolean): [string, Found][] =>
  [...local].filter(
    ([key, found]) => found.kind === 'open' && found.broken === 0 && isDead(ownerOf(key)),
  );

/** A pack of a tab that lives was made at this start; it has to prove itself first. */
const provenPacks = (found: Survey, isDead: (writer: WriterId) => boolean): SafePack[] =>
  safePacks(found).filter(({ key }) => isDead(ownerOf(key)));

/** Events, by name, that stand in both copies since an earlier start, in packs that are alike and sound. */
export const provenKeys = (
  found: Survey,
  isDead: (writer: WriterId) => boolean,
): ReadonlySet<string> =>
  new Set(provenPacks(found, isDead).flatMap((proven) => proven.found.events.map(refKey)));

/**
 * The sources of a new pack: what dead writers left, and packs that are small beside it, so that packs grow
 * by powers and each event is packed a few times only.
 */
function sourcesOf(
  found: Survey,
  packs: readonly SafePack[],
  isDead: (writer: WriterId) => boolean,
): AnyEvent[] {
  const anyPacks = [...found.local.values(), ...(found.twin?.segments.values() ?? [])].filter(
    ({ kind, broken }) => kind === 'packed' && broken === 0,
  );
  const packed = new Set(anyPacks.flatMap(({ events }) => events.map(refKey)));
  const open = openOnes(found, isDead).flatMap(([, segment]) => segment.events);
  const records = [...(found.twin?.records.values() ?? [])].flatMap(({ event }) => event ?? []);
  const fresh = union(
    open,
    records.filter((event) => isDead(event.writer)),
  ).filter((event) => !packed.has(refKey(event)));
  if (fresh.length < WORTH_PACKING) return [];
  const sources = [...fresh];
  const bySize = packs.toSorted((a, b) => a.found.text.length - b.found.text.length);
  for (const { found: small } of bySize) {
    if (small.text.length >= FULL_PACK || small.events.length > 2 * sources.length) break;
    sources.push(...small.events);
  }
  return union(sources);
}

/** Writes new packs into both copies. What they hold stays where it is until a later start. */
async function writePacks(
  store: Store,
  events: readonly AnyEvent[],
  writer: WriterId,
): Promise<number> {
  const { twin } = store;
  if (twin === null || events.length === 0) return 0;
  for (const text of await segmentTexts(events, 0)) {
    const key = store.nextKey(writer);
    await twin.write((writing) => {
      writing.put('segments', key, text);
      writing.put('heads', key, headLine(text));
    });
    store.local.set(key, text);
  }
  return events.length;
}

/** Packs whose events all stand in other packs that stay. */
function superseded(packs: readonly SafePack[]): SafePack[] {
  const holders = new Map<string, number>();
  for (const { found } of packs) {
    for (const event of found.events) {
      const key = refKey(event);
      holders.set(key, (holders.get(key) ?? 0) + 1);
    }
  }
  const smallestFirst = packs.toSorted((a, b) => a.found.events.length - b.found.events.length);
  return smallestFirst.filter(({ found }) => {
    const keys = found.events.map(refKey);
    if (!keys.every((key) => (holders.get(key) ?? 0) > 1)) return false;
    for (const key of keys) holders.set(key, (holders.get(key) ?? 0) - 1);
    return true;
  });
}

/** Removes what older packs in both copies hold to the letter. */
async function removePacked(
  store: Store,
  found: Survey,
  isDead: (writer: WriterId) => boolean,
): Promise<number> {
  const { twin } = store;
  const proven = provenPacks(found, isDead);
  if (twin === null || proven.length === 0) return 0;
  const held = new Map(
    proven.flatMap((each) => each.found.events.map((event) => [refKey(event), event] as const)),
  );
  const isHeld = (event: AnyEvent) => {
    const packed = held.get(refKey(event));
    return packed !== undefined && formatEvent(packed) === formatEvent(event);
  };
  const segments = openOnes(found, isDead).filter(
    ([key, { text, events }]) => events.every(isHeld) && store.local.get(key) === text,
  );
  const old = superseded(proven);
  let removed = segments.length + old.length;
  // One transaction reads the records and removes them: what came in between is seen, and stays.
  await twin.write(async (writing) => {
    for (const [key, text] of await writing.entries('records')) {
      const packed = held.get(key);
      if (packed === undefined || formatRecord(packed) !== text) continue;
      writing.remove('records', key);
      removed += 1;
    }
    for (const { key } of old) {
      writing.remove('segments', key);
      writing.remove('heads', key);
    }
  });
  for (const [key] of segments) store.local.remove(key);
  for (const { key } of old) store.local.remove(key);
  return removed;
}

/** Packs what dead writers left. To be called by one tab at a time, with a survey of a moment ago. */
export async function pack(
  store: Store,
  found: Survey,
  writer: WriterId,
  living: ReadonlySet<WriterId>,
): Promise<Packed> {
  const isDead = (name: WriterId) => name !== writer && !living.has(name);
  try {
    const removed = await removePacked(store, found, isDead);
    const packed = await writePacks(store, sourcesOf(found, safePacks(found), isDead), writer);
    return { packed, removed };
  } catch {
    store.report({ code: 'twin-unavailable' });
    return { packed: 0, removed: 0 };
  }
}
