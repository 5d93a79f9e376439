import { formatSegment } from '#core/journal/open-segment.ts';
import { formatRecord, stamped } from '#core/journal/codec.ts';
import type { AnyEvent, Fact, WriterId } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import type { Clock, Instant } from '#core/time.ts';
import { instant } from '#core/time.ts';
import type { Written } from './key-value.ts';
import type { Rows, Spare } from './spare.ts';
import { openSpare, soon } from './spare.ts';
import type { Store } from './store.ts';
import { lockOf, newWriter } from './store.ts';

/** A segment is rewritten with every record, so it stays small: the browser slows down writers of many bytes. */
const SEGMENT_CHARACTERS = 4096;

/** One writer of this tab. A writer belongs to one epoch, so that an old epoch can be erased by writers. */
export interface Pen {
  readonly writer: WriterId;
  readonly epoch: number;
  /** The next event of this writer. Time never runs back within it. */
  readonly stamp: (fact: Fact, clock: Clock) => AnyEvent;
  /** Writes into localStorage now, with whatever could not be written before. */
  readonly writeLocal: (event: AnyEvent) => Written;
  /**
   * Writes into the twin and the spare copy, with whatever could not be written before; true when it is on the disk.
   * A spare copy that does not answer is waited for some seconds only.
   */
  readonly writeTwin: (event: AnyEvent) => Promise<boolean>;
  /** Tries again what stands in memory alone, or in one copy. */
  readonly retry: () => Promise<boolean>;
  /** The tab no longer writes under this name. */
  readonly release: () => void;
}

interface OpenSegment {
  readonly key: string;
  readonly records: string[];
  isWritten: boolean;
}

/** The segments that this tab writes: the last one grows until it is full. */
function createSegments(store: Store, writer: WriterId) {
  let segments: OpenSegment[] = [];
  const writeOut = (): Written => {
    let outcome: Written = 'written';
    for (const segment of segments.filter(({ isWritten }) => !isWritten)) {
      const written = store.local.set(segment.key, formatSegment(segment.records));
      segment.isWritten = written === 'written';
      if (written !== 'written') outcome = written;
    }
    segments = segments.filter((segment, i) => !segment.isWritten || i === segments.length - 1);
    return outcome;
  };
  return {
    add(record: string): Written {
      const last = segments.at(-1);
      const length = last === undefined ? Infinity : formatSegment(last.records).length;
      if (last === undefined || length + record.length >= SEGMENT_CHARACTERS) {
        segments.push({ key: store.nextKey(writer), records: [record], isWritten: false });
      } else {
        last.records.push(record);
        last.isWritten = false;
      }
      return writeOut();
    },
    writeOut,
  };
}

/** Records that wait for a place. While one transaction is under way the next gathers what comes. */
function createQueue(write: (rows: Rows) => Promise<boolean>) {
  const waiting = new Map<string, string>();
  let current: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;
  const send = async (): Promise<boolean> => {
    const batch = [...waiting];
    waiting.clear();
    const isWritten = await write(batch);
    if (!isWritten) for (const [key, record] of batch) waiting.set(key, record);
    return isWritten;
  };
  const begin = (): Promise<boolean> => {
    const sending = send().finally(() => {
      if (current === sending) current = null;
    });
    current = sending;
    return sending;
  };
  const flush = (): Promise<boolean> => {
    if (current === null) return begin();
    next ??= current.then(() => {
      next = null;
      return begin();
    });
    return next;
  };
  return {
    add(event: AnyEvent): Promise<boolean> {
      waiting.set(refKey(event), formatRecord(event));
      return flush();
    },
    flush: () => (waiting.size === 0 ? Promise.resolve(true) : flush()),
  };
}

const writeToTwin = async ({ twin }: Store, rows: Rows): Promise<boolean> => {
  if (twin === null) return false;
  try {
    await twin.write((writing) => {
      for (const [key, record] of rows) writing.put('records', key, record);
    });
    return true;
  } catch {
    return false;
  }
};

/** The places that outlive a crash. Neither keeps the other waiting. */
function createSafePlaces(store: Store, spare: Spare) {
  const twin = createQueue((rows) => writeToTwin(store, rows));
  const third = createQueue((rows) => spare.write(rows));
  return {
    async add(event: AnyEvent): Promise<boolean> {
      if (store.ports.sabotage === 'skip-twin') return true;
      const [isInTwin] = await Promise.all([twin.add(event), soon(third.add(event))]);
      return isInTwin;
    },
    async flush(): Promise<boolean> {
      const [isInTwin] = await Promise.all([twin.flush(), soon(third.flush())]);
      return isInTwin && store.twin !== null;
    },
  };
}

/** Holds the lock that tells other tabs that this writer lives, until it is released. */
function liveAs(store: Store, writer: WriterId): Promise<() => void> {
  const { locks } = store.ports;
  if (locks === null) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    locks
      .request(lockOf(writer), {}, () => new Promise<void>((done) => resolve(() => done())))
      .catch(() => resolve(() => undefined));
  });
}

/** @returns at once; the lock that marks the writer as living follows */
export function takePen(store: Store, epoch: number): Pen {
  const writer = newWriter(store.ports);
  const segments = createSegments(store, writer);
  const spare = openSpare(store.ports, writer);
  const places = createSafePlaces(store, spare);
  const living = liveAs(store, writer);
  let seq = 0;
  let latest: Instant = instant(-Infinity);
  return {
    writer,
    epoch,
    stamp(fact, clock) {
      const at = instant(Math.max(clock.at, latest));
      const event = stamped({ writer, seq: seq + 1, at, offset: clock.offset, epoch }, fact);
      seq += 1;
      latest = at;
      return event;
    },
    writeLocal: (event) => segments.add(formatRecord(event)),
    writeTwin: (event) => places.add(event),
    retry() {
      segments.writeOut();
      return places.flush();
    },
    release() {
      spare.close();
      void living.then((letGo) => letGo());
    },
  };
}
