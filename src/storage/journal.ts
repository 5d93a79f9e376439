import type { AnyEvent, Fact, Range, Vector, WriterId } from '#core/journal/event.ts';
import { beyond, union } from '#core/journal/order.ts';
import type { Clock, Instant } from '#core/time.ts';
import type { Archive } from './archive.ts';
import type { BackupParts } from './backup.ts';
import type { Usage } from './capacity.ts';
import { isTight, usageOf } from './capacity.ts';
import type { Appended, Desk } from './desk.ts';
import { append, everything, openDesk, penOf, rebase, receive, vectorAt } from './desk.ts';
import type { Report } from './idle.ts';
import type { Ports } from './ports.ts';
import { formatSnapshot } from './snapshot.ts';
import { start } from './start.ts';
import { createStore, prefixOf } from './store.ts';
import { joinTabs } from './tabs.ts';
import type { Trouble } from './trouble.ts';
import type { Twin } from './twin.ts';
import { openTwin } from './twin.ts';

/** The learner's journal as one tab sees it. */
export interface Journal {
  /** The name that this tab writes under now; it changes with the epoch. */
  readonly writer: () => WriterId;
  /** Delete-all is the fact `epoch-started`. Throws when the fact has not the shape of its type. */
  readonly append: (fact: Fact, clock: Clock) => Appended;
  /** Every event in both copies and in memory, in order, of all epochs. */
  readonly all: () => Promise<readonly AnyEvent[]>;
  /** The newest snapshot and what follows it, read again. */
  readonly again: () => Promise<Ground>;
  /** How far the events are known here: what a snapshot of the present state covers. */
  readonly vector: () => Vector;
  /** Hears of events that came otherwise than by `append`: other tabs, imports, repairs. */
  readonly onEvents: (listener: (events: readonly AnyEvent[]) => void) => () => void;
  readonly onTrouble: (listener: (trouble: Trouble) => void) => () => void;
  /** Hears of troubles that have passed. */
  readonly onRelief: (listener: (trouble: Trouble) => void) => () => void;
  /** Keeps a fold of everything up to `vector`. To be called when idle or hidden. */
  readonly saveSnapshot: (vector: Vector, state: string) => Promise<void>;
  /**
   * Joins the events of a backup with the journal; `previewImport` shows first what that changes.
   * Importing twice is importing once.
   * @returns what `import-revoked` has to name to undo it; empty when it changed nothing
   */
  readonly importEvents: (events: readonly AnyEvent[], clock: Clock) => Promise<readonly Range[]>;
  /** Everything in one file, what could not be read included, with what is not the journal's. */
  readonly backup: (parts?: BackupParts) => Promise<string>;
  /** Old events for a file; nothing is taken out before the learner has confirmed it. */
  readonly prepareArchive: (before: Instant) => Promise<Archive | null>;
  readonly usage: () => Usage;
  /** Reads both copies in full, repairs and packs. To be called once a start, within a minute, when idle. */
  readonly idle: () => Promise<Report>;
  readonly close: () => void;
}

export interface Opened extends Ground {
  readonly journal: Journal;
  readonly troubles: readonly Trouble[];
}

/** From where the present state is folded. */
export interface Ground {
  /** `epoch` is the one that was folded: `effective(tail, epoch)`. */
  readonly snapshot: {
    readonly vector: Vector;
    readonly epoch: number;
    readonly state: string;
  } | null;
  /** What comes after the snapshot, in order; everything, when there is none. */
  readonly tail: readonly AnyEvent[];
  /** Some events stand in a file: a snapshot is then the only one that knows what they amount to. */
  readonly isArchived: boolean;
}

interface Found {
  readonly twin: Twin | null;
  /** The twin that did not open in time, when it does. */
  readonly later: Promise<Twin | null>;
}

async function findTwin(ports: Ports, report: (trouble: Trouble) => void): Promise<Found> {
  const name = `mondo-${ports.learner}`;
  const none = Promise.resolve(null);
  const opened = ports.indexedDB === null ? null : await openTwin(ports.indexedDB, name);
  if (opened?.ok === true) return { twin: opened.value, later: none };
  const why = opened?.error;
  report(
    why === 'newer' ? { code: 'newer', where: 'twin', key: name } : { code: 'twin-unavailable' },
  );
  if (typeof why !== 'object') return { twin: null, later: none };
  return { twin: null, later: why.later.then((late) => (late.ok ? late.value : null)) };
}

/** Takes up a twin that came late: what it alone holds is folded in, what it lacks is written. */
async function takeUp(desk: Desk, later: Promise<Twin | null>, isClosed: () => boolean) {
  const twin = await later;
  if (twin === null) return;
  if (isClosed()) {
    twin.close();
    return;
  }
  const { store } = desk;
  store.twin = twin;
  await (await import('./idle.ts')).tidy(desk);
  store.settle({ code: 'twin-unavailable' });
}

/** Each trouble is told once, however often it is met, unless it has passed in between. */
function createReporter() {
  const told = new Map<string, Trouble>();
  const listeners = new Set<(trouble: Trouble) => void>();
  const relieved = new Set<(trouble: Trouble) => void>();
  return {
    troubles: () => [...told.values()],
    listeners,
    relieved,
    report: (trouble: Trouble): void => {
      const key = JSON.stringify(trouble);
      if (told.has(key)) return;
      told.set(key, trouble);
      for (const listener of listeners) listener(trouble);
    },
    settle: (trouble: Trouble): void => {
      if (!told.delete(JSON.stringify(trouble))) return;
      for (const listener of relieved) listener(trouble);
    },
  };
}

/** A snapshot is no reason to fill localStorage: the twin has it anyway. */
async function saveSnapshot(desk: Desk, vector: Vector, state: string): Promise<void> {
  const { store, epoch, highest } = desk;
  const build = store.ports.buildVersion;
  const text = formatSnapshot({ vector, epoch, highest, build, state });
  const { writer } = penOf(desk);
  const key = `${prefixOf(store.ports, 's')}${writer}`;
  if (isTight(store) || store.local.set(key, text) !== 'written') store.local.remove(key);
  await store.twin
    ?.write((writing) => writing.put('snapshots', writer, text))
    .catch(() => undefined);
  rebase(desk, vector);
}

async function backup(desk: Desk, parts?: BackupParts): Promise<string> {
  const { ports } = desk.store;
  const [{ formatBackup }, { asides }] = await Promise.all([
    import('./backup.ts'),
    import('./aside.ts'),
  ]);
  return formatBackup({
    made: ports.clock().at,
    events: await everything(desk),
    asides: (await asides(desk.store)).map(([, text]) => text),
    ...parts,
  });
}

/** As at a start, with what stands in the memory of this tab. */
async function again(desk: Desk): Promise<Ground> {
  const { snapshot, tail, isArchived } = await start(desk.store);
  const known = [...desk.known.values(), ...desk.unsaved.values()];
  const fresh = beyond(union(known), snapshot?.vector ?? new Map());
  return { snapshot, tail: union(tail, fresh), isArchived };
}

const subscribe = <T>(listeners: Set<T>, listener: T): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Opens the learner's journal: the newest snapshot and what follows it. The rest is `idle`'s work. */
export async function openJournal(ports: Ports): Promise<Opened> {
  const reporter = createReporter();
  const { twin, later } = await findTwin(ports, reporter.report);
  const store = createStore(ports, twin, reporter);
  const early: (readonly AnyEvent[])[] = [];
  let hear = (events: readonly AnyEvent[]): void => void early.push(events);
  const tabs = joinTabs(ports, (events) => hear(events));
  const started = await start(store);
  const desk = openDesk(store, tabs, started);
  hear = (events) => void receive(desk, events);
  const heard = early.flatMap((events) => receive(desk, events));
  const { snapshot, isArchived } = started;
  let isClosed = false;
  void takeUp(desk, later, () => isClosed);
  return {
    journal: {
      writer: () => penOf(desk).writer,
      append: (fact, clock) => append(desk, fact, clock),
      all: () => everything(desk),
      again: () => again(desk),
      vector: () => vectorAt(desk),
      onEvents: (listener) => subscribe(desk.listeners, listener),
      onTrouble: (listener) => subscribe(reporter.listeners, listener),
      onRelief: (listener) => subscribe(reporter.relieved, listener),
      saveSnapshot: (vector, state) => saveSnapshot(desk, vector, state),
      // What is done once in a while is read when it is wanted.
      importEvents: async (events, clock) =>
        (await import('./import.ts')).importEvents(desk, events, clock),
      backup: (parts) => backup(desk, parts),
      prepareArchive: async (before) => (await import('./archive.ts')).prepareArchive(desk, before),
      usage: () => usageOf(store),
      idle: async () => (await import('./idle.ts')).tidy(desk),
      close() {
        isClosed = true;
        for (const pen of desk.pens) pen.release();
        tabs.close();
        store.twin?.close();
      },
    },
    snapshot,
    isArchived,
    tail: heard.length === 0 ? started.tail : union(started.tail, heard),
    troubles: reporter.troubles(),
  };
}
