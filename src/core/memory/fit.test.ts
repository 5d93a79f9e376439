import { describe, expect, test } from 'vitest';
import { seeded, type Random } from '#core/random.ts';
import { fitted, type Review } from './fit.ts';
import { averageMemory, memoryModel, type Personal, type Strength } from './model.ts';
import { chanceRight } from './predict.ts';

const GUESS = 0.25;

/** Answers of a learner with such a memory, who is asked at growing gaps. */
function histories(personal: Personal, concepts: number, random: Random): Review[][] {
  const truth = memoryModel(personal);
  return Array.from({ length: concepts }, () => {
    let strength: Strength = truth.first('good');
    const reviews: Review[] = [{ gap: 0, right: true, rating: 'good', chance: GUESS }];
    for (const gap of [2, 6, 15, 40]) {
      const recall = truth.recall(gap, strength.stability);
      const right = random() < chanceRight(recall, GUESS);
      const rating = right ? 'good' : 'again';
      reviews.push({ gap, right, rating, chance: GUESS });
      strength = {
        stability: truth.stability(strength, gap, recall, rating),
        difficulty: truth.difficulty(strength.difficulty, rating),
      };
    }
    return reviews;
  });
}

/** Mean log loss of predictions on answers that the fit has not seen. */
function logLoss(reviews: readonly (readonly Review[])[], personal: Personal): number {
  const model = memoryModel(personal);
  const losses = reviews.flatMap((history) => {
    let strength = model.first('good');
    return history.slice(1).map(({ gap, right, rating, chance }) => {
      const recall = model.recall(gap, strength.stability);
      const p = chanceRight(recall, chance);
      strength = {
        stability: model.stability(strength, gap, recall, rating),
        difficulty: model.difficulty(strength.difficulty, rating),
      };
      return -Math.log(right ? p : 1 - p);
    });
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

describe('a memory fitted to a learner', () => {
  test.each([
    ['who forgets fast', { first: -1.6, decay: 0.6, growth: -0.8, lapse: -0.4 }],
    ['who keeps long', { first: 0.8, decay: -0.3, growth: 0.3, lapse: 0.2 }],
  ])('%s predicts new answers better than the average one', (_name, truth) => {
    const random = seeded(7);
    const personal = fitted(histories(truth, 400, random));
    const later = histories(truth, 400, random);
    const loss = (of: Personal) => logLoss(later, of) - logLoss(later, truth);
    expect(loss(personal)).toBeLessThan(0.5 * loss(averageMemory));
    expect(Math.sign(personal.first)).toBe(Math.sign(truth.first));
  });

  test('of an average learner predicts as the average one does', () => {
    const random = seeded(3);
    const personal = fitted(histories(averageMemory, 300, random));
    const later = histories(averageMemory, 600, random);
    expect(logLoss(later, personal)).toBeLessThan(logLoss(later, averageMemory) + 0.003);
  });

  test('of few answers is the average one', () => {
    const few = histories({ first: -2, decay: 1, growth: 0, lapse: 0 }, 11, seeded(5));
    expect(fitted(few)).toEqual(averageMemory);
    expect(fitted([])).toEqual(averageMemory);
  });

  test('is the same for the same answers, and finite for absurd ones', () => {
    const right = Array.from({ length: 100 }, (): Review[] =>
      [0, 365, 365].map((gap) => ({ gap, right: true, rating: 'easy', chance: 0 })),
    );
    const wrong = Array.from({ length: 100 }, (): Review[] =>
      [0, 1, 1].map((gap) => ({ gap, right: false, rating: 'again', chance: 0.5 })),
    );
    for (const absurd of [right, wrong]) {
      expect(fitted(absurd)).toEqual(fitted(absurd));
      for (const number of Object.values(fitted(absurd)))
        expect(Number.isFinite(number)).toBe(true);
    }
  });
});
