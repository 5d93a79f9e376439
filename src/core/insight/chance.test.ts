import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chanceToPass,
  likelihood,
  neededOf,
  normalBelow,
  percentOf,
  tauFor,
  type Attempt,
} from './chance.ts';

const unit = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  share: unit(0, 1),
  scored: fc.integer({ min: 1, max: 300 }),
  pass: unit(0.1, 1),
  passSpread: fc.constantFrom(0, 0.03),
  tau: unit(0.2, 3),
});

test.each([
  [0, 0.5],
  [1, 0.8413447],
  [-1, 0.1586553],
  [1.2816, 0.9000085],
  [-6, 1e-9],
])('the normal distribution below %f is %f', (x, below) => {
  expect(normalBelow(x)).toBeCloseTo(below, 6);
});

test.each([
  [20, 0.7, 14],
  [50, 0.72, 36],
  [50, 0.71, 36],
  [3, 1, 3],
])('of %i questions at %f, %i are needed', (scored, pass, needed) => {
  expect(neededOf(scored, pass)).toBe(needed);
});

describe('the chance to pass', () => {
  test('lies between 0 and 1, within its band', () => {
    fc.assert(
      fc.property(anyAttempt, (attempt) => {
        const { chance, low, high } = chanceToPass(attempt);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(chance);
        expect(chance).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('never falls when more is known, and never rises when more is asked', () => {
    fc.assert(
      fc.property(anyAttempt, unit(0, 0.5), (attempt, more) => {
        const { chance } = chanceToPass(attempt);
        const share = Math.min(1, attempt.share + more);
        const pass = Math.min(1, attempt.pass + more);
        expect(chanceToPass({ ...attempt, share }).chance).toBeGreaterThanOrEqual(chance - 1e-9);
        expect(chanceToPass({ ...attempt, pass }).chance).toBeLessThanOrEqual(chance + 1e-9);
      }),
    );
  });

  test('has a wider band with less evidence', () => {
    const width = (evidence: number): number => {
      const attempt = { share: 0.74, scored: 50, pass: 0.72, passSpread: 0.03 };
      const { low, high } = chanceToPass({ ...attempt, tau: tauFor(0.74, evidence) });
      return high - low;
    };
    expect(width(30)).toBeGreaterThan(width(100));
    expect(width(100)).toBeGreaterThan(width(1000));
    expect(width(1e9)).toBeGreaterThan(0.1);
  });

  test('of nine in ten needs about .785 of fifty questions at a mark of .72', () => {
    const at = (share: number): number =>
      chanceToPass({ share, scored: 50, pass: 0.72, passSpread: 0, tau: 0 }).chance;
    expect(at(0.785)).toBeCloseTo(0.9, 1);
    expect(at(0.72)).toBeCloseTo(0.56, 2);
  });
});

test('an uncertain mark is fair: as good as a known one between its whole questions', () => {
  const exam = { share: 0.7, scored: 50, tau: 0.3 };
  const at = (pass: number, passSpread: number) =>
    chanceToPass({ ...exam, pass, passSpread }).chance;
  const whole = (at(0.7, 0) + at(0.72, 0)) / 2;
  expect(at(0.7, 1e-9)).toBeCloseTo(whole, 2);
});

test('the share is never less uncertain than .3, and more with little evidence', () => {
  fc.assert(
    fc.property(unit(0, 1), unit(1, 1e6), unit(1, 1e6), (share, n, more) => {
      expect(tauFor(share, n)).toBeGreaterThan(0.3);
      expect(tauFor(share, n + more)).toBeLessThan(tauFor(share, n));
    }),
  );
});

test.each([
  [0, 1, 'very-unlikely'],
  [0.0999, 9, 'very-unlikely'],
  [0.1, 10, 'unlikely'],
  [0.349, 34, 'unlikely'],
  [0.35, 35, 'open'],
  [0.6499, 64, 'open'],
  [0.65, 65, 'likely'],
  [0.8999, 89, 'likely'],
  [0.9, 90, 'very-likely'],
  [1, 99, 'very-likely'],
] as const)('a chance of %f is %i %%, rounded down, and %s', (chance, percent, word) => {
  expect(percentOf(chance)).toBe(percent);
  expect(likelihood(chance)).toBe(word);
});
