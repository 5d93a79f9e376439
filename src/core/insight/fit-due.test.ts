import { expect, test } from 'vitest';
import { replay } from '#core/journal/learner.ts';
import { averageMemory } from '#core/memory/model.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { fitFacts, isFitDue } from './fit-due.ts';

const answers = (count: number, day: number, from = 0) =>
  Array.from({ length: count }, (_, i) => answered(from + i + 1, noon(day, i % 600)));

test('a fit is due after sixty answers of earlier days, and then after sixty more', () => {
  const few = replay([...answers(59, 100), ...answers(59, 101, 59)]);
  expect(isFitDue(few, studyDay(101))).toBe(false);
  expect(isFitDue(few, studyDay(102))).toBe(true);
  const done = happened(200, noon(102), { type: 'setting', key: 'fittedAfter', value: 118 });
  const fitted = replay([...answers(118, 100), done, ...answers(60, 102, 200)]);
  expect(isFitDue(fitted, studyDay(102))).toBe(false);
  expect(isFitDue(fitted, studyDay(103))).toBe(true);
});

test('a fit after many answers waits for a twentieth more', () => {
  const done = (value: number) =>
    happened(1, noon(99), { type: 'setting', key: 'fittedAfter', value });
  const learner = replay([done(2000), ...answers(2099, 100, 1)]);
  expect(isFitDue(learner, studyDay(101))).toBe(false);
  expect(isFitDue(replay([done(2000), ...answers(2100, 100, 1)]), studyDay(101))).toBe(true);
});

test('a fit waits for the end of the session', () => {
  const start = { session: 'one', seed: 1, mode: 'study', filter: {} } as const;
  const open = happened(101, noon(101), { type: 'session-started', ...start });
  expect(isFitDue(replay([...answers(100, 100), open]), studyDay(102))).toBe(false);
});

test('numbers are written down when they differ, and else only that they were looked at', () => {
  const learner = replay(answers(70, 100));
  const value = { first: 0.5, decay: -0.123_456, growth: 0.001, lapse: 0 };
  expect(fitFacts(learner, { ...averageMemory, growth: 0.019 })).toEqual([
    { type: 'setting', key: 'fittedAfter', value: 70 },
  ]);
  expect(fitFacts(learner, value)).toEqual([
    {
      type: 'setting',
      key: 'personal',
      value: { first: 0.5, decay: -0.123, growth: 0, lapse: 0 },
    },
    { type: 'setting', key: 'fittedAfter', value: 70 },
  ]);
});
