import { parseRecord } from '#core/journal/codec.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { uniting } from '#core/journal/order.ts';
import type { Segment } from '#core/journal/segment.ts';
import { readingSegment } from '#core/journal/segment.ts';
import type { Slices } from '#core/journal/slices.ts';
import { inSlices } from './in-slices.ts';
import { spares } from './spares.ts';
import type { Store } from './store.ts';
import { keysOf } from './store.ts';

/** A segment as it was found. */
export interface Found extends Segment {
  readonly text: string;
}

/** A record of the twin as it was found; without an event when it cannot be read. */
export interface FoundRecord {
  readonly text: string;
  readonly event?: AnyEvent;
}

/** Both copies, read in full and checked. */
export interface Survey {
  readonly local: ReadonlyMap<string, Found>;
  /** null: the twin could not be read, so nothing can be said of it. */
  readonly twin: {
    readonly segments: ReadonlyMap<string, Found>;
    /** By `writer:seq`. */
    readonly records: ReadonlyMap<string, FoundRecord>;
  } | null;
  /** The union of both, and of the spare copies. */
  readonly events: readonly AnyEvent[];
}

type Texts = Iterable<readonly [string, string]>;

const isChecked = (store: Store): boolean => store.ports.sabotage !== 'skip-checksum';

function localTexts(store: Store): [string, string][] {
  return keysOf(store, 'j').flatMap((key): [string, string][] => {
    const text = store.local.get(key);
    return text === null ? [] : [[key, text]];
  });
}

/** Decodes segments; one that another copy holds with the same text is not decoded again. */
async function decode(
  texts: Texts,
  check: boolean,
  known: ReadonlyMap<string, Found> = new Map(),
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (const [key, text] of texts) {
    const same = known.get(key);
    if (same?.text === text) found.set(key, same);
    else found.set(key, { text, ...(await inSlices(readingSegment(text, check))) });
  }
  return found;
}

function* decodingRecords(texts: Texts, check: boolean): Slices<Map<string, FoundRecord>> {
  const found = new Map<string, FoundRecord>();
  for (const [key, text] of texts) {
    const event = parseRecord(text, check);
    found.set(key, event === undefined ? { text } : { text, event });
    yield;
  }
  return found;
}

async function twinTexts(store: Store): Promise<{ segments: Texts; records: Texts } | null> {
  if (store.twin === null || store.ports.sabotage === 'skip-twin') return null;
  try {
    return await store.twin.read(async (reading) => {
      const [segments, records] = await Promise.all([
        reading.entries('segments'),
        reading.entries('records'),
      ]);
      return { segments, records };
    });
  } catch {
    return null;
  }
}

/** Reads everything there is, in both copies, in slices that let the page answer in between. */
export async function survey(store: Store): Promise<Survey> {
  const check = isChecked(store);
  const texts = await twinTexts(store);
  // After the twin: what a living tab writes into both in between is then seen at least here.
  const local = await decode(localTexts(store), check);
  const spared = (await spares(store)).flatMap((spare) => spare.events);
  if (texts === null) {
    const events = await inSlices(uniting([eventsIn(local), spared]));
    return { local, twin: null, events };
  }
  const segments = await decode(texts.segments, check, local);
  const records = await inSlices(decodingRecords(texts.records, check));
  const events = await inSlices(
    uniting([eventsIn(local), eventsIn(segments), eventsOf(records), spared]),
  );
  return { local, twin: { segments, records }, events };
}

export const eventsIn = (segments: ReadonlyMap<string, Found>): AnyEvent[] =>
  [...segments.values()].flatMap((segment) => segment.events);

export const eventsOf = (records: ReadonlyMap<string, FoundRecord>): AnyEvent[] =>
  [...records.values()].flatMap(({ event }) => event ?? []);
