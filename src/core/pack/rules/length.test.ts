import { expect, test } from 'vitest';
import { longestOften, longestOption } from './length.ts';
import { codesOf, inOption, packOf, packWith, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);
const rightAs = (text: string) =>
  inOption(one, 'en', 'lamp', (option) => ({ ...option, text: [text] }));

test.each([
  ['x'.repeat(16), []],
  ['x'.repeat(17), ['right_option_longest']],
])('%s against wrong options of 12 letters', (text, codes) => {
  expect(codesOf(longestOption, packWith(rightAs(text)))).toEqual(codes);
});

test('a long wrong option gives nothing away', () => {
  const changed = inOption(one, 'en', 'rope', (option) => ({ ...option, text: ['x'.repeat(80)] }));
  expect(codesOf(longestOption, packWith(changed))).toEqual([]);
});

/** Twelve singles, in so many of which the right option is the longest. */
const twelve = (longest: number) =>
  packOf(
    ...Array.from({ length: 12 }, (_, index) =>
      sampleScenario(`s${index}`, 0, index < longest ? rightAs('x'.repeat(13)) : {}),
    ),
  );

test.each([
  [4, []],
  [5, ['right_option_often_longest']],
])('the longest is right in %d of 12', (longest, codes) => {
  expect(codesOf(longestOften, twelve(longest))).toEqual(codes);
});
