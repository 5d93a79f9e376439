import { formatRecord } from '#core/journal/codec.ts';
import type { AnyEvent, WriterId } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { formatEvents } from '#core/journal/open-segment.ts';
import { packing } from '#core/journal/pack-codec.ts';
import { headLine } from '#core/journal/pack-head.ts';
import { putAside } from './aside.ts';
import { inSlices } from './in-slices.ts';
import type { Store } from './store.ts';
import { ownerOf } from './store.ts';
import type { Found, Survey } from './survey.ts';
import { eventsIn, eventsOf } from './survey.ts';

/** What one copy was given from the other. */
export interface Repaired {
  readonly local: number;
  readonly twin: number;
  /** Segments and records that could not be read. */
  readonly unreadable: number;
}

/** Up to so many events are written one by one; more are packed. */
const FEW = 64;
/** Events of one pack at most: larger ones would keep the page busy for long. */
const MOST = 24_000;

const isSound = (found: Found): boolean =>
  found.broken === 0 && (found.kind === 'open' || found.kind === 'packed');

const isDamaged = (found: Found): boolean => found.kind !== 'newer' && !isSound(found);

const soundOnes = (segments: ReadonlyMap<string, Found>): Map<string, Found> =>
  new Map([...segments].filter(([, found]) => isSound(found)));

const damagedOnes = (segments: ReadonlyMap<string, Found>): [string, Found][] =>
  [...segments].filter(([, found]) => isDamaged(found));

const without = (events: readonly AnyEvent[], ...known: (readonly AnyEvent[])[]): AnyEvent[] => {
  const keys = new Set(known.flat().map(refKey));
  return events.filter((event) => !keys.has(refKey(event)));
};

const packsIn = (segments: ReadonlyMap<string, Found>): [string, Found][] =>
  [...segments].filter(([, found]) => isSound(found) && found.kind === 'packed');

/**
 * Segments that hold the events; each of one epoch, so that an epoch can be erased by segments.
 * @param few up to so many events stay unpacked
 */
export async function segmentTexts(events: readonly AnyEvent[], few = FEW): Promise<string[]> {
  const byEpoch = new Map<number, AnyEvent[]>();
  for (const event of events) {
    const list = byEpoch.get(event.epoch);
    if (list === undefined) byEpoch.set(event.epoch, [event]);
    else list.push(event);
  }
  const texts: string[] = [];
  for (const list of byEpoch.values()) {
    for (let i = 0; i < list.length; i += MOST) {
      const part = list.slice(i, i + MOST);
      texts.push(part.length <= few ? formatEvents(part) : await inSlices(packing(part)));
    }
  }
  return texts;
}

/** Gives localStorage what it lacks; damaged segments are put aside before they go. */
async function repairLocal(
  store: Store,
  { local, twin }: Survey,
  wanted: readonly AnyEvent[],
  writer: WriterId,
  isLiving: (writer: WriterId) => boolean,
): Promise<number> {
  const sound = soundOnes(local);
  const wantedKeys = new Set(wanted.map(refKey));
  const isWanted = (found: Found) => found.events.some((event) => wantedKeys.has(refKey(event)));
  const copies = packsIn(twin?.segments ?? new Map()).filter(
    ([key, found]) => !sound.has(key) && isWanted(found),
  );
  let isWhole = true;
  const copied: AnyEvent[] = [];
  for (const [key, found] of copies) {
    if (local.get(key)?.kind === 'newer' || isLiving(ownerOf(key))) continue;
    const damaged = local.get(key);
    if (damaged !== undefined && !(await putAside(store, 'local', key, damaged.text))) continue;
    if (store.local.set(key, found.text) === 'written') copied.push(...found.events);
  }
  const lacking = without(wanted, eventsIn(sound), copied);
  for (const text of await segmentTexts(lacking)) {
    if (store.local.set(store.nextKey(writer), text) !== 'written') isWhole = false;
  }
  for (const [key, found] of damagedOnes(local)) {
    if (isLiving(ownerOf(key)) || copies.some(([copy]) => copy === key)) continue;
    const isCopied = await putAside(store, 'local', key, found.text);
    if (isCopied && isWhole) store.local.remove(key);
  }
  return lacking.length + copied.length;
}

/** Gives the twin what it lacks, and takes out of it what cannot be read, in one transaction. */
async function repairTwin(
  store: Store,
  { local, twin }: Survey,
  wanted: readonly AnyEvent[],
): Promise<number> {
  if (store.twin === null || twin === null) return 0;
  const sound = soundOnes(twin.segments);
  const wantedKeys = new Set(wanted.map(refKey));
  const copies = packsIn(local).filter(
    ([key, { events }]) => !sound.has(key) && events.some((event) => wantedKeys.has(refKey(event))),
  );
  const copied = copies.flatMap(([, found]) => found.events);
  const lacking = without(wanted, eventsIn(sound), eventsOf(twin.records), copied);
  const badRecords = [...twin.records].filter(([, { event }]) => event === undefined);
  const badSegments = damagedOnes(twin.segments);
  for (const [key, { text }] of [...badRecords, ...badSegments]) {
    if (!(await putAside(store, 'twin', key, text))) return 0;
  }
  if (copies.length + lacking.length + badRecords.length + badSegments.length === 0) return 0;
  await store.twin.write((writing) => {
    for (const [key] of badRecords) writing.remove('records', key);
    for (const [key] of badSegments) {
      writing.remove('segments', key);
      writing.remove('heads', key);
    }
    for (const [key, { text }] of copies) {
      writing.put('segments', key, text);
      writing.put('heads', key, headLine(text));
    }
    for (const event of lacking) writing.put('records', refKey(event), formatRecord(event));
  });
  return lacking.length + copied.length;
}

/**
 * Repairs either copy from the other.
 * @param wanted the events that both ought to hold
 */
export async function repair(
  store: Store,
  found: Survey,
  wanted: readonly AnyEvent[],
  writer: WriterId,
  living: ReadonlySet<WriterId>,
): Promise<Repaired> {
  const isLiving = (name: WriterId) => living.has(name);
  const settled = wanted.filter((event) => !isLiving(event.writer));
  const local = await repairLocal(store, found, settled, writer, isLiving);
  const twin = await repairTwin(store, found, settled).catch(() => 0);
  const bad = [...(found.twin?.records.values() ?? [])].filter(({ event }) => event === undefined);
  const unreadable =
    damagedOnes(found.local).length +
    damagedOnes(found.twin?.segments ?? new Map()).length +
    bad.length;
  return { local, twin, unreadable };
}
