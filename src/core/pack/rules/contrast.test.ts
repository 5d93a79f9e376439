import { expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { contrast } from './contrast.ts';
import { codesOf, sampleConcept, samplePack, sampleScenario } from './sample.ts';

const packOf = (scenarios: readonly Scenario[], confusable = ['day-work']) =>
  samplePack({ concepts: [sampleConcept({ scenarios, confusable })] });

/** A scenario in which the first of these things is right, and the others wrong. */
const scenario = (id: string, ...things: readonly string[]): Scenario =>
  sampleScenario(id, 0, {
    options: things.map((thing, place) => ({ id: thing, right: place === 0, standsFor: thing })),
  });

test('one thing that is right in a scenario and wrong in another is a contrast', () => {
  const pair = [scenario('s0', 'lamp', 'rope'), scenario('s1', 'bell', 'lamp')];
  expect(codesOf(contrast, packOf(pair))).toEqual([]);
});

test('a confusable concept whose right answers are wrong nowhere is found, with what it is mixed up with', () => {
  const flat = [
    scenario('s0', 'lamp', 'rope'),
    scenario('s1', 'lamp', 'drum'),
    scenario('s2', 'bell', 'rope'),
  ];
  expect(contrast(packOf(flat, ['day-work', 'dusk']))).toMatchObject([
    {
      severity: 'warning',
      code: 'contrast_missing',
      path: ['concepts', 'night-work'],
      params: { confusable: 'day-work, dusk' },
    },
  ]);
});

test('what is right and wrong within one scenario turns nothing round', () => {
  const twice = [scenario('s0', 'lamp', 'lamp'), scenario('s1', 'bell', 'rope')];
  expect(codesOf(contrast, packOf(twice))).toEqual(['contrast_missing']);
});

test('one scenario with options beside typed ones says nothing either way', () => {
  const { options: _options, pin: _pin, ...rest } = sampleScenario('s1', 0);
  const typed: Scenario = { ...rest, kind: 'short', compare: 'exact', answers: [] };
  expect(codesOf(contrast, packOf([scenario('s0', 'lamp', 'rope'), typed]))).toEqual([]);
});

test('a concept that is mixed up with nothing needs no contrast', () => {
  expect(codesOf(contrast, packOf([scenario('s0', 'lamp', 'rope')], []))).toEqual([]);
});
