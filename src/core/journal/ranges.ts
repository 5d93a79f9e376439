import type { EventRef, Range, Vector, WriterId } from './event.ts';
import { compareRefs } from './order.ts';

/** Events as runs of numbers, by writer. */
export function rangesOf(events: readonly EventRef[]): Range[] {
  const ranges: Range[] = [];
  for (const { writer, seq } of events.toSorted(compareRefs)) {
    const run = ranges.at(-1);
    if (run?.writer === writer && seq <= run.last + 1) {
      ranges[ranges.length - 1] = { ...run, last: seq };
    } else {
      ranges.push({ writer, first: seq, last: seq });
    }
  }
  return ranges;
}

function byWriter(ranges: readonly Range[]): Map<WriterId, Range[]> {
  const groups = new Map<WriterId, Range[]>();
  for (const range of ranges) {
    const group = groups.get(range.writer);
    if (group === undefined) groups.set(range.writer, [range]);
    else group.push(range);
  }
  return groups;
}

/** A question that is asked often: does one of the ranges hold this event? */
export function within(ranges: readonly Range[]): (ref: EventRef) => boolean {
  const groups = byWriter(ranges);
  return ({ writer, seq }) =>
    groups.get(writer)?.some((range) => range.first <= seq && seq <= range.last) ?? false;
}

/** The last number that ranges name of each writer. */
export function lastsOf(ranges: readonly Range[]): Map<WriterId, number> {
  const lasts = new Map<WriterId, number>();
  for (const { writer, last } of ranges) lasts.set(writer, Math.max(last, lasts.get(writer) ?? 0));
  return lasts;
}

const compareRanges = (a: Range, b: Range): number =>
  compareRefs({ writer: a.writer, seq: a.first }, { writer: b.writer, seq: b.first });

/** Ranges in order, without overlaps; neighbours are joined. */
export function joined<T extends Range>(ranges: readonly T[]): T[] {
  const runs: T[] = [];
  for (const range of ranges.toSorted(compareRanges)) {
    const run = runs.at(-1);
    if (run?.writer === range.writer && range.first <= run.last + 1) {
      runs[runs.length - 1] = { ...run, last: Math.max(run.last, range.last) };
    } else runs.push(range);
  }
  return runs;
}

/** What is left of ranges when others are taken away. */
export function subtract<T extends Range>(ranges: readonly T[], taken: readonly Range[]): T[] {
  const holes = byWriter(joined(taken));
  return joined(ranges).flatMap((range) => {
    const rest: T[] = [];
    let next = range.first;
    for (const { first, last } of holes.get(range.writer) ?? []) {
      if (last < next || first > range.last) continue;
      if (first > next) rest.push({ ...range, first: next, last: first - 1 });
      next = last + 1;
    }
    return next > range.last ? rest : [...rest, { ...range, first: next }];
  });
}

/** How far ranges go on from a vector without a hole. */
export function reach(ranges: readonly Range[], base: Vector): Vector {
  const vector = new Map(base);
  for (const { writer, first, last } of joined(ranges)) {
    const before = vector.get(writer) ?? 0;
    if (first <= before + 1 && last > before) vector.set(writer, last);
  }
  return vector;
}

/** Numbers below the last one of each writer that no range names; those that a vector covers are not missing. */
export function holesOf(ranges: readonly Range[], base: Vector = new Map()): Range[] {
  const whole = [...lastsOf(ranges)].map(([writer, last]) => ({ writer, first: 1, last }));
  const covered = [...base].map(([writer, last]) => ({ writer, first: 1, last }));
  return subtract(whole, [...ranges, ...covered]);
}

export const countOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, range) => sum + range.last - range.first + 1, 0);
