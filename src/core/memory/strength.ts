import type { MemoryModel, Strength } from './model.ts';
import type { Rating } from './rating.ts';

interface Rated {
  /** Days since the review before; of a first one it means nothing. */
  readonly gap: number;
  readonly rating: Rating;
}

/** The strength after one more review; `null` is before the first. */
export function strengthAfter(
  model: MemoryModel,
  before: Strength | null,
  { gap, rating }: Rated,
): Strength {
  if (before === null) return model.first(rating);
  const recall = model.recall(gap, before.stability);
  return {
    stability: model.stability(before, gap, recall, rating),
    difficulty: model.difficulty(before.difficulty, rating),
  };
}

/** The strength that a history leaves; `null` of none. */
export const strengthBy = (model: MemoryModel, reviews: readonly Rated[]): Strength | null =>
  reviews.reduce<Strength | null>((strength, each) => strengthAfter(model, strength, each), null);
