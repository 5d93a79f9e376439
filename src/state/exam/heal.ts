import { repeatedReviews } from '#core/exam/review.ts';
import { effective } from '#core/journal/effective.ts';
import type { Stores } from '#state/stores.ts';

/**
 * Takes back what two devices have recorded of one review, each for itself, so that memory counts every answer once.
 * To be called where journals have met.
 */
export async function healReviews({
  journal,
  learner,
  clock,
}: Pick<Stores, 'journal' | 'learner' | 'clock'>): Promise<void> {
  learner.getState().record(repeatedReviews(effective(await journal.all())), clock());
}
