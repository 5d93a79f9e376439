import { averageMemory, memoryModel, type Personal, type Strength } from './model.ts';
import { chanceRight } from './predict.ts';
import type { Rating } from './rating.ts';
import { strengthAfter } from './strength.ts';

/** One answer to a concept, as far as it tells of memory. */
export interface Review {
  /** Days since the answer before; of a first answer it means nothing. */
  readonly gap: number;
  readonly right: boolean;
  readonly rating: Rating;
  /** Chance to be right by guessing, 0 to 1. */
  readonly chance: number;
}

/** With fewer answers than this, they say more of chance than of the learner. */
const ENOUGH_ANSWERS = 60;

const names = ['first', 'decay', 'growth', 'lapse'] as const;
/** How far learners lie from the average one, as standard deviations. */
const spread: Readonly<Record<(typeof names)[number], number>> = {
  first: 0.8,
  decay: 0.6,
  growth: 0.4,
  lapse: 0.4,
};

const ITERATIONS = 8;
const STEP = 1e-3;
const CLOSE = 1e-3;

/** The predicted chance to be right of each answer that follows another on a later day. */
function predictions(histories: readonly (readonly Review[])[], personal: Personal): Float64Array {
  const model = memoryModel(personal);
  const predicted: number[] = [];
  for (const history of histories) {
    let strength: Strength | null = null;
    for (const review of history) {
      const { gap, chance } = review;
      if (strength !== null && gap > 0)
        predicted.push(chanceRight(model.recall(gap, strength.stability), chance));
      strength = strengthAfter(model, strength, review);
    }
  }
  return Float64Array.from(predicted);
}

const outcomes = (histories: readonly (readonly Review[])[]): readonly boolean[] =>
  histories.flatMap((history) =>
    history.slice(1).flatMap(({ gap, right }) => (gap > 0 ? [right] : [])),
  );

const moved = (from: Personal, by: readonly number[]): Personal => ({
  first: from.first + (by[0] ?? 0),
  decay: from.decay + (by[1] ?? 0),
  growth: from.growth + (by[2] ?? 0),
  lapse: from.lapse + (by[3] ?? 0),
});

/** Solves a small symmetric positive system (Cholesky). */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower: number[][] = [];
  for (let i = 0; i < n; i += 1) {
    const row: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * (lower[j]?.[k] ?? row[k] ?? 0);
      row.push(i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j]?.[j] ?? 1));
    }
    lower.push(row);
  }
  const forward: number[] = [];
  for (let i = 0; i < n; i += 1) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (lower[i]?.[k] ?? 0) * (forward[k] ?? 0);
    forward.push(sum / (lower[i]?.[i] ?? 1));
  }
  const result = forward.slice();
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = forward[i] ?? 0;
    for (let k = i + 1; k < n; k += 1) sum -= (lower[k]?.[i] ?? 0) * (result[k] ?? 0);
    result[i] = sum / (lower[i]?.[i] ?? 1);
  }
  return result;
}

/** One step of Fisher scoring towards the most probable numbers. */
function step(
  histories: readonly (readonly Review[])[],
  rights: readonly boolean[],
  personal: Personal,
): readonly number[] {
  const at = predictions(histories, personal);
  const slopes = names.map((_, i) => {
    const beside = predictions(
      histories,
      moved(
        personal,
        names.map((__, j) => (i === j ? STEP : 0)),
      ),
    );
    return beside.map((value, k) => (value - (at[k] ?? 0)) / STEP);
  });
  const gradient = names.map((name) => -personal[name] / spread[name] ** 2);
  const information = names.map((name, i) =>
    names.map((_, j) => (i === j ? 1 / spread[name] ** 2 : 0)),
  );
  rights.forEach((isRight, k) => {
    const p = Math.min(1 - 1e-6, Math.max(1e-6, at[k] ?? 0));
    const surprise = ((isRight ? 1 : 0) - p) / (p * (1 - p));
    slopes.forEach((slope, i) => {
      gradient[i] = (gradient[i] ?? 0) + surprise * (slope[k] ?? 0);
      const row = information[i] ?? [];
      slopes.forEach((other, j) => {
        row[j] = (row[j] ?? 0) + ((slope[k] ?? 0) * (other[k] ?? 0)) / (p * (1 - p));
      });
    });
  });
  // No step goes farther than learners differ: far away the curves say nothing.
  return solved(information, gradient).map((by, i) => {
    const most = spread[names[i] ?? 'first'];
    return Math.min(most, Math.max(-most, by));
  });
}

/**
 * The four numbers of a learner that are most probable after these answers (maximum a posteriori, by Fisher scoring),
 * with a likelihood that knows of guessing. The average learner's until there are 60 answers.
 * @param histories the answers of each concept, in order
 */
export function fitted(histories: readonly (readonly Review[])[]): Personal {
  const rights = outcomes(histories);
  let personal = averageMemory;
  if (rights.length < ENOUGH_ANSWERS) return personal;
  for (let i = 0; i < ITERATIONS; i += 1) {
    const by = step(histories, rights, personal);
    personal = moved(personal, by);
    if (by.every((distance) => Math.abs(distance) < CLOSE)) break;
  }
  return personal;
}
