import { chanceRight } from '#core/memory/predict.ts';
import { brier, overall, reliability, type Bin } from './reliability.ts';
import type { ScopedAnswer } from './scope.ts';
import { lacking, shareOf, type Share } from './share.ts';
import type { Prediction } from './track-record.ts';

export interface Retention {
  /** By what was predicted; those with answers, rising. */
  readonly bins: readonly Bin[];
  /** Mean prediction of all, 0 to 1; 0 of none. */
  readonly predicted: number;
  readonly real: Share;
  /** Brier score of the predictions: the mean squared error, 0 to 1, small is good; 0 of none. */
  readonly brier: number;
  /** Answers that are still needed before anything is drawn. */
  readonly lacking: number;
}

/** Below half nobody schedules: one bin for all of that. */
const FROM = [0, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/**
 * How often what was predicted to be remembered was: the chance to be right by memory and by guessing, as it was
 * predicted before each answer, against how it went. Only concepts met on an earlier day.
 */
export function retention(answers: readonly ScopedAnswer[]): Retention {
  const judged = answers.flatMap(({ recall, chance, right }): Prediction[] =>
    recall === null ? [] : [{ predicted: chanceRight(recall, chance), right }],
  );
  return {
    bins: reliability(judged, FROM),
    ...(overall(judged) ?? { predicted: 0, real: shareOf(0, 0) }),
    brier: brier(judged) ?? 0,
    lacking: lacking(judged.length),
  };
}
