import { expect, test } from 'vitest';
import type { Line } from '#core/pack/document.ts';
import type { Scenario } from '#core/pack/model.ts';
import { codesOf, packOf, sampleScenario } from './sample.ts';
import { typed } from './typed.ts';

const { kind: _kind, options: _options, pin: _pin, ...base } = sampleScenario('harbour', 0);

const short = (compare: 'exact' | 'prose', right: boolean, text: Line): Scenario => ({
  ...base,
  kind: 'short',
  compare,
  answers: [{ id: 'a', right, texts: ['ls'] }],
  text: { en: { situation: [], question: ['?'], options: [{ id: 'a', text }], decides: [] } },
});
const code: Line = [{ type: 'code', text: 'ls' }];

test('an accepted answer in code style that is compared as prose is found', () => {
  expect(codesOf(typed, packOf(short('prose', true, code)))).toEqual(['prose_code']);
});

test('code that is compared exactly, words, and wrong answers in code style are accepted', () => {
  const scenarios = [
    short('exact', true, code),
    short('prose', true, ['ls']),
    short('prose', false, code),
  ];
  expect(codesOf(typed, packOf(...scenarios))).toEqual([]);
});
