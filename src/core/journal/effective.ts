import { instant } from '#core/time.ts';
import type { AnyEvent, Event, EventRef, FactType, WriterId } from './event.ts';
import { refKey } from './event.ts';
import { compareRefs, inOrder, union } from './order.ts';
import { within } from './ranges.ts';
import { finish, type Slices } from './slices.ts';

type Known<T extends FactType> = Extract<AnyEvent, { readonly type: T }>;

const isOf =
  <T extends FactType>(type: T) =>
  (event: AnyEvent): event is Known<T> =>
    event.type === type;

/** Events that change which others count, or when they were; beside these an undo does, for the one that it names. */
export const rewriting: ReadonlySet<AnyEvent['type']> = new Set([
  'clock-corrected',
  'imported',
  'import-revoked',
  'epoch-started',
]);

const isKnown = (event: AnyEvent): event is Event => event.type !== 'unknown';

/**
 * The keys of events that are undone. An undo of an undo brings the first back; a ring of undos,
 * which only a forged file can hold, does nothing.
 */
function undoneKeys(events: readonly AnyEvent[]): ReadonlySet<string> {
  const undos = new Map(events.filter(isOf('undone')).map((undo) => [refKey(undo), undo]));
  const waiting = new Map<string, number>();
  for (const { ref } of undos.values()) {
    const key = refKey(ref);
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
  }
  const dead = new Set<string>();
  const settled = [...undos.keys()].filter((key) => !waiting.has(key));
  // Undos that nobody undoes are settled first, then those that they point at, and so on.
  for (let key = settled.pop(); key !== undefined; key = settled.pop()) {
    const undo = undos.get(key);
    if (undo === undefined) continue;
    const target = refKey(undo.ref);
    if (!dead.has(key)) dead.add(target);
    const left = (waiting.get(target) ?? 1) - 1;
    waiting.set(target, left);
    if (left === 0) settled.push(target);
  }
  return dead;
}

/** Whether an event is one of some keys, without a text for each event that is asked about. */
function among(keys: ReadonlySet<string>): (ref: EventRef) => boolean {
  const byWriter = new Map<WriterId, Set<number>>();
  for (const key of keys) {
    const colon = key.lastIndexOf(':');
    const writer = key.slice(0, colon);
    const numbers = byWriter.get(writer) ?? new Set();
    byWriter.set(writer, numbers.add(Number(key.slice(colon + 1))));
  }
  return ({ writer, seq }) => byWriter.get(writer)?.has(seq) ?? false;
}

type Control = Known<'imported' | 'import-revoked'>;

const isControl = (event: AnyEvent): event is Control =>
  event.type === 'imported' || event.type === 'import-revoked';

/** For each event the last import, or revocation of one, that names it. */
function lastNaming(controls: readonly Control[]): (ref: EventRef) => Control | undefined {
  const latestFirst = controls
    .toReversed()
    .map((control) => ({ control, holds: within(control.ranges) }));
  return (ref) => latestFirst.find(({ holds }) => holds(ref))?.control;
}

/** So many events are looked at in a slice. */
const SLICE = 2000;

/** `filter`, bit by bit. */
function* keeping<E extends AnyEvent>(
  events: readonly E[],
  keeps: (event: E) => boolean,
): Slices<E[]> {
  const kept: E[] = [];
  for (let from = 0; from < events.length; from += SLICE) {
    for (const event of events.slice(from, from + SLICE)) if (keeps(event)) kept.push(event);
    yield;
  }
  return kept;
}

/** Which epoch counts, and which events are visible in it. Undoing of ordinary events is not looked at. */
export interface Visibility {
  readonly epoch: number;
  /** The highest number ever used, undone ones included: the next epoch is one more. */
  readonly highest: number;
  readonly isVisible: (event: AnyEvent) => boolean;
}

/**
 * The present epoch is the highest that any event belongs to, unless its start was undone or revoked. Visible is what
 * belongs to it, and what an import of the present epoch has brought in by hand; what a revoked import named is not,
 * unless a later import names it again.
 * @param base the epoch that stood before these events, when they are but the end of a journal
 */
export const visibility = (events: readonly AnyEvent[], base = 0): Visibility =>
  finish(seeing(events, base));

/** `visibility`, pass by pass. */
function* seeing(events: readonly AnyEvent[], base: number): Slices<Visibility> {
  const isDead = among(undoneKeys(events));
  yield;
  const alive = yield* keeping(inOrder(events), (event) => !isDead(event));
  const lastNamed = lastNaming(alive.filter(isControl));
  const isRevoked = (event: AnyEvent) => lastNamed(event)?.type === 'import-revoked';
  const standing = yield* keeping(alive, (event) => !isRevoked(event));
  const started = new Set(standing.filter(isOf('epoch-started')).map((event) => event.epoch));
  const withdrawn = new Set(
    events
      .filter(isOf('epoch-started'))
      .flatMap((event) => (started.has(event.epoch) ? [] : event.epoch)),
  );
  const epoch = standing.reduce(
    (most, event) => (withdrawn.has(event.epoch) ? most : Math.max(most, event.epoch)),
    base,
  );
  const highest = events.reduce((most, event) => Math.max(most, event.epoch), base);
  const isVisible = (event: AnyEvent) => {
    const control = lastNamed(event);
    if (control?.type === 'import-revoked') return false;
    return event.epoch === epoch || control?.epoch === epoch;
  };
  return { epoch, highest, isVisible };
}

/** Whether events that are in order are so for each writer, too: then no clock ran back. */
function isSteady(events: readonly AnyEvent[]): boolean {
  const lasts = new Map<WriterId, number>();
  return events.every(({ writer, seq }) => {
    const isNext = seq > (lasts.get(writer) ?? 0);
    lasts.set(writer, seq);
    return isNext;
  });
}

/**
 * Moves what stood under a wrong clock; then time never runs back within a writer.
 * @param events in order
 */
function inRealTime(
  events: readonly AnyEvent[],
  corrections: readonly Known<'clock-corrected'>[],
): readonly AnyEvent[] {
  // Sorting years of answers twice takes a second that they hardly ever need.
  if (corrections.length === 0 && isSteady(events)) return events;
  const shifts = corrections.map(({ corrects, from, to, shift }) => ({
    holds: within([{ writer: corrects, first: from, last: to }]),
    shift,
  }));
  const latest = new Map<WriterId, number>();
  return events.toSorted(compareRefs).map((event) => {
    const shift = shifts.reduce((sum, each) => sum + (each.holds(event) ? each.shift : 0), 0);
    const at = Math.max(event.at + shift, latest.get(event.writer) ?? -Infinity);
    latest.set(event.writer, at);
    return at === event.at ? event : { ...event, at: instant(at) };
  });
}

/**
 * The events that count, in order (at, writer, seq): those of the present epoch and of imports that stand, without
 * what was undone, in corrected time. Unknown facts are left out. The order of the input does not matter.
 * @param base the epoch of the snapshot that these events follow, when they are but the end of a journal
 */
export const effective = (events: readonly AnyEvent[], base = 0): Event[] =>
  finish(settling(union(events), base));

/**
 * `effective`, pass by pass.
 * @param events each once, in order, as `union` gives them
 */
export function* settling(events: readonly AnyEvent[], base = 0): Slices<Event[]> {
  const { isVisible } = yield* seeing(events, base);
  yield;
  const visible = yield* keeping(events, isVisible);
  const isDead = among(undoneKeys(visible));
  const counts = (event: AnyEvent) => !isDead(event);
  const corrections = visible.filter(isOf('clock-corrected')).filter(counts);
  yield;
  const timed = inOrder(inRealTime(visible, corrections));
  yield;
  return yield* keeping(timed.filter(isKnown), counts);
}
