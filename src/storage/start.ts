import { parseRecord } from '#core/journal/codec.ts';
import { visibility } from '#core/journal/effective.ts';
import type { AnyEvent, EventRef, Range, Vector } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { beyond, sizeOf, union } from '#core/journal/order.ts';
import { holesOf, rangesOf } from '#core/journal/ranges.ts';
import type { Head } from '#core/journal/segment.ts';
import { parseHead, parseSegment } from '#core/journal/segment.ts';
import type { Snapshot } from './snapshot.ts';
import { parseSnapshot } from './snapshot.ts';
import type { Store } from './store.ts';
import { keysOf } from './store.ts';
import { archivedRanges } from './archived.ts';
import { survey } from './survey.ts';
import type { Reading } from './twin.ts';

/** What the first screen needs. */
export interface Start {
  readonly snapshot: Snapshot | null;
  /** All events after the snapshot, or all there are. */
  readonly tail: readonly AnyEvent[];
  readonly epoch: number;
  readonly highest: number;
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
}

const snapshotsIn = (texts: readonly string[]): Snapshot[] =>
  texts.flatMap((text) => parseSnapshot(text) ?? []);

function glanceAtLocal(store: Store): Glance {
  const read = (key: string) => store.local.get(key) ?? '';
  return {
    snapshots: snapshotsIn(keysOf(store, 's').map(read)),
    local: keysOf(store, 'j').map((key) => ({ key, text: read(key), ...parseHead(read(key)) })),
    twin: [],
    records: [],
  };
}

const refOfKey = (key: string): EventRef => {
  const [writer = '', seq = '0'] = key.split(':');
  return { writer, seq: Number(seq) };
};

/** Whether the events after a snapshot follow it without a hole. */
function joins(snapshot: Snapshot, { local, twin, records }: Glance): boolean {
  const ranges = [...local, ...twin].flatMap((segment) => segment.ranges);
  const single = rangesOf(records.map(([key]) => refOfKey(key)));
  return holesOf([...ranges, ...single], snapshot.vector).length === 0;
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
}

const isBeyond = (ranges: readonly Range[], vector: Vector): boolean =>
  ranges.some((range) => range.last > (vector.get(range.writer) ?? 0));

/** Chooses the snapshot, then reads what it does not cover, in the same transaction of the twin. */
async function gather(store: Store, reading: Reading | null): Promise<Gathered> {
  const near = glanceAtLocal(store);
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
  return { snapshot, texts, records };
}

async function withTwin(near: Glance, reading: Reading): Promise<Glance> {
  const [snapshots, heads, records] = await Promise.all([
    reading.entries('snapshots'),
    reading.entries('heads'),
    reading.entries('records'),
  ]);
  return {
    snapshots: [...near.snapshots, ...snapshotsIn(snapshots.map(([, text]) => text))],
    local: near.local,
    twin: heads.map(([key, text]) => ({ key, text: undefined, ...parseHead(text) })),
    records,
  };
}

async function gatherFromBoth(store: Store): Promise<Gathered> {
  if (store.twin === null || store.ports.sabotage === 'skip-twin') return gather(store, null);
  try {
    return await store.twin.read((reading) => gather(store, reading));
  } catch {
    store.report({ code: 'twin-unavailable' });
    return gather(store, null);
  }
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

/** Reads the newest snapshot and what comes after it; everything, when there is none that fits. */
export async function start(store: Store): Promise<Start> {
  const { snapshot, texts, records } = await gatherFromBoth(store);
  const check = store.ports.sabotage !== 'skip-checksum';
  const found = union(
    texts.flatMap((text) => parseSegment(text, check).events),
    records.flatMap((text) => parseRecord(text, check) ?? []),
  );
  if (snapshot !== null) {
    const tail = beyond(found, snapshot.vector);
    const { epoch, highest } = snapshot;
    if (!reachesBack(tail)) return { snapshot, tail, epoch, highest };
  }
  const archived = await archivedRanges(store);
  if (archived.length > 0) store.report({ code: 'missing', ranges: archived });
  const events = snapshot === null ? found : (await survey(store)).events;
  return { snapshot: null, tail: events, ...visibility(events) };
}
