import { visibility } from '#core/journal/effective.ts';
import type { AnyEvent, Fact, Range, Vector } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { beyond, union, withMore } from '#core/journal/order.ts';
import { rangesOf, reach } from '#core/journal/ranges.ts';
import type { Clock } from '#core/time.ts';
import { instant } from '#core/time.ts';
import type { Written } from './key-value.ts';
import type { Pen } from './pen.ts';
import { takePen } from './pen.ts';
import type { Start } from './start.ts';
import type { Store } from './store.ts';
import type { Tabs } from './tabs.ts';

/** How safe an event is: only `both` and `twin` outlive a crash. */
export type Saved = 'both' | 'twin' | 'local' | 'memory';

export interface Appended {
  readonly event: AnyEvent;
  /** What came of the write into localStorage, which happened before this was returned. */
  readonly local: Written;
  /** Settles when the twin has answered. Never rejects. */
  readonly saved: Promise<Saved>;
}

type Listener = (events: readonly AnyEvent[]) => void;

/** What one tab knows beyond its snapshot, and the pens that it writes with. */
export interface Desk {
  readonly store: Store;
  readonly tabs: Tabs;
  readonly listeners: Set<Listener>;
  /** The last one is in use. */
  readonly pens: Pen[];
  /** Events after the snapshot, by name. */
  readonly known: Map<string, AnyEvent>;
  /** Events that stand in the memory of this tab alone. */
  readonly unsaved: Map<string, AnyEvent>;
  /** Events that say which epoch counts. */
  readonly controls: AnyEvent[];
  base: Vector;
  baseEpoch: number;
  epoch: number;
  highest: number;
  /** Events that stand in neither copy, as the last full reading found. */
  missing: readonly Range[];
  /** The last event was given a time that has not come yet, because it follows one of a clock that was ahead. */
  isAhead: boolean;
}

/** In milliseconds: clocks that differ by less are no matter. */
const NEARLY = 60_000;

const isControl = (event: AnyEvent): boolean =>
  event.type === 'epoch-started' ||
  event.type === 'undone' ||
  event.type === 'imported' ||
  event.type === 'import-revoked';

export function openDesk(store: Store, tabs: Tabs, started: Start): Desk {
  const { snapshot, tail, epoch, highest } = started;
  return {
    store,
    tabs,
    listeners: new Set(),
    pens: [takePen(store, epoch)],
    known: new Map(tail.map((event) => [refKey(event), event])),
    unsaved: new Map(),
    controls: tail.filter(isControl),
    base: snapshot?.vector ?? new Map(),
    baseEpoch: snapshot?.epoch ?? 0,
    epoch,
    highest,
    missing: [],
    isAhead: false,
  };
}

export function penOf(desk: Desk): Pen {
  const pen = desk.pens.at(-1);
  if (pen === undefined) throw new Error('a desk without a pen');
  return pen;
}

/** From now on this tab writes under another name. */
function changePen(desk: Desk): void {
  penOf(desk).release();
  desk.pens.push(takePen(desk.store, desk.epoch));
}

/** Learns events; which epoch counts, and so the pen in use, may change by them. */
function learn(desk: Desk, events: readonly AnyEvent[]): void {
  for (const event of events) {
    desk.known.set(refKey(event), event);
    desk.highest = Math.max(desk.highest, event.epoch);
  }
  const controls = events.filter(isControl);
  if (controls.length > 0) {
    desk.controls.push(...controls);
    desk.epoch = visibility(desk.controls, desk.baseEpoch).epoch;
  }
  const pen = penOf(desk);
  const isCorrected = events.some(
    (event) => event.type === 'clock-corrected' && event.corrects === pen.writer,
  );
  // After a correction the last time of the old writer would hold the clock ahead for ever.
  if (pen.epoch !== desk.epoch || isCorrected) changePen(desk);
}

/** Learns what others wrote, and tells the listeners what is new. */
export function receive(desk: Desk, events: readonly AnyEvent[]): readonly AnyEvent[] {
  const fresh = beyond(union(events), desk.base).filter((event) => !desk.known.has(refKey(event)));
  if (fresh.length === 0) return [];
  learn(desk, fresh);
  for (const listener of desk.listeners) listener(fresh);
  return fresh;
}

/**
 * Of imports and revocations the last one counts, so a new one comes after all that are known,
 * even those that another device with a fast clock has written.
 */
function afterControls(desk: Desk, fact: Fact, clock: Clock): Clock {
  if (fact.type !== 'imported' && fact.type !== 'import-revoked') return clock;
  const at = desk.controls.reduce<number>((latest, event) => Math.max(latest, event.at), clock.at);
  return { ...clock, at: instant(at) };
}

/** A write takes along whatever its writer could not write before. */
function settle(desk: Desk, { writer, seq }: AnyEvent): void {
  for (const [key, event] of desk.unsaved) {
    if (event.writer === writer && event.seq <= seq) desk.unsaved.delete(key);
  }
}

/** Writes a fact: into localStorage now, into the twin at once. */
export function append(desk: Desk, fact: Fact, clock: Clock): Appended {
  if (fact.type === 'epoch-started') {
    desk.highest += 1;
    desk.epoch = desk.highest;
    changePen(desk);
  }
  const time = afterControls(desk, fact, clock);
  const isAhead = time.at > desk.store.ports.clock().at + NEARLY;
  // Time never runs back within a writer: what comes after would be dated ahead as well.
  if (desk.isAhead && !isAhead) changePen(desk);
  desk.isAhead = isAhead;
  const pen = penOf(desk);
  const event = pen.stamp(fact, time);
  const key = refKey(event);
  desk.unsaved.set(key, event);
  const local = pen.writeLocal(event);
  const saved = pen.writeTwin(event).then((isInTwin): Saved => {
    if (local === 'written' || isInTwin) settle(desk, event);
    if (!isInTwin) desk.store.report({ code: 'twin-unavailable' });
    if (isInTwin) return local === 'written' ? 'both' : 'twin';
    if (local === 'written') return 'local';
    desk.unsaved.set(key, event);
    desk.store.report({ code: 'not-saved', events: desk.unsaved.size });
    return 'memory';
  });
  if (local !== 'written') {
    desk.store.report({ code: local === 'full' ? 'local-full' : 'local-unavailable' });
  }
  learn(desk, [event]);
  desk.tabs.tell([event]);
  return { event, local, saved };
}

/** Everything: both copies, and what this tab could not write or has only heard of. */
export async function everything(desk: Desk): Promise<readonly AnyEvent[]> {
  const { survey } = await import('./survey.ts');
  const { events } = await survey(desk.store);
  // An older epoch may have been erased since; it must not come back from memory.
  const known = [...desk.known.values()].filter(({ epoch }) => epoch >= desk.epoch);
  return withMore(events, [...known, ...desk.unsaved.values()]);
}

/** How far the journal is known here without a hole; holes that nothing can fill are passed over. */
export const vectorAt = (desk: Desk): Vector =>
  reach([...rangesOf([...desk.known.values()]), ...desk.missing], desk.base);

/** What a snapshot covers need not stay in memory. */
export function rebase(desk: Desk, vector: Vector): void {
  const after = new Set(beyond([...desk.known.values()], vector).map(refKey));
  for (const [key, event] of desk.known) {
    if (!after.has(key) && !desk.unsaved.has(key) && !isControl(event)) desk.known.delete(key);
  }
  desk.base = vector;
}
