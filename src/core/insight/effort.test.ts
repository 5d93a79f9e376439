import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyDay } from '#core/time.ts';
import { activity } from './activity.ts';
import { answerTimes } from './answer-times.ts';
import { scopedAnswer } from './progress-sample.ts';

const on = (day: number, spent = 60_000) => scopedAnswer({ day: studyDay(day), spent });

describe('activity', () => {
  test('has every day, the idle ones too, until today', () => {
    const found = activity([on(98), on(98), on(100)], null, studyDay(101));
    expect(found.spells.map(({ answers }) => answers)).toEqual([2, 0, 1, 0]);
    expect(found.spells[0]).toMatchObject({ from: 98, to: 98, millis: 120_000, studied: 1 });
    expect(found).toMatchObject({ daysEach: 1, answers: 3, studied: 2, days: 4, millis: 180_000 });
  });

  test('begins with the first day that is asked for', () => {
    const { spells } = activity([on(100)], studyDay(95), studyDay(101));
    expect(spells.map(({ from }) => from)).toEqual([95, 96, 97, 98, 99, 100, 101]);
  });

  test('takes weeks when days would be too many, the last week ending today', () => {
    const { spells, daysEach } = activity([on(10)], null, studyDay(100));
    expect(daysEach).toBe(7);
    expect(spells.at(-1)).toMatchObject({ from: 94, to: 100 });
    expect(spells[0]?.answers).toBe(1);
  });

  test('shows what a fast clock has put into the future as of today', () => {
    expect(activity([on(105)], null, studyDay(101)).spells).toMatchObject([{ answers: 1 }]);
  });

  test('loses no answer and no minute, and fits the picture', () => {
    const days = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 100 }), (given, later) => {
        const today = studyDay(Math.max(...given) + later);
        const found = activity(
          given.map((day) => on(day)),
          null,
          today,
        );
        expect(found.answers).toBe(given.length);
        expect(found.millis).toBe(given.length * 60_000);
        expect(found.studied).toBe(new Set(given).size);
        expect(found.spells.length).toBeLessThanOrEqual(53);
        expect(found.spells.at(-1)?.to).toBe(today);
      }),
    );
  });
});

describe('answerTimes', () => {
  test('are the median, the middle half, and how sure the median is', () => {
    const found = answerTimes(Array.from({ length: 101 }, (_, i) => i * 1000));
    expect(found).toMatchObject({ count: 101, median: 50_000 });
    expect([found?.quarter, found?.threeQuarters]).toEqual([25_000, 75_000]);
    // Ranks 40.65 and 60.35.
    expect([found?.low, found?.high]).toEqual([40_000, 60_000]);
  });

  test('of nothing are none', () => {
    expect(answerTimes([])).toBeNull();
  });

  test('stand in order, whatever the times, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_600_000), { minLength: 1 }), (times) => {
        const found = answerTimes(times);
        expect(answerTimes(times.toReversed())).toEqual(found);
        const { quarter = 0, median = 0, threeQuarters = 0, low = 0, high = 0 } = found ?? {};
        expect(Math.min(...times)).toBeLessThanOrEqual(quarter);
        expect(quarter <= median && median <= threeQuarters).toBe(true);
        expect(low <= median && median <= high).toBe(true);
        expect(threeQuarters).toBeLessThanOrEqual(Math.max(...times));
      }),
    );
  });
});
