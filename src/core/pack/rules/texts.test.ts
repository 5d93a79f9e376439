import { expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { codesOf, inOption, packOf, packWith, sampleScenario } from './sample.ts';
import { texts } from './texts.ts';

const one = sampleScenario('harbour', 0);

test('options that read differently are accepted', () => {
  expect(codesOf(texts, packOf(one))).toEqual([]);
});

test.each(['Use the lamp', 'use  the LAMP', 'Ｕｓｅ the lamp'])('"%s" twice is found', (text) => {
  const found = texts(
    packWith(inOption(one, 'en', 'bell', (option) => ({ ...option, text: [text] }))),
  );
  expect(found).toMatchObject([
    { code: 'option_text_twice', params: { id: 'bell', other: 'lamp' } },
  ]);
});

test('the same text is found in a translation alone', () => {
  const changed = inOption(one, 'ja', 'bell', (option) => ({ ...option, text: ['ランプを使う'] }));
  expect(texts(packWith(changed)).map(({ path }) => path)).toEqual([
    ['concepts', 'night-work', 'scenarios', 'harbour', 'text', 'ja', 'options', 'bell'],
  ]);
});

test('commands that differ in case alone are two commands', () => {
  const answers = ['lamp', 'bell'].map((id) => ({ id, right: true, texts: [id] }));
  const { text } = inOption(one, 'en', 'bell', (option) => ({ ...option, text: ['use the lamp'] }));
  const { kind: _kind, options: _options, pin: _pin, ...base } = one;
  const typed = (compare: 'exact' | 'prose'): Scenario => ({
    ...base,
    kind: 'short',
    compare,
    answers,
    text,
  });
  expect(codesOf(texts, packOf(typed('exact')))).toEqual([]);
  expect(codesOf(texts, packOf(typed('prose')))).toEqual(['option_text_twice']);
});

test('a prompt may read like a choice, two choices may not read the same', () => {
  const { kind: _kind, options: _options, pin: _pin, ...base } = one;
  const { text } = inOption(one, 'en', 'bell', (option) => ({ ...option, text: ['Use the lamp'] }));
  const matched = (prompt: string, choices: readonly string[]): Scenario => ({
    ...base,
    kind: 'matching',
    prompts: [{ id: prompt, choice: choices[0] ?? '' }],
    choices,
    text,
  });
  expect(codesOf(texts, packOf(matched('lamp', ['bell', 'rope'])))).toEqual([]);
  expect(codesOf(texts, packOf(matched('rope', ['bell', 'lamp'])))).toEqual(['option_text_twice']);
});
