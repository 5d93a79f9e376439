import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '#core/random.ts';
import { biasAfter, biased, chanceOf, chanceRight, logit } from './predict.ts';

test.each([
  [1, 0.25, 0.98],
  [0, 0.25, 0.25],
  [0.5, 0.25, 0.615],
  [0.8, 0, 0.784],
])('recalled with %f and guessed with %f is right with %f', (recall, guess, right) => {
  expect(chanceRight(recall, guess)).toBeCloseTo(right, 10);
});

const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

test('log odds and chances are each other turned round, and a bias moves a chance its way', () => {
  fc.assert(
    fc.property(chance, fc.integer({ min: -30, max: 30 }), (p, tenths) => {
      const bias = tenths / 10;
      expect(chanceOf(logit(p))).toBeCloseTo(p, 3);
      const moved = biased(p, bias);
      expect(moved).toBeGreaterThan(0);
      expect(moved).toBeLessThan(1);
      expect(Math.sign(moved - p)).toBe(Math.sign(bias));
      expect(biased(p, 0)).toBe(p);
    }),
  );
});

test('the bias finds out that predictions are too high', () => {
  const random = seeded(11);
  const biases: number[] = [];
  let bias = 0;
  for (let i = 0; i < 4000; i += 1) {
    const right = random() < 0.6;
    bias = biasAfter(bias, biased(0.8, bias), right);
    biases.push(bias);
  }
  const mean = biases.slice(1000).reduce((sum, each) => sum + each, 0) / 3000;
  expect(mean).toBeCloseTo(logit(0.6) - logit(0.8), 1);
});
