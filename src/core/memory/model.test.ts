import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FSRSAlgorithm } from 'ts-fsrs';
import { averageMemory, memoryModel, type Strength } from './model.ts';
import { ratings, type Rating } from './rating.ts';

const model = memoryModel();
function after(strength: Strength | null, rating: Rating, gap: number): Strength {
  if (strength === null) return model.first(rating);
  const recall = model.recall(gap, strength.stability);
  return {
    stability: model.stability(strength, gap, recall, rating),
    difficulty: model.difficulty(strength.difficulty, rating),
  };
}

const steps = fc.array(fc.tuple(fc.constantFrom(...ratings), fc.integer({ min: 0, max: 400 })), {
  minLength: 1,
  maxLength: 30,
});

test('gives what ts-fsrs gives, over any history', () => {
  const library = new FSRSAlgorithm({});
  const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;
  fc.assert(
    fc.property(steps, (history) => {
      let theirs: Strength | null = null;
      let ours: Strength | null = null;
      for (const [rating, gap] of history) {
        theirs = library.next_state(theirs, theirs === null ? 0 : gap, grades[rating]);
        ours = after(ours, rating, gap);
        expect(ours.stability / theirs.stability).toBeCloseTo(1, 4);
        expect(ours.difficulty).toBeCloseTo(theirs.difficulty, 4);
        expect(model.recall(90, ours.stability)).toBeCloseTo(
          library.forgetting_curve(90, theirs.stability),
          5,
        );
      }
    }),
    { numRuns: 300 },
  );
});

describe('a learner of their own', () => {
  const strength = { stability: 5, difficulty: 5 };

  test.each([
    [
      'keeps first impressions longer',
      { first: 0.5 },
      (m: typeof model) => m.first('good').stability,
    ],
    ['forgets more slowly in the long run', { decay: -0.3 }, (m: typeof model) => m.recall(100, 5)],
    [
      'gains more by a success',
      { growth: 0.5 },
      (m: typeof model) => m.stability(strength, 3, 0.9, 'good'),
    ],
    [
      'keeps more after a lapse',
      { lapse: 0.4 },
      (m: typeof model) => m.stability(strength, 3, 0.9, 'again'),
    ],
  ])('%s', (_name, personal, measure) => {
    expect(measure(memoryModel({ ...averageMemory, ...personal }))).toBeGreaterThan(measure(model));
  });

  test('has a chance of .90 after the stability, whatever the parameters', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (decay) => {
        expect(memoryModel({ ...averageMemory, decay }).recall(7, 7)).toBeCloseTo(0.9, 10);
      }),
    );
  });
});
