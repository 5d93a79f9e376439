import { expect, test } from 'vitest';
import { codesOf, inText, packWith, paragraph, sampleScenario } from './sample.ts';
import { situation } from './situation.ts';

const one = sampleScenario('harbour', 0);
const words = (count: number) =>
  inText(one, 'en', { situation: paragraph('word '.repeat(count).trim()) });

test.each([
  [39, ['situation_length']],
  [40, []],
  [120, []],
  [121, ['situation_length']],
])('a situation of %d words', (count, codes) => {
  expect(codesOf(situation, packWith(words(count)))).toEqual(codes);
});

test('a scenario under a case may be as short as it likes', () => {
  expect(codesOf(situation, packWith({ ...words(3), case: 'pier' }))).toEqual([]);
});
