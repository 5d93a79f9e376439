import { expect, test } from 'vitest';
import { studyDay } from '#core/time.ts';
import { standingOf } from './standing.ts';

const stateOn = (day: number, stability: number) => ({
  memory: { stability, difficulty: 5, day: studyDay(day) },
  answers: 1,
  right: 1,
  lapses: 0,
  lastRight: true,
  lastScenario: 's1',
  misconception: null,
});

test.each([
  [100, 'known'],
  [106, 'known'],
  [107, 'fading'],
  [109, 'fading'],
  [110, 'due'],
  [200, 'due'],
])('what was learnt on day 100 for ten days is on day %i %s', (day, standing) => {
  expect(standingOf(stateOn(100, 10), studyDay(day))).toBe(standing);
});

test('what was never answered is not met', () => {
  expect(standingOf(undefined, studyDay(100))).toBe('unmet');
});
