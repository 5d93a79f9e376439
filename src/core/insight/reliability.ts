import { shareOf, type Share } from './share.ts';
import type { Prediction } from './track-record.ts';

/** Predictions of about the same chance, and what came of them. */
export interface Bin {
  /** Chances from here … */
  readonly from: number;
  /** … to below here; the last bin holds 1, too. */
  readonly to: number;
  /** Mean of the predicted chances, 0 to 1. */
  readonly predicted: number;
  /** What came true. */
  readonly real: Share;
}

/** A bin with fewer is counted, not drawn. */
export const ENOUGH_IN_BIN = 10;

const tenths: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const rightOf = (predictions: readonly Prediction[]): Share =>
  shareOf(predictions.filter(({ right }) => right).length, predictions.length);

/** Mean of what was predicted, and what came. `null` of nothing. */
export const overall = (
  predictions: readonly Prediction[],
): Pick<Bin, 'predicted' | 'real'> | null =>
  predictions.length === 0
    ? null
    : {
        predicted: mean(predictions.map(({ predicted }) => predicted)),
        real: rightOf(predictions),
      };

/**
 * The bins that hold anything, the lowest first.
 * @param froms where bins begin, rising, the first at 0
 */
export function reliability(
  predictions: readonly Prediction[],
  froms: readonly number[] = tenths,
): Bin[] {
  const bins = froms.map((from, i) => ({
    from,
    to: froms[i + 1] ?? 1,
    held: new Array<Prediction>(),
  }));
  for (const prediction of predictions)
    bins.findLast(({ from }) => from <= prediction.predicted)?.held.push(prediction);
  return bins.flatMap(({ from, to, held }) => {
    const all = overall(held);
    return all === null ? [] : { from, to, ...all };
  });
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
