import { middleOf, type StudyDay } from '#core/time.ts';

/** A study day as a date in words: "November 28, 2026". */
export const dayWords = (day: StudyDay, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(middleOf(day));
