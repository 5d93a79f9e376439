import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, lacking, isAboutNone, mayBeNone, shareOf } from './share.ts';

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

describe('shareOf', () => {
  test.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
  ])('%i of %i lies between %f and %f', (count, of, low, high) => {
    // The last two stand in Newcombe 1998, table I.
    const share = shareOf(count, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test('of nothing may be anything', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: 0, low: 0, high: 1 });
  });

  test('lies in its interval, and the interval between 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { share, low, high } = shareOf(count, of);
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      }),
    );
  });

  test('of the opposite has the opposite interval', () => {
    fc.assert(
      fc.property(counts, ([count, of]) => {
        expect(shareOf(of - count, of).low).toBeCloseTo(1 - shareOf(count, of).high, 10);
      }),
    );
  });

  test('is surer with more answers', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 20 }), ([count, of], times) => {
        const few = shareOf(count, of);
        const many = shareOf(count * times, of * times);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe('differenceOf', () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.679, 1],
  ])('%i of %i less %i of %i lies between %f and %f', (a, n, b, m, low, high) => {
    // Newcombe 1998 (two samples), table II, method 10.
    const found = differenceOf(shareOf(a, n), shareOf(b, m));
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  test('changes its sign when the two change places', () => {
    fc.assert(
      fc.property(counts, counts, ([a, n], [b, m]) => {
        const there = differenceOf(shareOf(a, n), shareOf(b, m));
        const back = differenceOf(shareOf(b, m), shareOf(a, n));
        expect(back.difference).toBeCloseTo(-there.difference, 10);
        expect(back.low).toBeCloseTo(-there.high, 10);
        expect(mayBeNone(back)).toBe(mayBeNone(there));
      }),
    );
  });

  test('of like shares may be none, of unlike ones from many answers not', () => {
    expect(mayBeNone(differenceOf(shareOf(7, 10), shareOf(5, 10)))).toBe(true);
    expect(mayBeNone(differenceOf(shareOf(700, 1000), shareOf(500, 1000)))).toBe(false);
  });
});

test('about none is said of many answers, and never of few', () => {
  const of = (answers: number) =>
    differenceOf(shareOf(answers * 0.7, answers), shareOf(answers * 0.7, answers));
  expect([of(30), of(1000)].map(mayBeNone)).toEqual([true, true]);
  expect([of(30), of(1000)].map(isAboutNone)).toEqual([false, true]);
  expect(isAboutNone(differenceOf(shareOf(700, 1000), shareOf(500, 1000)))).toBe(false);
});

test('as many are lacking as there are too few', () => {
  expect([0, 29, 30, 31].map((count) => lacking(count))).toEqual([30, 1, 0, 0]);
});
