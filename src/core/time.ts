/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A local calendar day that turns at the learner's day start, counted in days since 1970-01-01. */
export type StudyDay = number & { readonly __brand: 'StudyDay' };

/** One reading of a clock: when, and how many minutes local time is ahead of UTC. */
export interface Clock {
  readonly at: Instant;
  readonly offset: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The day turns at 04:00 unless the learner says otherwise. */
export const DEFAULT_DAY_START = 4 * 60;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand's constructor
export const instant = (millis: number): Instant => millis as Instant;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand's constructor
export const studyDay = (days: number): StudyDay => days as StudyDay;

/**
 * The study day that a clock reading belongs to.
 * @param dayStart minutes after local midnight at which the day turns, 0 to 1439
 */
export const studyDayOf = (clock: Clock, dayStart: number = DEFAULT_DAY_START): StudyDay =>
  studyDay(Math.floor((clock.at + (clock.offset - dayStart) * MINUTE) / DAY));

/** Whole days from one study day to another; never negative, since clocks may be set back. */
export const daysBetween = (from: StudyDay, to: StudyDay): number => Math.max(0, to - from);

export const addDays = (day: StudyDay, days: number): StudyDay => studyDay(day + days);

/** Noon of a study day as if in UTC: for formatting with `timeZone: 'UTC'`. */
export const middleOf = (day: StudyDay): Instant => instant(day * DAY + DAY / 2);

/** The calendar date of a study day as `YYYY-MM-DD`. */
export const formatDay = (day: StudyDay): string => new Date(day * DAY).toISOString().slice(0, 10);
