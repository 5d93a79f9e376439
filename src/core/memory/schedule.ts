import { addDays, daysBetween, type StudyDay } from '#core/time.ts';
import {
  averageMemory,
  memoryModel,
  rounded,
  type MemoryModel,
  type Personal,
  type Strength,
} from './model.ts';
import type { Rating } from './rating.ts';
import { strengthAfter } from './strength.ts';

/** What is remembered of a concept, by FSRS-6. */
export interface MemoryState extends Strength {
  /** The day of the last review. */
  readonly day: StudyDay;
}

const models = new WeakMap<Personal, MemoryModel>();

/** Made once for each set of numbers: settings hand the same one on until it changes. */
export function modelOf(personal: Personal): MemoryModel {
  const made = models.get(personal) ?? memoryModel(personal);
  models.set(personal, made);
  return made;
}

/**
 * The memory after a review. A second review on the same day counts as such (FSRS's short-term stability);
 * a day before the last review (a clock set back) counts as the same day.
 * @param memory `null` before the first review
 * @param personal how the learner's memory differs from the average one
 */
export function review(
  memory: MemoryState | null,
  rating: Rating,
  day: StudyDay,
  personal: Personal = averageMemory,
): MemoryState {
  const gap = memory === null ? 0 : daysBetween(memory.day, day);
  const { stability, difficulty } = strengthAfter(modelOf(personal), memory, { gap, rating });
  return {
    stability: rounded(stability),
    difficulty: rounded(difficulty),
    day: memory === null ? day : addDays(memory.day, gap),
  };
}

/** The chance, 0 to 1, to recall on a day: FSRS-6's forgetting curve; 1 on the day of the review and before. */
export const retrievability = (
  memory: MemoryState,
  day: StudyDay,
  personal: Personal = averageMemory,
): number => modelOf(personal).recall(daysBetween(memory.day, day), memory.stability);

/** The first day on which the chance to recall is at most .90: never the day of the review itself. */
export const dueDay = (memory: MemoryState): StudyDay =>
  // Stability is by definition the time after which .90 is left.
  addDays(memory.day, Math.max(1, Math.ceil(memory.stability)));

export const isDue = (memory: MemoryState, day: StudyDay): boolean => dueDay(memory) <= day;
