import { FSRSAlgorithm, Rating as FsrsRating, type Grade } from 'ts-fsrs';
import { addDays, daysBetween, type StudyDay } from '#core/time.ts';
import type { Rating } from './rating.ts';

/**
 * What is remembered of a concept, by FSRS-6.
 * This is the only file that knows ts-fsrs. Beware: importing it adds enumerable methods to `Date.prototype`.
 */
export interface MemoryState {
  /** Days until the chance to recall has fallen to .90; above 0. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** The day of the last review. */
  readonly day: StudyDay;
}

// ts-fsrs itself counts UTC days; the low-level `next_state` takes days from us, and is 20 times faster.
const algorithm = new FSRSAlgorithm({});

const grades: Readonly<Record<Rating, Grade>> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};

/**
 * The memory after a review. A second review on the same day counts as such (FSRS's short-term stability);
 * a day before the last review (a clock set back) counts as the same day.
 * @param memory `null` before the first review
 */
export function review(memory: MemoryState | null, rating: Rating, day: StudyDay): MemoryState {
  const gap = memory === null ? 0 : daysBetween(memory.day, day);
  const next = algorithm.next_state(memory, gap, grades[rating]);
  return {
    stability: next.stability,
    difficulty: next.difficulty,
    day: memory === null ? day : addDays(memory.day, gap),
  };
}

/** The chance, 0 to 1, to recall on a day: FSRS-6's forgetting curve; 1 on the day of the review and before. */
export const retrievability = (memory: MemoryState, day: StudyDay): number =>
  algorithm.forgetting_curve(daysBetween(memory.day, day), memory.stability);

/** The first day on which the chance to recall is at most .90: never the day of the review itself. */
export const dueDay = (memory: MemoryState): StudyDay =>
  // Stability is by definition the time after which .90 is left.
  addDays(memory.day, Math.max(1, Math.ceil(memory.stability)));

export const isDue = (memory: MemoryState, day: StudyDay): boolean => dueDay(memory) <= day;
