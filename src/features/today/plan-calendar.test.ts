import { describe, expect, test } from 'vitest';
import { parseDay } from '#core/calendar-day.ts';
import { emptyLearner, type Learner } from '#core/journal/learner-state.ts';
import { budgetOf } from '#core/study/budget.ts';
import { instant, studyDay } from '#core/time.ts';
import { planCalendar } from './plan-calendar.ts';

const words = { study: (minutes: number) => `${minutes} min`, exam: 'the exam', body: 'body' };

const dayOf = (text: string) => parseDay(text) ?? studyDay(0);

/** What a calendar holds after files were imported one after the other: of the same event the newer one. */
function imported(...files: readonly string[]): string[] {
  const events = new Map<string, { readonly sequence: number; readonly days: string[] }>();
  for (const file of files)
    for (const [, event = ''] of file.matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs)) {
      const valueOf = (name: string): string =>
        event.match(new RegExp(`^${name}[;:](?:VALUE=DATE:)?(.*)\r$`, 'm'))?.[1] ?? '';
      const uid = valueOf('UID');
      const sequence = Number(valueOf('SEQUENCE'));
      if (sequence >= (events.get(uid)?.sequence ?? 0))
        events.set(uid, { sequence, days: [valueOf('DTSTART'), valueOf('RRULE')] });
    }
  return [...events.values()].flatMap(({ days }) => days).filter((text) => text !== '');
}

/** What is saved on a day, for an exam on another. */
function saved(on: string, exam: string, settings: Partial<Learner['settings']> = {}): string {
  const learner = {
    ...emptyLearner,
    settings: { ...emptyLearner.settings, exam: 'aws-saa-c03', examDate: exam, ...settings },
  };
  const plan = { day: dayOf(on), exam: dayOf(exam) };
  const budget = budgetOf(learner, plan.day, plan.exam);
  return planCalendar(learner, { ...plan, budget }, words, instant(Date.parse(on)));
}

describe('the plan in a calendar', () => {
  test('is one series of days with their minutes, without days off, and the exam', () => {
    // 26 November 2026 is a Thursday.
    const file = saved('2026-11-26', '2026-12-03', { daysOff: [0, 3, 4] });
    expect(imported(file)).toEqual([
      '20261127',
      'FREQ=WEEKLY;UNTIL=20261201;BYDAY=MO,TU,FR,SA',
      '20261203',
    ]);
    expect(file).toContain('SUMMARY:15 min\r\n');
  });

  test('moves with the exam: no old day stays behind, whichever way it went', () => {
    const first = saved('2026-11-26', '2026-12-20');
    for (const moved of ['2026-12-10', '2027-01-10']) {
      const then = saved('2026-11-28', moved);
      expect(imported(first, then)).toEqual(imported(then));
      // Even when the older file is imported once more.
      expect(imported(first, then, first)).toEqual(imported(then));
    }
  });

  test('keeps two exams apart', () => {
    const other = saved('2026-11-26', '2026-12-20', { exam: 'aws-sap-c02' });
    expect(imported(saved('2026-11-26', '2026-12-03'), other)).toHaveLength(6);
  });

  test('is the exam alone where no day of study is left before it', () => {
    expect(imported(saved('2026-11-26', '2026-11-27', { daysOff: [4] }))).toEqual(['20261127']);
  });
});
