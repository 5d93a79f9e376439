import { describe, expect, test } from 'vitest';
import type { Budget } from './budget.ts';
import { minutesForAll, paceAt } from './pace.ts';

const budget: Budget = {
  set: 900,
  perDay: 900,
  today: 900,
  left: 900,
  daysAfter: 9,
  availability: 1,
};
const outlooks = [
  { seconds: 0, met: 0.2, recall: 0.2 },
  { seconds: 9000, met: 0.6, recall: 0.5 },
  { seconds: 18_000, met: 1, recall: 0.9 },
];

describe('minutes a day', () => {
  test('come to a share that is met and one that is recalled', () => {
    expect(paceAt(outlooks, budget, 15)).toEqual({ met: 0.6, recall: 0.5, meetsAll: false });
    expect(paceAt(outlooks, budget, 30)).toEqual({ met: 1, recall: 0.9, meetsAll: true });
    expect(paceAt(outlooks, budget, 20).met).toBeCloseTo(0.7333);
  });

  test('are told that meet every concept', () => {
    expect(minutesForAll(outlooks, budget)).toBe(30);
    expect(paceAt(outlooks, budget, minutesForAll(outlooks, budget) ?? 0).meetsAll).toBe(true);
    expect(minutesForAll(outlooks, { ...budget, availability: 0.5 })).toBe(55);
  });

  test('are not told where none are enough, or more than anybody has', () => {
    expect(minutesForAll(outlooks.slice(0, 2), budget)).toBeNull();
    expect(minutesForAll(outlooks, { ...budget, left: 0, daysAfter: 0 })).toBeNull();
    expect(minutesForAll([{ seconds: 1e7, met: 1, recall: 1 }], budget)).toBeNull();
  });
});
