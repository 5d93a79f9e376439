import { expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { reasons } from './reasons.ts';
import { codesOf, inOption, packOf, packWith, paragraph, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);
const { kind: _kind, options: _options, pin: _pin, ...base } = one;
const decides = paragraph('It is night.');
const bare = (id: string) => ({ id, text: [id] });

test('options with their reasons are accepted', () => {
  expect(codesOf(reasons, packOf(one))).toEqual([]);
});

test('an option without a reason is found in the language that lacks it', () => {
  const changed = inOption(one, 'ja', 'lamp', ({ id }) => bare(id));
  expect(reasons(packWith(changed))).toMatchObject([
    { code: 'why_missing', params: { id: 'lamp', language: 'ja' } },
  ]);
});

test('a wrong option that does not say when it is right is found, a misconception is not', () => {
  const { text } = inOption(one, 'en', 'rope', ({ rightWhen: _rightWhen, ...option }) => option);
  const options = one.options.map((option) =>
    option.id === 'rope' ? { ...option, never: true as const } : option,
  );
  expect(codesOf(reasons, packWith({ text }))).toEqual(['right_when_missing']);
  // The Japanese text still says when it is right, which is then shown nowhere.
  expect(codesOf(reasons, packWith({ text, options }))).toEqual(['right_when_unneeded']);
});

test('a right option that says when it is right is found', () => {
  const changed = inOption(one, 'en', 'lamp', (option) => ({ ...option, rightWhen: ['always'] }));
  expect(codesOf(reasons, packWith(changed))).toEqual(['right_when_unneeded']);
});

test.each(['it rains.', '雨が降るとき。'])('the full stop of "%s" is found', (rightWhen) => {
  const changed = inOption(one, 'en', 'rope', (option) => ({ ...option, rightWhen: [rightWhen] }));
  expect(codesOf(reasons, packWith(changed))).toEqual(['right_when_full_stop']);
});

test('a text that does not say what decides is found', () => {
  const { ja, en } = one.text;
  const text = { ja, en: en && { ...en, decides: [] } };
  expect(reasons(packWith({ text }))).toMatchObject([
    { severity: 'warning', code: 'decides_missing', path: expect.arrayContaining(['en']) },
  ]);
});

test('prompts owe a reason, choices do not', () => {
  const scenario: Scenario = {
    ...base,
    kind: 'matching',
    prompts: [{ id: 'p', choice: 'a' }],
    choices: ['a'],
    text: { en: { situation: [], question: ['?'], options: [bare('p'), bare('a')], decides } },
  };
  expect(reasons(packOf(scenario)).map(({ params }) => params['id'])).toEqual(['p']);
});

test('wrong typed answers owe a reason, accepted ones do not', () => {
  const scenario: Scenario = {
    ...base,
    kind: 'short',
    compare: 'exact',
    answers: [
      { id: 'a', right: true, texts: ['a'] },
      { id: 'b', right: false, texts: ['b'] },
    ],
    text: { en: { situation: [], question: ['?'], options: [bare('a'), bare('b')], decides } },
  };
  expect(reasons(packOf(scenario)).map(({ params }) => params['id'])).toEqual(['b']);
});
