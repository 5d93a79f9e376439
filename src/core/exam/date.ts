import { parseDay } from '#core/calendar-day.ts';
import { addDays, type StudyDay } from '#core/time.ts';
import type { Settings } from '#core/journal/settings.ts';
import { localized, shownLanguage, type Language } from '#core/language.ts';
import type { Exam } from '#core/pack/model.ts';
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

/** The first day on which a failed exam may be sat again by its rule; `null` where none is known. */
export const firstRetake = (
  failed: StudyDay,
  exam: Pick<ExamProfile | Exam, 'retake'> | undefined,
): StudyDay | null => (exam?.retake === undefined ? null : addDays(failed, exam.retake.days));

/** Until when an exam can be taken. */
export interface ExamEnd {
  readonly last: StudyDay;
  /** The language in which that is so; `null` for all. */
  readonly language: Language | null;
  /** The code of the exam that takes its place; `null` where none is known. */
  readonly next: string | null;
  readonly isOver: boolean;
}

/**
 * The end of an exam; `null` where none was announced.
 * @param language in which it is to be taken; where nothing is known of that, another is told and named
 */
export function examEnd(
  profile: ExamProfile | undefined,
  language: Language,
  today: StudyDay,
): ExamEnd | null {
  if (profile?.ends === undefined) return null;
  const { last, next = null } = profile.ends;
  const told = typeof last === 'string' ? undefined : shownLanguage(Object.keys(last), language);
  const text = typeof last === 'string' ? last : localized(last, language);
  const day = parseDay(text ?? '');
  return day === null ? null : { last: day, language: told ?? null, next, isOver: day < today };
}
