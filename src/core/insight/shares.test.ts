import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceRight } from '#core/memory/predict.ts';
import { calibration } from './calibration.ts';
import { exposures } from './exposures.ts';
import { languageShares } from './languages.ts';
import { answersOf, scopedAnswer } from './progress-sample.ts';
import { retention } from './retention.ts';

const recalls = fc.array(
  fc.record({ recall: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), right: fc.boolean() }),
);

describe('retention', () => {
  test('holds what was predicted, guessing included, against what came', () => {
    const { bins, predicted, real, lacking } = retention([
      ...answersOf(8, 10, { exposure: 'repeat', recall: 0.85 }),
      ...answersOf(5, 20, { exposure: 'repeat', recall: 0.2 }),
      ...answersOf(9, 9),
    ]);
    const high = chanceRight(0.85, 0.25);
    const low = chanceRight(0.2, 0.25);
    expect(bins).toMatchObject([
      { from: 0, to: 0.5, real: { count: 5, of: 20 } },
      { from: 0.8, to: 0.9, real: { count: 8, of: 10 } },
    ]);
    expect(bins[1]?.predicted).toBeCloseTo(high, 10);
    expect(predicted).toBeCloseTo((10 * high + 20 * low) / 30, 10);
    expect(real).toMatchObject({ count: 13, of: 30 });
    expect(lacking).toBe(0);
  });

  test('says how many answers are lacking, and has no bins, before the first', () => {
    expect(retention(answersOf(5, 5))).toMatchObject({ bins: [], predicted: 0, lacking: 30 });
  });

  test('puts every judged answer in one bin, the mean of a bin inside of it', () => {
    fc.assert(
      fc.property(recalls, (given) => {
        const { bins, real, brier } = retention(given.map((change) => scopedAnswer(change)));
        expect(bins.reduce((sum, bin) => sum + bin.real.of, 0)).toBe(real.of);
        expect(real.of).toBe(given.filter(({ recall }) => recall !== null).length);
        expect(brier >= 0 && brier <= 1).toBe(true);
        for (const { from, to, predicted } of bins) {
          expect(predicted).toBeGreaterThanOrEqual(from - 1e-9);
          expect(predicted).toBeLessThanOrEqual(to + 1e-9);
        }
      }),
    );
  });
});

describe('calibration', () => {
  test('has all three levels, and says of each how many answers are lacking', () => {
    const levels = calibration([
      ...answersOf(27, 30, { confidence: 'certain' }),
      ...answersOf(3, 29, { confidence: 'guessing' }),
      ...answersOf(0, 9, { confidence: null }),
    ]);
    expect(levels).toMatchObject([
      { confidence: 'guessing', right: { of: 29 }, lacking: 1 },
      { confidence: 'fairly-sure', right: { of: 0 }, lacking: 30 },
      { confidence: 'certain', right: { count: 27, of: 30 }, lacking: 0 },
    ]);
  });
});

describe('exposures', () => {
  const fresh = answersOf(24, 40, { exposure: 'new-scenario', recall: 0.8 });
  const seen = answersOf(38, 40, { exposure: 'repeat', recall: 0.8 });

  test('tell what is known from what is memorised', () => {
    const { shares, gap } = exposures([...answersOf(5, 10), ...fresh, ...seen]);
    expect(shares.map(({ right }) => right.share)).toEqual([0.5, 0.6, 0.95]);
    expect(gap?.difference).toBeCloseTo(0.35, 10);
    expect(gap?.low).toBeGreaterThan(0);
  });

  test('have no gap while there is too little to compare', () => {
    expect(exposures([...fresh.slice(0, 29), ...seen]).gap).toBeNull();
    expect(exposures([...fresh, ...seen.slice(11)]).gap).toBeNull();
  });

  test('leave out what was answered again on the same day, and what nobody can tell of', () => {
    const { shares } = exposures([
      ...answersOf(9, 9, { exposure: 'repeat', recall: null }),
      ...answersOf(9, 9, { exposure: null, recall: null }),
    ]);
    expect(shares.map(({ right }) => right.of)).toEqual([0, 0, 0]);
  });
});

describe('languages', () => {
  test('are compared where two have enough answers, the one read most first', () => {
    const { shares, difference } = languageShares([
      ...answersOf(20, 40, { language: 'en' }),
      ...answersOf(45, 50, { language: 'ja' }),
    ]);
    expect(shares.map(({ language }) => language)).toEqual(['ja', 'en']);
    expect(difference?.difference).toBeCloseTo(0.4, 10);
  });

  test('are not compared where there is one, or one has too few', () => {
    const ja = answersOf(45, 50, { language: 'ja' });
    expect(languageShares(ja)).toMatchObject({ shares: [{ lacking: 0 }], difference: null });
    const two = languageShares([...ja, ...answersOf(9, 10, { language: 'en' })]);
    expect(two).toMatchObject({ shares: [{ lacking: 0 }, { lacking: 20 }], difference: null });
  });
});
