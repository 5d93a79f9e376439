import { formatDay, studyDay, type StudyDay } from './time.ts';

/** Days as the calendar writes and names them; apart from `time.ts`, since the first screen needs none of it. */

const DAY = 86_400_000;

/** The study day of a date `YYYY-MM-DD`; `null` when the calendar has no such day. */
export function parseDay(text: string): StudyDay | null {
  const day = studyDay(Date.parse(`${text}T00:00:00Z`) / DAY);
  return Number.isInteger(day) && formatDay(day) === text ? day : null;
}

/** 0 is Sunday. */
export const weekdayOf = (day: StudyDay): number => (((day + 4) % 7) + 7) % 7;
