import type { ScenarioIndex } from '#core/pack/library.ts';

/** What is taken for known before anything was asked, and for how many answers that stands. */
const KNOWN_BEFORE = 0.3;
const STRENGTH = 4;

/** First answers to concepts, and how many of them were right. */
export interface Meetings {
  readonly answers: number;
  readonly right: number;
}

/**
 * The chance, 0 to 1, to answer right what was never met: the mean of a Beta distribution after the first answers to
 * other concepts. It is q + (1 - q) g at once, of what is known before and what is guessed.
 * @param expected what it would be without them, 0 to 1; worth four answers
 */
export const rightAtFirst = ({ answers, right }: Meetings, expected: number): number =>
  (right + STRENGTH * expected) / (answers + STRENGTH);

/** The chance to be right at a first meeting of somebody of whom nothing is known. */
export const expectedAtFirst = (guess: number): number => KNOWN_BEFORE + (1 - KNOWN_BEFORE) * guess;

/** Where a scenario is gone from its pack: that of one in four. */
export const USUAL_GUESS = 0.25;

/** The mean chance, 0 to 1, to be right on these scenarios by guessing. */
export const meanGuess = (scenarios: readonly Pick<ScenarioIndex, 'chance'>[]): number =>
  scenarios.length === 0
    ? USUAL_GUESS
    : scenarios.reduce((sum, { chance }) => sum + chance, 0) / scenarios.length;
