import { expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { codesOf, packOf, sampleScenario } from './sample.ts';

const at = (...places: readonly number[]) =>
  packOf(...places.map((place, index) => sampleScenario(`s${index}`, place)));

test.each([
  [[0, 1, 2], []],
  [[0, 0, 1], []],
  [[0, 1], ['few_scenarios']],
  [[0, 0, 0], ['same_answer_always']],
])('a concept in whose scenarios option %j is right', (places, codes) => {
  expect(codesOf(coverage, at(...places))).toEqual(codes);
});

test('a scenario in reserve is none of the three, since study never shows it', () => {
  const reserved = sampleScenario('reserved', 2, { reserve: true });
  const studied = [sampleScenario('s0', 0), sampleScenario('s1', 1)];
  expect(codesOf(coverage, packOf(...studied, reserved))).toEqual(['few_scenarios']);
});
