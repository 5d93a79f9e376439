import { confidences, type Confidence } from '#core/answer/response.ts';
import type { ScopedAnswer } from './scope.ts';
import { lacking, shareOf, type Share } from './share.ts';

export interface CalibrationLevel {
  readonly confidence: Confidence;
  readonly right: Share;
  /** Answers that are still needed before this level is drawn. */
  readonly lacking: number;
}

/**
 * How often the learner was right at each confidence, all three of them. Nothing is said of a level before it has 30
 * answers: a curve of five answers teaches mistrust of oneself.
 */
export const calibration = (answers: readonly ScopedAnswer[]): readonly CalibrationLevel[] =>
  confidences.map((confidence) => {
    const of = answers.filter((answer) => answer.confidence === confidence);
    const right = shareOf(of.filter((answer) => answer.right).length, of.length);
    return { confidence, right, lacking: lacking(of.length) };
  });
