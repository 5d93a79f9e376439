import { expect, test } from 'vitest';
import type { Domain } from '#core/pack/model.ts';
import { domains } from './domains.ts';
import { codesOf, sampleConcept, samplePack, sampleScenario } from './sample.ts';

const domain = (id: string, weight: number): Domain => ({ id, title: { en: id, ja: id }, weight });

/** Three scenarios by night, and so many by day. */
const packOf = (days: number, weights: readonly [number, number]) =>
  samplePack({
    domains: [domain('nights', weights[0]), domain('days', weights[1])],
    concepts: [
      sampleConcept(),
      sampleConcept({
        id: 'day-work',
        domain: 'days',
        scenarios: Array.from({ length: days }, (_, index) => sampleScenario(`s${index}`, 0)),
      }),
    ],
  });

test.each([
  [50, 50, []],
  [50, 49, ['weights_sum']],
  [60, 50, ['weights_sum']],
  [33.3, 66.7, ['domain_far_from_weight', 'domain_far_from_weight']],
])('weights of %d and %d for half of the scenarios each', (nights, days, codes) => {
  expect(codesOf(domains, packOf(3, [nights, days]))).toEqual(codes);
});

test.each([
  [40, []],
  [39, ['domain_far_from_weight', 'domain_far_from_weight']],
])('half of the scenarios and a weight of %d', (weight, codes) => {
  expect(codesOf(domains, packOf(3, [weight, 100 - weight]))).toEqual(codes);
});

test('a pack without scenarios is far from nothing', () => {
  expect(codesOf(domains, samplePack({ concepts: [] }))).toEqual([]);
});
