import { expect, test } from 'vitest';
import type { Inline } from '#core/pack/document.ts';
import { codesOf, inText, packWith, paragraph, samplePack, sampleScenario } from './sample.ts';
import { sizes } from './sizes.ts';

const one = sampleScenario('harbour', 0);

test.each([
  ['a', 20_000, []],
  ['a', 20_001, ['text_too_long']],
  ['あ', 6_667, ['text_too_long']],
  ['あ', 6_666, []],
])('a text of "%s" times %d', (letter, times, codes) => {
  const situation = paragraph(letter.repeat(times));
  expect(codesOf(sizes, packWith(inText(one, 'en', { situation })))).toEqual(codes);
});

const nested = (depth: number): Inline =>
  depth === 0 ? 'deep' : { type: 'strong', children: [nested(depth - 1)] };

test.each([
  [8, []],
  [9, ['nested_too_deep']],
])('emphasis %d deep', (depth, codes) => {
  expect(codesOf(sizes, packWith(inText(one, 'en', { question: [nested(depth)] })))).toEqual(codes);
});

test('lists and what stands in them are counted together', () => {
  const situation = [
    { type: 'list', ordered: false, items: [[{ type: 'paragraph', children: [nested(8)] }]] },
  ] as const;
  expect(codesOf(sizes, packWith(inText(one, 'en', { situation })))).toEqual(['nested_too_deep']);
});

test('more than eight languages are found', () => {
  const languages = ['en', 'ja', 'de', 'fr', 'es', 'it', 'pt', 'ko', 'zh'];
  expect(codesOf(sizes, samplePack({ languages }))).toEqual(['too_many_languages']);
});

test('more than 5,000 scenarios are found', () => {
  const scenarios = Array.from({ length: 5001 }, (_, index) => ({
    ...one,
    id: `s${index}`,
    text: {},
  }));
  const concepts = samplePack().concepts.map((concept) => ({ ...concept, scenarios }));
  expect(codesOf(sizes, samplePack({ concepts }))).toEqual(['too_many_scenarios']);
});

test('more than twelve options are found', () => {
  const many = Array.from({ length: 13 }, (_, index) => ({ id: `o${index}`, right: index === 0 }));
  expect(codesOf(sizes, packWith({ options: many }))).toEqual(['too_many_options']);
});
