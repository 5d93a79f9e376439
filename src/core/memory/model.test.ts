import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, studyDay } from '#core/time.ts';
import { averageMemory, memoryModel, type Strength } from './model.ts';
import { ratings } from './rating.ts';
import { retrievability, review, type MemoryState } from './schedule.ts';

const model = memoryModel();
const steps = fc.array(fc.tuple(fc.constantFrom(...ratings), fc.integer({ min: 0, max: 400 })), {
  minLength: 1,
  maxLength: 30,
});

test('gives what the schedule gives, over any history', () => {
  fc.assert(
    fc.property(steps, (history) => {
      let kept: MemoryState | null = null;
      let plain: Strength | null = null;
      let day = studyDay(20_000);
      for (const [rating, gap] of history) {
        day = addDays(day, gap);
        kept = review(kept, rating, day);
        if (plain === null) plain = model.first(rating);
        else {
          const recall = model.recall(gap, plain.stability);
          plain = {
            stability: model.stability(plain, gap, recall, rating),
            difficulty: model.difficulty(plain.difficulty, rating),
          };
        }
        expect(plain.stability / kept.stability).toBeCloseTo(1, 4);
        expect(plain.difficulty).toBeCloseTo(kept.difficulty, 4);
        expect(model.recall(90, plain.stability)).toBeCloseTo(
          retrievability(kept, addDays(day, 90)),
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
