import type { Prediction } from './track-record.ts';

/** Predictions of about the same chance, and what came of them. */
export interface Bin {
  /** Chances from here, up to the next bin. */
  readonly from: number;
  readonly count: number;
  /** Mean of the predicted chances, 0 to 1. */
  readonly predicted: number;
  /** Share that came true, 0 to 1. */
  readonly came: number;
}

/** Chances are put together by tenths. */
const BINS = 10;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const binOf = ({ predicted }: Prediction): number =>
  Math.min(BINS - 1, Math.max(0, Math.floor(predicted * BINS)));

/** The bins that hold anything, the lowest first. */
export function reliability(predictions: readonly Prediction[]): Bin[] {
  const bins = Array.from({ length: BINS }, (): Prediction[] => []);
  for (const prediction of predictions) bins[binOf(prediction)]?.push(prediction);
  return bins.flatMap((bin, i) =>
    bin.length === 0
      ? []
      : {
          from: i / BINS,
          count: bin.length,
          predicted: mean(bin.map(({ predicted }) => predicted)),
          came: mean(bin.map(({ right }) => Number(right))),
        },
  );
}

/**
 * Brier score: the mean squared distance of predictions from what came, 0 (always sure and right) to 1.
 * Source: Brier, Monthly Weather Review 78 (1950), for two outcomes. `null` of nothing.
 */
export const brier = (predictions: readonly Prediction[]): number | null =>
  predictions.length === 0
    ? null
    : mean(predictions.map(({ predicted, right }) => (predicted - Number(right)) ** 2));

/** The Brier score of somebody who always says how often it comes true: p (1 - p). `null` of nothing. */
export function baseBrier(predictions: readonly Prediction[]): number | null {
  if (predictions.length === 0) return null;
  const share = mean(predictions.map(({ right }) => Number(right)));
  return share * (1 - share);
}
