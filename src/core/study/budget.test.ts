import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DayCount, DayRule, Learner } from '#core/journal/learner-state.ts';
import { emptyLearner } from '#core/journal/learner-state.ts';
import type { Settings } from '#core/journal/settings.ts';
import { parseDay } from '#core/calendar-day.ts';
import { addDays, studyDay, type StudyDay } from '#core/time.ts';
import { budgetOf, costsOf, minutesFor, secondsUntil } from './budget.ts';

/** A Thursday. */
const today = parseDay('2026-11-26') ?? studyDay(0);

const learner = (
  settings: Partial<Settings>,
  minutes: readonly [day: StudyDay, minutes: number][] = [],
  rules: readonly [since: StudyDay, rule: DayRule][] = [],
): Learner => ({
  ...emptyLearner,
  settings: { ...emptyLearner.settings, ...settings },
  rules: new Map(rules),
  days: new Map(
    minutes.map(([day, many]): [StudyDay, DayCount] => [
      day,
      { answers: many > 0 ? 9 : 0, right: 5, introduced: 2, millis: many * 60_000 },
    ]),
  ),
});

const past = (count: number, minutes: number): [StudyDay, number][] =>
  Array.from({ length: count }, (_, i) => [addDays(today, -1 - i), minutes]);

describe('the time until an exam', () => {
  test('is so many minutes on each day before it', () => {
    const budget = budgetOf(learner({ minutesPerDay: 20 }), today, addDays(today, 10));
    expect(budget).toMatchObject({
      set: 1200,
      today: 1200,
      left: 1200,
      daysAfter: 9,
      availability: 1,
    });
    expect(secondsUntil(budget, 1200)).toBe(12_000);
  });

  test('leaves out days off, today among them', () => {
    const weekend = learner({ daysOff: [0, 6] });
    expect(budgetOf(weekend, today, addDays(today, 8)).daysAfter).toBe(5);
    const saturday = budgetOf(weekend, addDays(today, 2), addDays(today, 8));
    expect(saturday).toMatchObject({ today: 0, left: 0, daysAfter: 4 });
  });

  test('is none on the day of it', () => {
    const budget = budgetOf(learner({ planFrom: '2026-11-01' }), today, today);
    expect(budget).toMatchObject({ today: 0, left: 0, daysAfter: 0 });
    expect(secondsUntil(budget, 900)).toBe(0);
  });

  test('takes off what was studied today', () => {
    const { today: whole, left } = budgetOf(learner({}, [[today, 5]]), today, addDays(today, 3));
    expect([whole, left]).toEqual([900, 600]);
  });

  test('spreads what was missed since the plan was made', () => {
    const missed = learner({ planFrom: '2026-11-24' }, [[addDays(today, -2), 15]]);
    expect(budgetOf(missed, today, addDays(today, 10)).today).toBe(900 + 900 / 10);
    const made = learner({ planFrom: '2026-11-24' }, [[addDays(today, -2), 30]]);
    expect(budgetOf(made, today, addDays(today, 10)).today).toBe(900);
    expect(budgetOf(learner({}), today, addDays(today, 10)).today).toBe(900);
  });

  describe('takes a day that went into a mock exam for studied:', () => {
    const planned = { planFrom: '2026-11-16' };
    const exam = addDays(today, 10);
    const yesterday = addDays(today, -1);
    const without = learner(planned, past(10, 15).slice(1));
    const onDay = (day: StudyDay, count: DayCount, mocks: readonly StudyDay[] = []): Learner => ({
      ...without,
      days: new Map(without.days).set(day, count),
      mocks: new Set(mocks),
    });
    const drilled: DayCount = { answers: 66, right: 40, introduced: 0, millis: 60_000 };

    test('it is not missed, and has its part in the share of days', () => {
      const sat = { ...without, mocks: new Set([yesterday]) };
      expect(budgetOf(without, today, exam)).toMatchObject({ today: 990, availability: 0.9 });
      expect(budgetOf(sat, today, exam)).toMatchObject({ today: 900, availability: 1 });
    });

    test('also when some questions were drilled besides', () => {
      expect(budgetOf(onDay(yesterday, drilled), today, exam).today).toBe(900 + 840 / 10);
      expect(budgetOf(onDay(yesterday, drilled, [yesterday]), today, exam).today).toBe(900);
    });

    test('study besides that is more than was wanted makes up for other days', () => {
      const before = addDays(today, -2);
      const much = { ...drilled, millis: 30 * 60_000 };
      expect(budgetOf(onDay(before, much, [before]), today, exam).today).toBe(900);
    });

    test('not the day on which its report was read', () => {
      const read: DayCount = { answers: 65, right: 40, introduced: 0, millis: 0 };
      expect(budgetOf(onDay(yesterday, read), today, exam)).toMatchObject({
        today: 990,
        availability: 0.9,
      });
    });
  });

  describe('counts a day that is gone by what was set then:', () => {
    const exam = addDays(today, 10);
    const rule = (minutesPerDay: number, daysOff: readonly number[] = []): DayRule => ({
      minutesPerDay,
      daysOff,
    });
    const planned = { planFrom: '2026-11-16' };

    test('more minutes from now on were not missed before', () => {
      const more = learner({ ...planned, minutesPerDay: 40 }, past(10, 15), [[today, rule(40)]]);
      expect(budgetOf(more, today, exam).today).toBe(2400);
    });

    test('fewer minutes from now on make up for nothing', () => {
      const rules: [StudyDay, DayRule][] = [
        [addDays(today, -10), rule(30)],
        [today, rule(10)],
      ];
      const fewer = learner({ ...planned, minutesPerDay: 10 }, past(9, 30), rules);
      expect(budgetOf(fewer, today, exam).today).toBe(600 + Math.min(180, 1800 / 10));
    });

    test('the first day by what was set last on it, the days before the plan not at all', () => {
      const rules: [StudyDay, DayRule][] = [[addDays(today, -1), rule(20)]];
      const settings = { planFrom: '2026-11-25', minutesPerDay: 20 };
      expect(budgetOf(learner(settings, [], rules), today, exam).perDay).toBe(1200 + 1200 / 10);
    });

    test('a day off was not missed, whenever it stopped being one; study on it makes up for others', () => {
      // The weekend of 21 and 22 November was free.
      const rules: [StudyDay, DayRule][] = [
        [addDays(today, -10), rule(15, [0, 6])],
        [today, rule(15)],
      ];
      const worked = past(10, 15).filter(([day]) => ![5, 4].includes(today - day));
      expect(budgetOf(learner(planned, worked, rules), today, exam).today).toBe(900);
      const [, ...others] = worked;
      const saturday: [StudyDay, number] = [addDays(today, -5), 15];
      expect(budgetOf(learner(planned, others, rules), today, exam).today).toBe(990);
      expect(budgetOf(learner(planned, [...others, saturday], rules), today, exam).today).toBe(900);
    });

    test('a day off says nothing of how regularly there is study', () => {
      const rules: [StudyDay, DayRule][] = [
        [addDays(today, -20), rule(15, [0, 6])],
        [today, rule(15)],
      ];
      const weekdays = past(20, 15).filter(
        ([day]) => ![4, 5, 11, 12, 18, 19].includes(today - day),
      );
      expect(budgetOf(learner({}, weekdays, rules), today, exam).availability).toBe(1);
    });
  });

  test('never makes a day longer than 1.3 times what is set', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 360 }),
        fc.subarray([0, 1, 2, 3, 4, 5]),
        (minutesPerDay, ahead, daysOff) => {
          const settings = { minutesPerDay, daysOff, planFrom: '2026-11-01' };
          const { set, today: whole } = budgetOf(learner(settings), today, addDays(today, ahead));
          expect(whole).toBeLessThanOrEqual(1.3 * set + 1e-9);
        },
      ),
    );
  });

  test('counts on the share of days that were really studied', () => {
    const lazy = past(20, 15).map(([day], i): [StudyDay, number] => [day, i % 2 === 0 ? 15 : 0]);
    expect(budgetOf(learner({}, lazy), today, addDays(today, 9)).availability).toBeCloseTo(0.5);
    expect(budgetOf(learner({}, past(3, 0)), today, addDays(today, 9)).availability).toBe(1);
    expect(budgetOf(learner({}, past(20, 0)), today, addDays(today, 9)).availability).toBe(0.25);
  });
});

test('minutes a day and seconds until the exam are one the other turned round', () => {
  // Today is not given back: fewer minutes than were studied are no fewer seconds.
  const minutes = fc.integer({ min: 15, max: 120 });
  const ahead = fc.integer({ min: 1, max: 200 });
  const done = fc.integer({ min: 0, max: 14 });
  const property = fc.property(minutes, ahead, done, (perDay, days, studied) => {
    const budget = budgetOf(learner({}, [[today, studied]]), today, addDays(today, days));
    return minutesFor(budget, secondsUntil(budget, perDay * 60)) === perDay;
  });
  expect(() => fc.assert(property)).not.toThrow();
});

test('with no day left no number of minutes is enough', () => {
  const free = learner({ daysOff: [4, 5, 6] });
  expect(minutesFor(budgetOf(free, today, addDays(today, 2)), 100)).toBeNull();
});

test('an answer costs what it takes this learner', () => {
  expect(costsOf(emptyLearner)).toEqual({ right: 37.5, wrong: 67.5, fresh: 75 });
  const quick = { ...emptyLearner, pace: Array.from({ length: 20 }, () => 12_000) };
  expect(costsOf(quick)).toEqual({ right: 10, wrong: 18, fresh: 20 });
});
