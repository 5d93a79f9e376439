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

/** The lamp is right twice, and the bell where there is no lamp. */
const flat = [
  scenario('s0', 'lamp', 'bell'),
  scenario('s1', 'lamp', 'drum'),
  scenario('s2', 'bell', 'rope'),
];

test('two scenarios that offer the same two things, with the other one right, are a contrast', () => {
  const pair = [scenario('s0', 'lamp', 'rope', 'bell'), scenario('s1', 'rope', 'drum', 'lamp')];
  expect(codesOf(contrast, packOf(pair))).toEqual([]);
});

test('a confusable concept without such a pair is found, with what it is mixed up with', () => {
  expect(contrast(packOf(flat, ['day-work', 'dusk']))).toMatchObject([
    {
      severity: 'warning',
      code: 'contrast_missing',
      path: ['concepts', 'night-work'],
      params: { confusable: 'day-work, dusk' },
    },
  ]);
});

test.each([
  ['day-work', []],
  ['dawn', ['contrast_missing']],
])('the other half may stand in a concept that it is mixed up with, here in %s', (id, codes) => {
  const other = sampleConcept({ id, scenarios: [scenario('s0', 'drum', 'lamp')] });
  const concepts = [sampleConcept({ scenarios: flat, confusable: ['day-work'] }), other];
  expect(codesOf(contrast, samplePack({ concepts }))).toEqual(codes);
});

test('one scenario with options beside typed ones says nothing either way', () => {
  const { options: _options, pin: _pin, ...rest } = sampleScenario('s1', 0);
  const typed: Scenario = { ...rest, kind: 'short', compare: 'exact', answers: [] };
  expect(codesOf(contrast, packOf([scenario('s0', 'lamp', 'rope'), typed]))).toEqual([]);
});

test('a concept that is mixed up with nothing needs no contrast', () => {
  expect(codesOf(contrast, packOf(flat, []))).toEqual([]);
});
