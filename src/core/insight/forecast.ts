import type { Learner } from '#core/journal/learner-state.ts';
import { packsOn } from '#core/journal/settings.ts';
import { dueDay } from '#core/memory/schedule.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { daysBetween, type StudyDay } from '#core/time.ts';
import { forEachConcept } from './concept-keys.ts';

/**
 * How many concepts come due on each of the next days if nothing is studied: the first number is for `day` itself,
 * with everything overdue. Suspended ones and concepts that are gone do not count.
 * @param packs on or off
 * @param days how many days, 1 or more
 */
export function reviewsAhead(
  learner: Learner,
  packs: readonly PackIndex[],
  day: StudyDay,
  days: number,
): number[] {
  const counts = Array.from({ length: days }, () => 0);
  for (const pack of packs)
    forEachConcept(pack, (_, key) => {
      const state = learner.concepts.get(key);
      if (state === undefined || learner.marks.suspended.has(key)) return;
      const ahead = daysBetween(day, dueDay(state.memory));
      if (ahead < days) counts[ahead] = (counts[ahead] ?? 0) + 1;
    });
  return counts;
}

/** The same for what is studied: packs that are off do not count. */
export const forecast = (
  learner: Learner,
  library: readonly PackIndex[],
  day: StudyDay,
  days: number = 14,
): number[] => reviewsAhead(learner, packsOn(library, learner.settings), day, days);
