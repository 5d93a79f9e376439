import { addDays, daysBetween, studyDay, type StudyDay } from '#core/time.ts';
import type { GivenAnswer } from './evidence.ts';

/** What was done in some study days in a row. */
export interface Spell {
  readonly from: StudyDay;
  /** The last day, included. */
  readonly to: StudyDay;
  readonly answers: number;
  readonly right: number;
  /** Time spent answering and reading feedback. */
  readonly millis: number;
  /** Days on which something was answered. */
  readonly studied: number;
}

export interface Activity {
  /** Oldest first, without a hole; the last one ends today. */
  readonly spells: readonly Spell[];
  /** Study days in each. */
  readonly daysEach: number;
  readonly answers: number;
  readonly millis: number;
  readonly studied: number;
  /** Study days from the first that is shown until today. */
  readonly days: number;
}

/** More bars than this are too thin for a phone. */
const MOST_SPELLS = 53;

const lengths = [1, 7, 28, 91, 364] as const;

interface Tally {
  answers: number;
  right: number;
  millis: number;
  readonly studied: Set<StudyDay>;
}

const emptyTally = (): Tally => ({ answers: 0, right: 0, millis: 0, studied: new Set() });

/**
 * Answers and time by study day, or by as many days as fit the picture. All answers count: time was spent on them,
 * whatever has become of their questions. Days are those of the learner, wherever in the world they were.
 * @param from the first day; `null` begins with the first answer
 */
export function activity(
  given: readonly GivenAnswer[],
  from: StudyDay | null,
  today: StudyDay,
): Activity {
  const first = given.reduce<number>((least, { day }) => Math.min(least, day), today);
  const begin = from ?? studyDay(first);
  // A clock that was ahead has left answers in days to come: they are shown as today's.
  const days = daysBetween(begin, today) + 1;
  const daysEach =
    lengths.find((length) => days / length <= MOST_SPELLS) ?? Math.ceil(days / MOST_SPELLS);
  const count = Math.ceil(days / daysEach);
  const tallies = Array.from({ length: count }, emptyTally);
  for (const { day, right, spent } of given) {
    const back = Math.floor(daysBetween(day, today) / daysEach);
    const tally = tallies[count - 1 - back];
    if (tally === undefined) continue;
    tally.answers += 1;
    tally.right += Number(right);
    tally.millis += spent;
    tally.studied.add(day);
  }
  const spells = tallies.map(({ studied, ...rest }, place): Spell => {
    const to = addDays(today, -(count - 1 - place) * daysEach);
    return { ...rest, from: addDays(to, 1 - daysEach), to, studied: studied.size };
  });
  return {
    spells,
    daysEach,
    answers: spells.reduce((sum, { answers }) => sum + answers, 0),
    millis: spells.reduce((sum, { millis }) => sum + millis, 0),
    studied: spells.reduce((sum, { studied }) => sum + studied, 0),
    days,
  };
}
