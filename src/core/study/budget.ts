import {
  dayCount,
  secondsPerAnswer,
  type DayRule,
  type Learner,
} from '#core/journal/learner-state.ts';
import { defaultSettings } from '#core/journal/settings.ts';
import { parseDay, weekdayOf } from '#core/calendar-day.ts';
import { addDays, type StudyDay } from '#core/time.ts';
import type { Costs } from './look-ahead.ts';

/** The time there is until an exam. All in seconds. */
export interface Budget {
  /** Of a day as the learner has set it. */
  readonly set: number;
  /** Of a day of study from now on: with its share of what was missed, and never above 1.3 times what is set. */
  readonly perDay: number;
  /** Of today: 0 on a day off and on that of the exam. */
  readonly today: number;
  /** What is left of today's. */
  readonly left: number;
  /** Days after today on which there is study, the exam's own left out. */
  readonly daysAfter: number;
  /** The share of days that are really studied, 0 to 1. */
  readonly availability: number;
}

/** No day is longer than this, however much was missed. */
const LONGEST_DAY = 1.3;

/** Days from which the share of those studied is taken. */
const REMEMBERED = 28;
/** Before so many days have passed, a skipped one says little. */
const ENOUGH_DAYS = 7;
/** Whoever sets an exam means to study, whatever the last month was like. */
const LEAST_AVAILABILITY = 0.25;

const isOff = ({ daysOff }: DayRule, day: StudyDay): boolean => daysOff.includes(weekdayOf(day));

/** Days from one to another, the last left out. */
const span = (from: StudyDay, to: StudyDay): StudyDay[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => addDays(from, i));

/** Days to come from one to another, the last left out, without days off. */
export const studyDays = ({ settings }: Learner, from: StudyDay, to: StudyDay): StudyDay[] =>
  span(from, to).filter((day) => !isOff(settings, day));

/** What was wanted of a day that is gone, as it was set then: nobody has missed what was set later. */
function ruleOf({ rules }: Learner, day: StudyDay): DayRule {
  const [, rule] = [...rules].findLast(([since]) => since <= day) ?? [];
  return rule ?? defaultSettings;
}

const firstDay = ({ days }: Learner): StudyDay | null => {
  let first: StudyDay | null = null;
  for (const day of days.keys()) if (first === null || day < first) first = day;
  return first;
};

const later = (a: StudyDay, b: StudyDay): StudyDay => (a > b ? a : b);

/** A mock has its own clock: its day is one of study, and that on which its report is read is none. */
const wasStudied = (learner: Learner, day: StudyDay): boolean =>
  learner.mocks.has(day) || dayCount(learner, day).millis > 0;

function availabilityOf(learner: Learner, day: StudyDay): number {
  const first = firstDay(learner);
  if (first === null) return 1;
  const past = span(later(first, addDays(day, -REMEMBERED)), day).filter(
    (one) => !isOff(ruleOf(learner, one), one),
  );
  if (past.length < ENOUGH_DAYS) return 1;
  const studied = past.filter((one) => wasStudied(learner, one)).length;
  return Math.max(LEAST_AVAILABILITY, studied / past.length);
}

/** Seconds that were wanted on a day that is gone: none on a day off. */
function wantedOn(learner: Learner, day: StudyDay): number {
  const rule = ruleOf(learner, day);
  return isOff(rule, day) ? 0 : rule.minutesPerDay * 60;
}

/** Seconds of a day that is gone that were not studied; below 0, those beyond what was wanted. */
function missedOn(learner: Learner, day: StudyDay): number {
  const missed = wantedOn(learner, day) - dayCount(learner, day).millis / 1000;
  // How long a mock took is not counted: nothing is missed on its day.
  return learner.mocks.has(day) ? Math.min(0, missed) : missed;
}

/** Seconds that were missed since the plan was made: more on one day makes up for less on another. */
function missedSince(learner: Learner, day: StudyDay): number {
  const { planFrom } = learner.settings;
  const from = planFrom === null ? null : parseDay(planFrom);
  if (from === null) return 0;
  const missed = span(later(from, addDays(day, -REMEMBERED)), day).reduce(
    (sum, one) => sum + missedOn(learner, one),
    0,
  );
  return Math.max(0, missed);
}

/** @param exam the day of the exam, today or later */
export function budgetOf(learner: Learner, day: StudyDay, exam: StudyDay): Budget {
  const set = learner.settings.minutesPerDay * 60;
  const daysAfter = studyDays(learner, addDays(day, 1), exam).length;
  const share = missedSince(learner, day) / (daysAfter + 1);
  const perDay = Math.min(LONGEST_DAY * set, set + share);
  const today = isOff(learner.settings, day) || day === exam ? 0 : perDay;
  return {
    set,
    perDay,
    today,
    left: Math.max(0, today - dayCount(learner, day).millis / 1000),
    daysAfter,
    availability: availabilityOf(learner, day),
  };
}

/** Seconds that will really be studied until the exam, with so many a day from now on. */
export const secondsUntil = (
  { set, left, daysAfter, availability }: Budget,
  perDay: number,
): number => (left > 0 ? Math.max(0, left + perDay - set) : 0) + perDay * daysAfter * availability;

/** The whole minutes a day with which so many seconds will be studied; `null` when no day is left for them. */
export function minutesFor(budget: Budget, seconds: number): number | null {
  const { set, left, daysAfter, availability } = budget;
  const days = daysAfter * availability + (left > 0 ? 1 : 0);
  if (days === 0) return null;
  const perDay = (seconds + (left > 0 ? set - left : 0)) / days;
  return Math.max(1, Math.ceil(perDay / 60 - 1e-9));
}

/** Of an answer of the learner's pace: right ones are quicker, first meetings slower. */
const RIGHT = 25 / 30;
const WRONG = 45 / 30;
const FRESH = 50 / 30;

export function costsOf(learner: Learner): Costs {
  const seconds = secondsPerAnswer(learner);
  return { right: RIGHT * seconds, wrong: WRONG * seconds, fresh: FRESH * seconds };
}
