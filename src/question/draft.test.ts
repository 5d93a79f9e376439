import { describe, expect, test } from 'vitest';
import { kindNames, type Scenario } from '#core/pack/model.ts';
import { multipleSample, singleSample } from './choice-samples.ts';
import { emptyDraft, missing, toResponse } from './draft.ts';
import { matchingSample, orderingSample, shortSample } from './samples.ts';

const samples: readonly Scenario[] = [
  singleSample,
  multipleSample,
  orderingSample,
  matchingSample,
  shortSample,
];

test('there is a sample of each kind', () => {
  expect(samples.map(({ kind }) => kind)).toEqual(kindNames);
});

describe.each(samples)('an empty $kind draft', (scenario) => {
  test('cannot be submitted', () => {
    const lacks = missing(scenario, emptyDraft(scenario.kind));
    expect(lacks?.done).toBe(0);
    expect(lacks?.total).toBeGreaterThan(0);
  });

  test('is plain JSON', () => {
    const draft = emptyDraft(scenario.kind);
    expect(JSON.parse(JSON.stringify(draft))).toEqual(draft);
  });
});

test('nothing chosen is no response; one chosen is', () => {
  expect(toResponse({ kind: 'single', chosen: null })).toBeNull();
  expect(toResponse({ kind: 'single', chosen: 'hsm' })).toEqual({ kind: 'single', chosen: 'hsm' });
  expect(missing(singleSample, { kind: 'single', chosen: 'hsm' })).toBeNull();
});

test('a draft of another kind is a mistake of ours', () => {
  expect(() => missing(singleSample, { kind: 'short', typed: 'x' })).toThrow(
    'a short response to a single scenario',
  );
});
