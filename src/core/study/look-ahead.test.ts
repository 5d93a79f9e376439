import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryModel } from '#core/memory/model.ts';
import { gapsUpTo, lookAhead, terrainOf, type Standing } from './look-ahead.ts';

const model = memoryModel();
const costs = { right: 25, wrong: 45, fresh: 50 };
const terrain = terrainOf(model, 30);
const free = lookAhead(terrain, costs, 0);

const standings: fc.Arbitrary<Standing> = fc.oneof(
  fc.record({
    strength: fc.record({
      stability: fc.double({ min: 0.2, max: 300, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    }),
    gap: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ prior: fc.double({ min: 0.05, max: 0.95, noNaN: true }) }),
);
const days = fc.integer({ min: 1, max: 30 });
const prices = fc.double({ min: 0, max: 0.02, noNaN: true });

/** The chance on exam day without another answer. */
const untouched = (standing: Standing, left: number): number =>
  'prior' in standing
    ? standing.prior
    : model.recall(standing.gap + left, standing.strength.stability);

test('gaps grow by about a sixth, and end before the exam', () => {
  expect(gapsUpTo(15)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13]);
  expect(gapsUpTo(1)).toEqual([]);
});

test('waiting is never worth less than doing nothing, nor chances outside 0 and 1', () => {
  fc.assert(
    fc.property(standings, days, prices, (standing, left, price) => {
      const { now, later } = lookAhead(terrain, costs, price).appraise(standing, left);
      expect(later.value).toBeGreaterThanOrEqual(untouched(standing, left) - 1e-9);
      for (const { recall, seconds, value } of [now, later]) {
        expect(recall).toBeGreaterThanOrEqual(0);
        expect(recall).toBeLessThanOrEqual(1);
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(value).toBeCloseTo(recall - price * seconds, 9);
      }
    }),
    { numRuns: 60 },
  );
});

test('the dearer the time, the less of it is planned', () => {
  fc.assert(
    fc.property(standings, days, (standing, left) => {
      const planned = [0.0001, 0.001, 0.01, 0.1].map((price) => {
        const { now, later } = lookAhead(terrain, costs, price).appraise(standing, left);
        return now.value > later.value ? now : later;
      });
      for (const [i, prospect] of planned.entries())
        expect(prospect.seconds).toBeLessThanOrEqual((planned[i - 1]?.seconds ?? Infinity) + 1e-6);
      expect(planned.at(-1)?.seconds).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('one day before the exam there is only now or never, and the numbers are those of the curve', () => {
  const strength = { stability: 4, difficulty: 5 };
  const { now, later } = free.appraise({ strength, gap: 8 }, 1);
  const p = model.recall(8, 4);
  const after = (rating: 'good' | 'again') =>
    model.recall(1, model.stability(strength, 8, p, rating));
  expect(later).toEqual({ value: model.recall(9, 4), recall: model.recall(9, 4), seconds: 0 });
  expect(now.recall).toBeCloseTo(p * after('good') + (1 - p) * after('again'), 2);
  expect(now.seconds).toBeCloseTo(p * 25 + (1 - p) * 45, 9);
});

test('what is nearly forgotten gains more from a review than what was seen yesterday', () => {
  const gain = (gap: number) =>
    lookAhead(terrain, costs, 0.001).appraise(
      { strength: { stability: 5, difficulty: 5 }, gap },
      20,
    ).gain;
  expect(gain(10)).toBeGreaterThan(gain(1));
});
