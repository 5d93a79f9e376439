import type { ConceptKey } from '#core/ids.ts';
import type { Review } from '#core/memory/fit.ts';
import type { Personal, Strength } from '#core/memory/model.ts';
import { biasAfter, biased, chanceRight } from '#core/memory/predict.ts';
import { modelOf } from '#core/memory/schedule.ts';
import { strengthAfter, strengthBy } from '#core/memory/strength.ts';
import { expectedAtFirst, rightAtFirst } from './first-meeting.ts';
import { evidenceIn, reviewOf, type GuessOf, type Retraced } from './retrace.ts';

/** What was predicted of an answer before it was given, and what came. */
export interface Prediction {
  /** Chance to be right, 0 to 1. */
  readonly predicted: number;
  readonly right: boolean;
}

/** How past predictions have fared. */
export interface TrackRecord {
  readonly predictions: readonly Prediction[];
  /** The running bias after the last answer, in log odds. */
  readonly bias: number;
  /** The same by evidence alone: what was recalled in a picture that is known may not be in a new one. */
  readonly newBias: number;
}

/** A concept as far as it was known at some time, by the numbers of that time. */
interface Course {
  readonly reviews: Review[];
  strength: Strength;
  personal: Personal;
}

function startOf(review: Review, personal: Personal): Course {
  return {
    reviews: [review],
    strength: strengthAfter(modelOf(personal), null, review),
    personal,
  };
}

/** Other numbers mean other strengths for everything that came before. */
function follow(course: Course, personal: Personal): void {
  if (course.personal === personal) return;
  course.strength = strengthBy(modelOf(personal), course.reviews) ?? course.strength;
  course.personal = personal;
}

/**
 * Predicts each answer from those before it alone, by the numbers that were known on its day, and says what came.
 * Second answers on one day are not predicted: the feedback is still in the ear.
 */
export function trackRecord(answers: readonly Retraced[], guessOf: GuessOf): TrackRecord {
  const courses = new Map<ConceptKey, Course>();
  const predictions: Prediction[] = [];
  const firsts = { answers: 0, right: 0 };
  let bias = 0;
  let newBias = 0;
  for (const answer of answers) {
    const { concept, gap, right, personal } = answer;
    const review = reviewOf(answer, guessOf);
    const course = courses.get(concept);
    if (course === undefined) {
      const predicted = rightAtFirst(firsts, expectedAtFirst(review.chance));
      predictions.push({ predicted, right });
      firsts.answers += 1;
      firsts.right += right ? 1 : 0;
      courses.set(concept, startOf(review, personal));
      continue;
    }
    follow(course, personal);
    const model = modelOf(personal);
    if (gap !== null && gap > 0) {
      const recall = model.recall(gap, course.strength.stability);
      const expected = chanceRight(recall, review.chance);
      const predicted = biased(expected, bias);
      predictions.push({ predicted, right });
      bias = biasAfter(bias, predicted, right);
      newBias = biasAfter(newBias, biased(expected, newBias), right, evidenceIn(answer));
    }
    course.strength = strengthAfter(model, course.strength, review);
    course.reviews.push(review);
  }
  return { predictions, bias, newBias };
}
