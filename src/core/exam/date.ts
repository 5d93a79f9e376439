import { parseDay } from '#core/calendar-day.ts';
import { addDays, type StudyDay } from '#core/time.ts';
import type { Settings } from '#core/journal/settings.ts';
import type { ExamProfile } from './profile.ts';

/** A plan looks so many days ahead, and no farther. */
export const MOST_DAYS = 366;

/** Why an exam cannot be on a day. */
export type DateTrouble = 'impossible' | 'past' | 'far';

/** @returns `null` when an exam can be on that day, today among them */
export function dateTrouble(text: string, today: StudyDay): DateTrouble | null {
  const day = parseDay(text);
  if (day === null) return 'impossible';
  if (day < today) return 'past';
  return day > addDays(today, MOST_DAYS) ? 'far' : null;
}

/** The day of the exam that is studied for; `null` without one. */
export const examDayOf = ({ exam, examDate }: Settings): StudyDay | null =>
  exam === null || examDate === null ? null : parseDay(examDate);

/** The first day on which a failed exam may be sat again by the provider's rule; `null` where that is not known. */
export const firstRetake = (failed: StudyDay, profile: ExamProfile | undefined): StudyDay | null =>
  profile?.retake === undefined ? null : addDays(failed, profile.retake.days);
