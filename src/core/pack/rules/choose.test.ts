import { expect, test } from 'vitest';
import type { Scenario } from '#core/pack/model.ts';
import { choose } from './choose.ts';
import { codesOf, inText, packOf, packWith, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);

/** Two of four, with a stem in both languages. */
function two(english: string, japanese: string, choosing = 2): Scenario<'multiple'> {
  const { text } = inText({ ...one, ...inText(one, 'en', { question: [english] }) }, 'ja', {
    question: [japanese],
  });
  const options = one.options.map((option, index) => ({ ...option, right: index < 2 }));
  return { ...one, kind: 'multiple', choose: choosing, options, text };
}

test('so many to choose as are right, and a stem that says so, are accepted', () => {
  const scenario = two('Which TWO help?', '役立つものを 2 つ選んでください。');
  expect(codesOf(choose, packOf(scenario))).toEqual([]);
});

test('another number to choose than are right is found', () => {
  const scenario = two('Which THREE help?', '役立つものを 3 つ選んでください。', 3);
  expect(codesOf(choose, packOf(scenario))).toEqual(['choose_differs_from_keys']);
});

test('two right options of a single are found', () => {
  const options = one.options.map((option) => ({ ...option, right: true }));
  expect(codesOf(choose, packWith({ options }))).toEqual(['choose_differs_from_keys']);
});

test.each([
  ['Which two help?', '役立つものを 2 つ選んでください。', 'en'],
  ['Which THREE help?', '役立つものを 2 つ選んでください。', 'en'],
  ['Which TWO help?', '役立つものを選んでください。', 'ja'],
  ['Which TWO help?', '役立つものを三つ選んでください。', 'ja'],
])('"%s" with "%s" does not say TWO in %s', (english, japanese, language) => {
  const found = choose(packOf(two(english, japanese)));
  expect(found.map(({ code, params }) => [code, params['language']])).toEqual([
    ['choose_not_in_stem', language],
  ]);
});

test.each(['２つ', '二つ', '2 つ', '2つ', '2 個'])('%s is two', (number) => {
  const scenario = two('Which TWO help?', `役立つものを${number}選んでください。`);
  expect(codesOf(choose, packOf(scenario))).toEqual([]);
});

test('a single that asks for two is found, one that counts something else is not', () => {
  const asking = packWith(inText(one, 'en', { question: ['Which TWO help?'] }));
  const counting = packWith(
    inText(one, 'ja', { question: ['2 つの港のうち、近いのはどれですか。'] }),
  );
  expect(codesOf(choose, asking)).toEqual(['choose_differs_from_stem']);
  expect(codesOf(choose, counting)).toEqual([]);
});
