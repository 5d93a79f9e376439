import type { Rating } from './rating.ts';

/** How well something is remembered, whenever that was. */
export interface Strength {
  /** Days until the chance to recall has fallen to .90; above 0. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
}

/** How a learner's memory differs from the average one, by four numbers on scales where 0 is no difference. */
export type Personal = {
  /** Natural logarithm of a factor on the four first stabilities (w0 to w3). */
  readonly first: number;
  /** Natural logarithm of a factor on the exponent of forgetting (w20). */
  readonly decay: number;
  /** Added to the growth of stability by a success (w8). */
  readonly growth: number;
  /** Natural logarithm of a factor on the stability after a lapse (w11). */
  readonly lapse: number;
};

export const averageMemory: Personal = { first: 0, decay: 0, growth: 0, lapse: 0 };

/** The parameters of FSRS-6 for the average learner, as its authors fitted them to 10,000 collections. */
const average: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/**
 * FSRS-6 in plain numbers: a plan looks at it millions of times, and the first screen has no room for the library.
 * A test holds it to ts-fsrs over any history. Days are whole and the caller's, who knows when the learner's day turns.
 * Formulas: open-spaced-repetition, "The Algorithm", FSRS-6.
 */
export interface MemoryModel {
  /** The chance to recall, 0 to 1, so many days after the last review. */
  readonly recall: (gap: number, stability: number) => number;
  /**
   * The stability in days after a review.
   * @param gap days since the last one, 0 or more; 0 is a second review on the same day
   * @param recall `recall(gap, stability)`, which the caller has anyway
   */
  readonly stability: (strength: Strength, gap: number, recall: number, rating: Rating) => number;
  readonly difficulty: (difficulty: number, rating: Rating) => number;
  readonly first: (rating: Rating) => Strength;
}

const grade: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

const LEAST_STABILITY = 0.001;
const MOST_STABILITY = 36_500;

/** Eight decimals, as ts-fsrs keeps: more say nothing, and a snapshot of ten thousand concepts stays small. */
export const rounded = (value: number): number => Math.round(value * 1e8) / 1e8;

const bounded = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

const asStability = (value: number): number => bounded(value, LEAST_STABILITY, MOST_STABILITY);
const asDifficulty = (value: number): number => bounded(value, 1, 10);

/** The parameters of one learner, within what FSRS-6 allows for the four that are fitted. */
function weights({ first, decay, growth, lapse }: Personal): readonly number[] {
  return average.map((value, index) => {
    if (index < 4) return bounded(value * Math.exp(first), 0.001, 100);
    if (index === 8) return bounded(value + growth, 0, 4.5);
    if (index === 11) return bounded(value * Math.exp(lapse), 0.001, 5);
    return index === 20 ? bounded(value * Math.exp(decay), 0.1, 0.8) : value;
  });
}

export const isSame = (a: Personal, b: Personal): boolean =>
  a.first === b.first && a.decay === b.decay && a.growth === b.growth && a.lapse === b.lapse;

/** FSRS-6 with the parameters of one learner. */
export function memoryModel(personal: Personal = averageMemory): MemoryModel {
  const w = weights(personal);
  const at = (index: number): number => w[index] ?? 0;
  const decay = at(20);
  const factor = 0.9 ** (-1 / decay) - 1;
  const growth = Math.exp(at(8));
  const firstDifficulty = (g: number): number => at(4) - Math.exp(at(5) * (g - 1)) + 1;
  const easiest = firstDifficulty(4);
  const lapseCeiling = Math.exp(at(17) * at(18));

  const afterSuccess = ({ stability, difficulty }: Strength, recall: number, g: number): number => {
    const ease = g === 2 ? at(15) : g === 4 ? at(16) : 1;
    const gain =
      growth * (11 - difficulty) * stability ** -at(9) * Math.expm1(at(10) * (1 - recall));
    return stability * (1 + gain * ease);
  };
  const afterLapse = ({ stability, difficulty }: Strength, recall: number): number =>
    Math.min(
      at(11) *
        difficulty ** -at(12) *
        ((stability + 1) ** at(13) - 1) *
        Math.exp(at(14) * (1 - recall)),
      stability / lapseCeiling,
    );
  const sameDay = (stability: number, g: number): number => {
    const gain = Math.exp(at(17) * (g - 3 + at(18))) * stability ** -at(19);
    return stability * (g >= 2 ? Math.max(1, gain) : gain);
  };

  return {
    recall: (gap, stability) => (1 + (factor * gap) / stability) ** -decay,
    stability(strength, gap, recall, rating) {
      const g = grade[rating];
      if (gap === 0) return asStability(sameDay(strength.stability, g));
      return asStability(
        g === 1 ? afterLapse(strength, recall) : afterSuccess(strength, recall, g),
      );
    },
    difficulty(difficulty, rating) {
      const damped = difficulty + rounded((-at(6) * (grade[rating] - 3) * (10 - difficulty)) / 9);
      return asDifficulty(at(7) * easiest + (1 - at(7)) * damped);
    },
    first: (rating) => ({
      stability: at(grade[rating] - 1),
      difficulty: asDifficulty(firstDifficulty(grade[rating])),
    }),
  };
}
