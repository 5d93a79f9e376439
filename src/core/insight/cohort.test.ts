import { expect, test } from 'vitest';
import { sitting, type Sitting } from './cohort.ts';
import { brier } from './reliability.ts';

const few = (['perturbed', 'act-r', 'steep'] as const).flatMap((name) =>
  Array.from({ length: 25 }, (_, i) => sitting(name, 900 + i)),
);

const scored = (predict: (of: Sitting) => number | null): number =>
  brier(
    few.flatMap((one) => {
      const predicted = predict(one);
      return predicted === null || one.predicted === null ? [] : { predicted, right: one.passed };
    }),
  ) ?? 1;

test('simulated learners are judged better than by the base rate, and the oracle judges better still', () => {
  const share = few.filter(({ passed }) => passed).length / few.length;
  const ours = scored(({ predicted }) => predicted);
  expect(ours).toBeLessThan(0.75 * scored(() => share));
  expect(scored(({ oracle }) => oracle)).toBeLessThan(ours);
});

test('the same seed lives the same life', () => {
  expect(sitting('act-r', 904)).toEqual(few[29]);
});
