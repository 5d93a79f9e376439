import { WITHIN_95 } from './share.ts';

/** How long answers took, in milliseconds. */
export interface AnswerTimes {
  readonly count: number;
  readonly median: number;
  /** The middle half of the answers lies between these two. */
  readonly quarter: number;
  readonly threeQuarters: number;
  /** The true median lies between these two 95 times in 100. */
  readonly low: number;
  readonly high: number;
}

/** Fewer times than this have no middle half worth drawing. */
export const ENOUGH_TIMES = 20;

/** The value below which a part of sorted values lies; between two of them, in proportion. */
function quantile(sorted: Float64Array, part: number): number {
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The middle of some times, and how sure it is: by the ranks between which the median lies (binomial, in its normal
 * approximation), so that nothing is supposed of how times are spread.
 * @returns `null` of nothing
 */
export function answerTimes(millis: Iterable<number>): AnswerTimes | null {
  const sorted = Float64Array.from(millis).toSorted();
  const count = sorted.length;
  if (count === 0) return null;
  const half = (WITHIN_95 * Math.sqrt(count)) / 2;
  const rank = (place: number): number =>
    sorted[Math.min(count - 1, Math.max(0, Math.floor(place)))] ?? 0;
  const median = quantile(sorted, 0.5);
  return {
    count,
    median,
    quarter: quantile(sorted, 0.25),
    threeQuarters: quantile(sorted, 0.75),
    low: Math.min(median, rank(count / 2 - half)),
    high: Math.max(median, rank(count / 2 + half)),
  };
}
