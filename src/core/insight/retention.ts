import { chanceRight } from '#core/memory/predict.ts';
import type { ScopedAnswer } from './scope.ts';
import { ENOUGH_ANSWERS, lacking, shareOf, type Share } from './share.ts';

/** Answers whose predictions were alike. */
export interface RetentionBin {
  /** Predicted chance to be right, 0 to 1: from here … */
  readonly from: number;
  /** … to below here. */
  readonly to: number;
  /** Mean of what was predicted, 0 to 1. */
  readonly predicted: number;
  readonly real: Share;
}

export interface Retention {
  /** Those with answers, rising. */
  readonly bins: readonly RetentionBin[];
  /** Mean prediction of all, 0 to 1; 0 of none. */
  readonly predicted: number;
  readonly real: Share;
  /** Brier score of the predictions: the mean squared error, 0 to 1, small is good; 0 of none. */
  readonly brier: number;
  /** Answers that are still needed before anything is drawn. */
  readonly lacking: number;
}

/** Below half nobody schedules: one bin for all of that. */
const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.000_001] as const;

/** A bin with fewer is counted, not drawn. */
export const ENOUGH_IN_BIN = 10;

interface Judged {
  readonly predicted: number;
  readonly right: boolean;
}

const meanOf = (judged: readonly Judged[]): number =>
  judged.reduce((sum, { predicted }) => sum + predicted, 0) / Math.max(1, judged.length);

const rightOf = (judged: readonly Judged[]): Share =>
  shareOf(judged.filter(({ right }) => right).length, judged.length);

/**
 * How often what was predicted to be remembered was: the chance to be right by memory and by guessing, as it was
 * predicted before each answer, against how it went. Only concepts met on an earlier day.
 */
export function retention(answers: readonly ScopedAnswer[]): Retention {
  const judged = answers.flatMap(({ recall, chance, right }): Judged[] =>
    recall === null ? [] : [{ predicted: chanceRight(recall, chance), right }],
  );
  const bins = EDGES.slice(0, -1).flatMap((from, place): RetentionBin[] => {
    const to = EDGES[place + 1] ?? 1;
    const inside = judged.filter(({ predicted }) => from <= predicted && predicted < to);
    if (inside.length === 0) return [];
    return [{ from, to: Math.min(1, to), predicted: meanOf(inside), real: rightOf(inside) }];
  });
  const brier = judged.reduce(
    (sum, { predicted, right }) => sum + (predicted - Number(right)) ** 2,
    0,
  );
  return {
    bins,
    predicted: meanOf(judged),
    real: rightOf(judged),
    brier: brier / Math.max(1, judged.length),
    lacking: lacking(judged.length, ENOUGH_ANSWERS),
  };
}
