import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, studyDay } from '#core/time.ts';
import { ratings, type Rating } from './rating.ts';
import { dueDay, isDue, retrievability, review, type MemoryState } from './schedule.ts';

const start = studyDay(20_000);

/** Reviews at gaps of so many days; the memory after each. */
function history(steps: readonly (readonly [Rating, gap: number])[]): MemoryState[] {
  const states: MemoryState[] = [];
  let memory: MemoryState | null = null;
  let day = start;
  for (const [rating, gap] of steps) {
    day = addDays(day, gap);
    memory = review(memory, rating, day);
    states.push(memory);
  }
  return states;
}

describe('reference vectors of FSRS-6', () => {
  test('Again, then Good at gaps of 0, 1, 3, 8, 21 days', () => {
    const last = history([
      ['again', 0],
      ['good', 0],
      ['good', 1],
      ['good', 3],
      ['good', 8],
      ['good', 21],
    ]).at(-1);
    expect(last?.stability).toBeCloseTo(53.62691, 4);
    expect(last?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  test.each([
    ['again', 0.212, 6.4133],
    ['hard', 1.2931, 5.11217071],
    ['good', 2.3065, 2.11810397],
    ['easy', 8.2956, 1],
  ] as const)('first %s', (rating, stability, difficulty) => {
    const memory = review(null, rating, start);
    expect(memory.stability).toBeCloseTo(stability, 8);
    expect(memory.difficulty).toBeCloseTo(difficulty, 8);
  });

  test('a long history has the published intervals', () => {
    const gaps = [0, 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12];
    const given: Rating[] = gaps.map((_, i) => (i === 6 || i === 7 ? 'again' : 'good'));
    const states = history(gaps.map((gap, i) => [given[i] ?? 'good', gap]));
    const intervals = states.map(({ stability }) => Math.round(stability));
    // Learning steps stand in the published list where the first review and the failures are.
    expect(intervals.slice(1, 6)).toEqual([2, 11, 46, 163, 498]);
    expect(intervals.slice(8)).toEqual([2, 4, 7, 12, 21]);
  });

  test.each([
    [0, 1],
    [1, 0.9],
    [2, 0.84588465],
    [3, 0.8093881],
  ])('the chance to recall after %i days at a stability of 1 is %f', (days, chance) => {
    const memory = { stability: 1, difficulty: 5, day: start };
    expect(retrievability(memory, addDays(start, days))).toBeCloseTo(chance, 8);
  });

  test('next difficulty from 5', () => {
    const memory = { stability: 5, difficulty: 5, day: start };
    const next = ratings.map((rating) => review(memory, rating, addDays(start, 5)).difficulty);
    [8.34176237, 6.66599536, 4.99022837, 3.31446137].forEach((difficulty, i) =>
      expect(next[i]).toBeCloseTo(difficulty, 8),
    );
  });

  test('a second review on the same day', () => {
    const memory = { stability: 5, difficulty: 5, day: start };
    const next = ratings.map((rating) => review(memory, rating, start).stability);
    [1.596818, 5, 5, 8.12960956].forEach((stability, i) =>
      expect(next[i]).toBeCloseTo(stability, 8),
    );
  });

  test('forgetting at a chance of .90', () => {
    const memory = { stability: 5, difficulty: 1, day: start };
    expect(review(memory, 'again', addDays(start, 5)).stability).toBeCloseTo(1.05253961, 8);
  });
});

describe('a memory of their own', () => {
  test('is reviewed and recalled by their numbers', () => {
    const personal = { first: 0.5, decay: -0.3, growth: 0.2, lapse: 0.1 };
    const memory = review(null, 'good', start, personal);
    expect(memory.stability).toBeCloseTo(2.3065 * Math.exp(0.5), 6);
    const later = addDays(start, 60);
    expect(retrievability(memory, later, personal)).toBeGreaterThan(retrievability(memory, later));
    expect(review(memory, 'good', later, personal)).not.toEqual(review(memory, 'good', later));
  });
});

const anyHistory = fc.array(fc.tuple(fc.constantFrom(...ratings), fc.nat({ max: 400 })), {
  minLength: 1,
  maxLength: 30,
});

describe('due', () => {
  test('is the first day on which the chance to recall is at most .90', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const memory = history(steps).at(-1) ?? review(null, 'good', start);
        const due = dueDay(memory);
        expect(retrievability(memory, due)).toBeLessThanOrEqual(0.9);
        expect(due).toBeGreaterThan(memory.day);
        const before = addDays(due, -1);
        expect(before === memory.day || retrievability(memory, before) > 0.9).toBe(true);
        expect([before, due].map((day) => isDue(memory, day))).toEqual([false, true]);
      }),
    );
  });

  test('a clock set back counts as the same day, and the day of the review never goes back', () => {
    const memory = { stability: 5, difficulty: 5, day: start };
    const early = addDays(start, -3);
    expect(review(memory, 'good', early)).toEqual(review(memory, 'good', start));
    expect(retrievability(memory, early)).toBe(1);
  });
});
