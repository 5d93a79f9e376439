import { calendarFile, type CalendarDay } from '#core/exam/calendar.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { studyDays } from '#core/study/budget.ts';
import { formatDay, type Instant, type StudyDay } from '#core/time.ts';
import type { DayPlan } from '#state/exam-plan.ts';

interface CalendarWords {
  readonly study: (minutes: number) => string;
  readonly exam: string;
  readonly body: string;
}

/** The days of study until the exam with their minutes, and the exam itself, as a calendar file. */
export function planCalendar(
  learner: Learner,
  { day: today, exam, budget }: Pick<DayPlan, 'day' | 'exam' | 'budget'>,
  words: CalendarWords,
  at: Instant,
): string {
  const uid = (what: string, day: StudyDay): string =>
    `${what}-${formatDay(day)}-${learner.settings.exam ?? ''}@mondo.invalid`;
  const minutes = Math.round(budget.perDay / 60);
  const study = studyDays(learner, today, exam).map((day): CalendarDay => ({
    day,
    uid: uid('study', day),
    summary: words.study(minutes),
    description: words.body,
  }));
  const end: CalendarDay = {
    day: exam,
    uid: uid('exam', exam),
    summary: words.exam,
    description: words.body,
  };
  return calendarFile([...study, end], at);
}
