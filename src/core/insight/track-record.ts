import type { Slices } from '#core/journal/slices.ts';
import { biasAfter, biased, chanceRight } from '#core/memory/predict.ts';
import { expectedAtFirst, rightAtFirst } from './first-meeting.ts';
import type { GuessOf } from './known-scenarios.ts';
import { evidenceIn, type Retraced } from './retrace.ts';

/** What was predicted of an answer before it was given, and what came. */
export interface Prediction {
  /** Chance to be right, 0 to 1. */
  readonly predicted: number;
  readonly right: boolean;
}

/** How past predictions have fared. */
export interface TrackRecord {
  readonly predictions: readonly Prediction[];
  /** The running bias after the last answer, in log odds. */
  readonly bias: number;
  /** The same by evidence alone: what was recalled in a picture that is known may not be in a new one. */
  readonly newBias: number;
}

/**
 * Judges what was predicted of each answer from those before it alone, by the numbers that were known on its day.
 * Second answers on one day are not predicted: the feedback is still in the ear.
 */
export function* trackRecord(answers: readonly Retraced[], guessOf: GuessOf): Slices<TrackRecord> {
  const predictions: Prediction[] = [];
  const firsts = { answers: 0, right: 0 };
  let bias = 0;
  let newBias = 0;
  for (const answer of answers) {
    yield;
    const { scenario, gap, recall } = answer;
    const { right } = answer.event;
    if (gap === null) {
      const predicted = rightAtFirst(firsts, expectedAtFirst(guessOf(scenario)));
      predictions.push({ predicted, right });
      firsts.answers += 1;
      firsts.right += right ? 1 : 0;
    }
    if (recall === null) continue;
    const expected = chanceRight(recall, guessOf(scenario));
    const predicted = biased(expected, bias);
    predictions.push({ predicted, right });
    bias = biasAfter(bias, predicted, right);
    newBias = biasAfter(newBias, biased(expected, newBias), right, evidenceIn(answer));
  }
  return { predictions, bias, newBias };
}
