import { formatEvent } from './codec.ts';
import type { AnyEvent, EventRef, Vector, WriterId } from './event.ts';
import { refKey } from './event.ts';
import { finish, type Slices } from './slices.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of writing: by writer, then by number. */
export const compareRefs = (a: EventRef, b: EventRef): number =>
  compareText(a.writer, b.writer) || a.seq - b.seq;

/** The order of all events: (at, writer, seq). Total, so every device sorts alike. */
export const compareEvents = (a: AnyEvent, b: AnyEvent): number => a.at - b.at || compareRefs(a, b);

/** A sorted copy, or the list itself when it is in order already. */
export function inOrder(events: readonly AnyEvent[]): readonly AnyEvent[] {
  const isSorted = events.every((event, i) => {
    const before = events[i - 1];
    return before === undefined || compareEvents(before, event) <= 0;
  });
  return isSorted ? events : events.toSorted(compareEvents);
}

/**
 * The events of all lists, each once, in order. Commutative, associative, idempotent: should two lists hold
 * different events under one name (which only damage can bring about), the smaller text wins everywhere.
 */
export const union = (...lists: readonly (readonly AnyEvent[])[]): AnyEvent[] =>
  finish(uniting(lists));

/** `union`, bit by bit. */
export function* uniting(lists: readonly (readonly AnyEvent[])[]): Slices<AnyEvent[]> {
  const byRef = new Map<string, AnyEvent>();
  for (const list of lists) {
    for (const event of list) {
      const key = refKey(event);
      const known = byRef.get(key);
      if (known === undefined || isSmaller(event, known)) byRef.set(key, event);
      yield;
    }
  }
  return [...byRef.values()].toSorted(compareEvents);
}

const isSmaller = (a: AnyEvent, b: AnyEvent): boolean =>
  a !== b && compareText(formatEvent(a), formatEvent(b)) < 0;

/** Whether events in order hold this one, or one that wins over it. */
function holds(events: readonly AnyEvent[], event: AnyEvent): boolean {
  let from = 0;
  let to = events.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const found = events[middle];
    if (found !== undefined && compareEvents(found, event) < 0) from = middle + 1;
    else to = middle;
  }
  const found = events[from];
  return found !== undefined && compareEvents(found, event) === 0 && !isSmaller(event, found);
}

/**
 * The union of a journal with some more events: at little cost where it has them all.
 * @param events as `union` gives them
 */
export function withMore(
  events: readonly AnyEvent[],
  more: readonly AnyEvent[],
): readonly AnyEvent[] {
  const fresh = more.filter((event) => !holds(events, event));
  return fresh.length === 0 ? events : union(events, fresh);
}

/** All numbers of each writer in rising order. */
function numbers(events: readonly EventRef[]): Map<WriterId, number[]> {
  const byWriter = new Map<WriterId, number[]>();
  for (const { writer, seq } of events) {
    const list = byWriter.get(writer);
    if (list === undefined) byWriter.set(writer, [seq]);
    else list.push(seq);
  }
  for (const list of byWriter.values()) list.sort((a, b) => a - b);
  return byWriter;
}

/**
 * How far the events go for each writer without a hole, counted on from `base`.
 * A writer whose first event is missing is not in it.
 */
export function vectorOf(events: readonly EventRef[], base: Vector = new Map()): Vector {
  const vector = new Map(base);
  for (const [writer, list] of numbers(events)) {
    let last = vector.get(writer) ?? 0;
    for (const seq of list) if (seq === last + 1) last = seq;
    if (last > 0) vector.set(writer, last);
  }
  return vector;
}

/** The events that a vector does not cover. */
export const beyond = <E extends EventRef>(events: readonly E[], vector: Vector): E[] =>
  events.filter((event) => event.seq > (vector.get(event.writer) ?? 0));

/** The sum of a vector's entries: with no hole, the number of events. */
export const sizeOf = (vector: Vector): number =>
  [...vector.values()].reduce((sum, last) => sum + last, 0);
