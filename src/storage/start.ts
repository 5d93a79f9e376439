import { parseRecord } from '#core/journal/codec.ts';
import { visibility } from '#core/journal/effective.ts';
import type { AnyEvent, EventRef, Range, Vector } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { beyond, sizeOf, union } from '#core/journal/order.ts';
import { holesOf, joined, rangesOf, subtract } from '#core/journal/ranges.ts';
import type { Head } from '#core/journal/open-segment.ts';
import { glanceAt, parseOpen } from '#core/journal/open-segment.ts';
import type { Snapshot } from './snapshot.ts';
import { spareNames } from './spare.ts';
import { parseSnapshot } from './snapshot.ts';
import type { Store } from './store.ts';
import { keysOf } from './store.ts';
import { archivedIn, localMarks, type Archived } from './archived.ts';
import type { Reading } from './twin.ts';

/** What the first screen needs. */
export interface Start {
  readonly snapshot: Snapshot | null;
  /** All events after the snapshot, or all there are. */
  readonly tail: readonly AnyEvent[];
  readonly epoch: number;
  readonly highest: number;
  /** Some of this epoch's events stand in a file: a replay of all would not know them. */
  readonly isArchived: boolean;
}

interface Headed extends Head {
  readonly key: string;
  readonly text: string | undefined;
}

/** Everything that can be told without decoding what a snapshot covers. */
interface Glance {
  readonly snapshots: readonly Snapshot[];
  readonly local: readonly Headed[];
  readonly twin: readonly Headed[];
  readonly records: readonly (readonly [string, string])[];
  readonly archived: readonly Archived[];
}

const unreadable: Head = { kind: 'unreadable', ranges: [] };

const snapshotsIn = (texts: readonly string[]): Snapshot[] =>
  texts.flatMap((text) => parseSnapshot(text) ?? []);

/** Decoding packs is code of its own: a start that has a snapshot seldom needs it. */
const decoder = () => import('#core/journal/segment.ts');

async function glanceAtLocal(store: Store): Promise<Glance> {
  const texts = (area: 'j' | 's') =>
    keysOf(store, area).map((key) => ({ key, text: store.local.get(key) ?? '' }));
  const seen = texts('j').map((segment) => ({ ...segment, head: glanceAt(segment.text) }));
  const parseHead = seen.some(({ head }) => head === undefined)
    ? (await decoder()).parseHead
    : glanceAt;
  return {
    snapshots: snapshotsIn(texts('s').map(({ text }) => text)),
    local: seen.map(({ key, text, head }) => ({
      key,
      text,
      ...(head ?? parseHead(text) ?? unreadable),
    })),
    twin: [],
    records: [],
    archived: archivedIn(localMarks(store)),
  };
}

const refOfKey = (key: string): EventRef => {
  const [writer = '', seq = '0'] = key.split(':');
  return { writer, seq: Number(seq) };
};

/** Whether the events after a snapshot follow it without a hole. Most writers have written nothing since. */
function joins({ vector }: Snapshot, { local, twin, records }: Glance): boolean {
  const all = [...local, ...twin].flatMap(({ ranges }) => ranges);
  all.push(...rangesOf(records.map(([key]) => refOfKey(key))));
  const going = new Set(
    all.flatMap(({ writer, last }) => (last > (vector.get(writer) ?? 0) ? writer : [])),
  );
  const later = all.filter(({ writer }) => going.has(writer));
  return later.length === 0 || holesOf(later, vector).length === 0;
}

/** The newest snapshot that the journal goes on from. */
const chosen = (glance: Glance): Snapshot | null =>
  glance.snapshots
    .toSorted((a, b) => b.highest - a.highest || sizeOf(b.vector) - sizeOf(a.vector))
    .find((snapshot) => joins(snapshot, glance)) ?? null;

interface Gathered {
  readonly snapshot: Snapshot | null;
  readonly texts: readonly string[];
  readonly records: readonly string[];
  readonly archived: readonly Archived[];
}

const isBeyond = (ranges: readonly Range[], vector: Vector): boolean =>
  ranges.some((range) => range.last > (vector.get(range.writer) ?? 0));

/** Chooses the snapshot, then reads what it does not cover, in the same transaction of the twin. */
async function gather(store: Store, near: Glance, reading: Reading | null): Promise<Gathered> {
  const glance = reading === null ? near : await withTwin(near, reading);
  for (const { kind, key } of near.local) {
    if (kind === 'newer') store.report({ code: 'newer', where: 'local', key });
  }
  for (const { kind, key } of glance.twin) {
    if (kind === 'newer') store.report({ code: 'newer', where: 'twin', key });
  }
  const snapshot = chosen(glance);
  const vector: Vector = snapshot?.vector ?? new Map();
  const nearKeys = new Set(near.local.map(({ key }) => key));
  const wanted = [...near.local, ...glance.twin.filter(({ key }) => !nearKeys.has(key))].filter(
    ({ ranges }) => isBeyond(ranges, vector),
  );
  const texts = await Promise.all(
    wanted.map(async ({ key, text }) => text ?? (await reading?.get('segments', key)) ?? ''),
  );
  const records = glance.records
    .filter(([key]) => beyond([refOfKey(key)], vector).length > 0)
    .map(([, text]) => text);
  return { snapshot, texts, records, archived: glance.archived };
}

async function withTwin(near: Glance, reading: Reading): Promise<Glance> {
  const [snapshots, heads, records, marks] = await Promise.all([
    reading.entries('snapshots'),
    reading.entries('heads'),
    reading.entries('records'),
    reading.entries('marks'),
  ]);
  // Both copies mostly have the same head.
  const known = new Map(near.local.map((segment) => [segment.key, segment]));
  const headOf = (key: string, text: string): Head | undefined => {
    const twice = known.get(key);
    if (!twice?.text?.startsWith(`${text}\n`)) return glanceAt(text);
    const { kind, ranges } = twice;
    return { kind, ranges };
  };
  return {
    snapshots: [...near.snapshots, ...snapshotsIn(snapshots.map(([, text]) => text))],
    local: near.local,
    twin: heads.map(([key, text]) => ({
      key,
      text: undefined,
      ...(headOf(key, text) ?? unreadable),
    })),
    records,
    archived: joined([...near.archived, ...archivedIn(marks.map(([, text]) => text))]),
  };
}

async function gatherFromBoth(store: Store): Promise<Gathered> {
  // Before the transaction, which would not outlive a wait for code.
  const near = await glanceAtLocal(store);
  if (store.twin === null || store.ports.sabotage === 'skip-twin') return gather(store, near, null);
  try {
    return await store.twin.read((reading) => gather(store, near, reading));
  } catch {
    store.report({ code: 'twin-unavailable' });
    return gather(store, near, null);
  }
}

async function eventsIn(texts: readonly string[], check: boolean): Promise<readonly AnyEvent[]> {
  if (texts.every((text) => glanceAt(text)?.kind === 'open'))
    return texts.flatMap((text) => parseOpen(text, check).events);
  const { parseSegment } = await decoder();
  return texts.flatMap((text) => parseSegment(text, check).events);
}

/** A twin that is new although there are spare copies: the browser has thrown the old one away. */
async function spared(store: Store): Promise<readonly AnyEvent[]> {
  if (store.twin?.isNew !== true || (await spareNames(store.ports)).length === 0) return [];
  const { spares } = await import('./spares.ts');
  return (await spares(store)).flatMap(({ events }) => events);
}

/** Both copies in full. */
async function everyEvent(store: Store): Promise<readonly AnyEvent[]> {
  const { survey } = await import('./survey.ts');
  return (await survey(store)).events;
}

/**
 * Whether a tail says something of events before it: then only the whole journal tells what counts.
 * An undo of an older event may bring an epoch back.
 */
function reachesBack(tail: readonly AnyEvent[]): boolean {
  const inTail = new Set(tail.map(refKey));
  return tail.some(
    (event) =>
      event.type === 'epoch-started' ||
      event.type === 'imported' ||
      event.type === 'import-revoked' ||
      (event.type === 'undone' && !inTail.has(refKey(event.ref))),
  );
}

/**
 * Reads the newest snapshot and what comes after it; everything, when there is none that fits. What stands in a file
 * is known to snapshots alone, so that one of the same epoch is kept to even where a replay would be more exact.
 */
export async function start(store: Store): Promise<Start> {
  const { snapshot, texts, records, archived } = await gatherFromBoth(store);
  const check = store.ports.sabotage !== 'skip-checksum';
  const found = union(
    await eventsIn(texts, check),
    records.flatMap((text) => parseRecord(text, check) ?? []),
    await spared(store),
  );
  const isIn = (epoch: number) => archived.some((range) => range.epoch === epoch);
  const tail = snapshot === null ? found : beyond(found, snapshot.vector);
  if (snapshot !== null && !reachesBack(tail)) {
    const { epoch, highest } = snapshot;
    return { snapshot, tail, epoch, highest, isArchived: isIn(epoch) };
  }
  const events = snapshot === null ? found : await everyEvent(store);
  const { epoch, highest } = visibility(events);
  const lacking = subtract(archived, rangesOf(events)).filter((range) => range.epoch === epoch);
  const isArchived = lacking.length > 0;
  if (isArchived && snapshot?.epoch === epoch)
    return { snapshot, tail, epoch, highest, isArchived };
  if (isArchived) store.report({ code: 'missing', ranges: lacking });
  return { snapshot: null, tail: events, epoch, highest, isArchived };
}
