import { expect, test } from 'vitest';
import type { Scenario, ScenarioBase } from '#core/pack/model.ts';
import { key } from './key.ts';
import { codesOf, packOf, packWith, sampleScenario } from './sample.ts';

const { kind: _kind, options, pin: _pin, ...base } = sampleScenario('harbour', 0);
const common: ScenarioBase = base;
const ordering = (steps: readonly string[]): Scenario => ({
  ...common,
  kind: 'ordering',
  steps,
  spare: ['x'],
});
const matching = (choice: string): Scenario => ({
  ...common,
  kind: 'matching',
  prompts: [
    { id: 'p', choice: 'a' },
    { id: 'q', choice },
  ],
  choices: ['a', 'b'],
});
const short = (right: boolean): Scenario => ({
  ...common,
  kind: 'short',
  compare: 'exact',
  answers: [{ id: 'a', right, texts: ['ls'] }],
});

test('a key of each kind that can be met is accepted', () => {
  const pack = packOf(sampleScenario('a', 0), ordering(['s', 't']), matching('b'), short(true));
  expect(codesOf(key, pack)).toEqual([]);
});

test('fewer than four options are advised against, fewer than two are no choice', () => {
  const severities = (count: number) =>
    key(packWith({ options: options.slice(0, count) })).map(({ severity, code }) => [
      severity,
      code,
    ]);
  expect(severities(4)).toEqual([]);
  expect(severities(3)).toEqual([['warning', 'few_options']]);
  expect(severities(2)).toEqual([['warning', 'few_options']]);
  expect(severities(1)).toContainEqual(['error', 'too_few_options']);
});

test('options that are all right are found', () => {
  const all = options.map((option) => ({ ...option, right: true }));
  expect(codesOf(key, packWith({ options: all }))).toEqual(['all_right']);
});

test('a misconception that is right is found', () => {
  const never = options.map((option) => ({ ...option, never: true as const }));
  expect(codesOf(key, packWith({ options: never }))).toEqual(['never_is_right']);
});

test('a pin that holds nothing is found', () => {
  expect(codesOf(key, packWith({ pin: ['lamp'] }))).toEqual([]);
  expect(codesOf(key, packWith({ pin: ['sun'] }))).toEqual(['unknown_pin']);
});

test('an order of one step is found', () => {
  expect(codesOf(key, packOf(ordering(['s'])))).toEqual(['too_few_steps']);
});

test('a pair that leads to no choice is found', () => {
  expect(codesOf(key, packOf(matching('c')))).toEqual(['unknown_choice']);
});

test('one prompt or one choice is no matching', () => {
  const lone: Scenario = {
    ...common,
    kind: 'matching',
    prompts: [{ id: 'p', choice: 'a' }],
    choices: ['a'],
  };
  expect(codesOf(key, packOf(lone))).toEqual(['too_few_prompts', 'too_few_choices']);
});

test('a typed answer of which none is accepted is found', () => {
  expect(codesOf(key, packOf(short(false)))).toEqual(['no_accepted_answer']);
});
