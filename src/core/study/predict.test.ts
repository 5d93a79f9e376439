import { expect, test } from 'vitest';
import { chanceRight } from './predict.ts';

test.each([
  [1, 0.25, 0.95],
  [0, 0.25, 0.25],
  [0.5, 0.25, 0.6],
  [0.8, 0, 0.76],
])('recalled with %f and guessed with %f is right with %f', (recall, guess, right) => {
  expect(chanceRight(recall, guess)).toBeCloseTo(right, 10);
});
