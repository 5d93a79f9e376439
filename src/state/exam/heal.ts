import { reviewRepairs } from '#core/exam/review.ts';
import type { Stores } from '#state/stores.ts';

/**
 * Has memory count every answer of an exam once. To be called where journals have met or parted: with an import, and
 * with one that was revoked.
 */
export async function healReviews({
  journal,
  learner,
  clock,
}: Pick<Stores, 'journal' | 'learner' | 'clock'>): Promise<void> {
  learner.getState().record(reviewRepairs(await journal.all()), clock());
}
