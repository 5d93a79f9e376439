import { describe, expect, test } from 'vitest';
import type { Event } from '#core/journal/event.ts';
import { finish } from '#core/journal/slices.ts';
import { chanceRight } from '#core/memory/predict.ts';
import { retrievability, review } from '#core/memory/schedule.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { baseBrier, brier, reliability } from './reliability.ts';
import { retracing } from './retrace.ts';
import { shareOf } from './share.ts';
import { trackRecord } from './track-record.ts';

const guess = () => 0.25;
const record = (...events: readonly Event[]) =>
  finish(trackRecord(finish(retracing(events)), guess));

describe('the track record', () => {
  test('predicts the first meeting from others, and later answers from memory', () => {
    const { predictions } = record(
      answered(1, noon(100)),
      answered(2, noon(100, 1), { concept: 'c1' }),
      answered(3, noon(110), { scenario: 's1', right: false }),
    );
    const recall = retrievability(review(null, 'good', studyDay(100)), studyDay(110));
    expect(predictions.map(({ right }) => right)).toEqual([true, true, false]);
    expect(predictions[0]?.predicted).toBeCloseTo(0.475, 10);
    expect(predictions[1]?.predicted).toBeCloseTo((1 + 4 * 0.475) / 5, 10);
    expect(predictions[2]?.predicted).toBeCloseTo(chanceRight(recall, 0.25), 6);
  });

  test('leaves out second answers on one day, and moves its bias by the others', () => {
    const { predictions, bias } = record(
      answered(1, noon(100)),
      answered(2, noon(100, 1), { scenario: 's1' }),
      answered(3, noon(101), { scenario: 's2', right: false }),
    );
    expect(predictions).toHaveLength(2);
    expect(bias).toBeCloseTo(-0.1 * (predictions[1]?.predicted ?? 0), 10);
  });

  test('predicts by the numbers of the day, for all that came before', () => {
    const value = { first: 1, decay: 0, growth: 0, lapse: 0 };
    const fit = happened(2, noon(101), { type: 'setting', key: 'personal', value });
    const later = answered(3, noon(120), { scenario: 's1' });
    const own = record(answered(1, noon(100)), fit, later).predictions[1];
    const average = record(answered(1, noon(100)), later).predictions[1];
    const recall = retrievability(review(null, 'good', studyDay(100), value), studyDay(120), value);
    expect(own?.predicted).toBeCloseTo(chanceRight(recall, 0.25), 6);
    expect(own?.predicted).toBeGreaterThan(average?.predicted ?? 1);
  });

  test('has a bias of its own for new situations, which those that were seen lately do not move', () => {
    const wrong = { right: false };
    const seen = record(answered(1, noon(100)), answered(2, noon(105), wrong));
    const fresh = record(
      answered(1, noon(100)),
      answered(2, noon(105), { scenario: 's1', ...wrong }),
    );
    const rested = record(
      answered(1, noon(100)),
      answered(2, noon(104), { scenario: 's1' }),
      answered(3, noon(140), wrong),
    );
    expect([seen.newBias, fresh.newBias]).toEqual([0, fresh.bias]);
    const before = record(answered(1, noon(100)), answered(2, noon(104), { scenario: 's1' }));
    const [first, moved] = [before.newBias, rested.newBias];
    expect(moved).toBeLessThan(first);
    expect(moved - first).toBeCloseTo((rested.bias - before.bias) / 2, 10);
  });

  test('of nothing is empty', () => {
    expect(record()).toEqual({ predictions: [], bias: 0, newBias: 0 });
  });
});

describe('reliability', () => {
  const predictions = [
    { predicted: 0.9, right: true },
    { predicted: 0.95, right: false },
    { predicted: 0.2, right: false },
    { predicted: 1, right: true },
  ];

  test('puts predictions together by tenths, empty ones left out', () => {
    expect(reliability(predictions)).toEqual([
      { from: 0.2, to: 0.3, predicted: 0.2, real: shareOf(0, 1) },
      { from: 0.9, to: 1, predicted: expect.closeTo(0.95, 10), real: shareOf(2, 3) },
    ]);
  });

  test('is summed up in one score, beside that of saying the average always', () => {
    expect(brier(predictions)).toBeCloseTo((0.01 + 0.9025 + 0.04 + 0) / 4, 10);
    expect(baseBrier(predictions)).toBe(0.25);
    expect([brier([]), baseBrier([])]).toEqual([null, null]);
  });
});
