import { calendarFile, type CalendarDay } from '#core/exam/calendar.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { studyDays } from '#core/study/budget.ts';
import type { Instant } from '#core/time.ts';
import type { DayPlan } from '#state/exam-plan.ts';

interface CalendarWords {
  readonly study: (minutes: number) => string;
  readonly exam: string;
  readonly body: string;
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/**
 * The days of study until the exam with their minutes, and the exam itself, as a calendar file. The days are one
 * series: when the exam is moved, none of the old ones stays behind in the calendar.
 */
export function planCalendar(
  learner: Learner,
  { day: today, exam, budget }: Pick<DayPlan, 'day' | 'exam' | 'budget'>,
  words: CalendarWords,
  at: Instant,
): string {
  const { exam: id, daysOff } = learner.settings;
  const uid = (what: string): string => `${what}-${id ?? ''}@mondo.invalid`;
  const days = studyDays(learner, today, exam);
  const [first] = days;
  const events: CalendarDay[] = [
    { day: exam, uid: uid('exam'), summary: words.exam, description: words.body },
  ];
  if (first !== undefined)
    events.unshift({
      day: first,
      uid: uid('study'),
      repeats: {
        weekdays: WEEK.filter((day) => !daysOff.includes(day)),
        until: days.at(-1) ?? first,
      },
      summary: words.study(Math.round(budget.perDay / 60)),
      description: words.body,
    });
  return calendarFile(events, at);
}
