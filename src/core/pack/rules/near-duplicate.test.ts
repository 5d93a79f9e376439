import { expect, test } from 'vitest';
import { nearDuplicate } from './near-duplicate.ts';
import { inText, packOf, paragraph, sampleScenario } from './sample.ts';

const one = sampleScenario('one', 0);

test('scenarios with situations of their own are accepted', () => {
  expect(nearDuplicate(packOf(one, sampleScenario('two', 1)))).toEqual([]);
});

test('the same situation with another question is found at the second', () => {
  const copy = sampleScenario('copy', 0);
  const changed = inText(copy, 'en', { question: ['And what should nobody do?'] });
  expect(nearDuplicate(packOf(one, { ...copy, ...changed }))).toMatchObject([
    {
      code: 'near_duplicate',
      path: ['concepts', 'night-work', 'scenarios', 'copy'],
      params: { id: 'night-work/one' },
    },
  ]);
});

/** A scenario whose source language has these words as its situation. */
const situated = (id: string, words: string) => {
  const scenario = sampleScenario(id, 0);
  return { ...scenario, ...inText(scenario, 'en', { situation: paragraph(words), question: [] }) };
};

test.each([
  ['港のパン屋が、夜のうちに無線で注文を送ります。漁師も同じ電話を使います。', 1],
  ['山の学校が、昼のあいだに望遠鏡の予約を集めます。雲が出ると予定が変わります。', 0],
])('without blanks between words, letters are compared: %s', (words, count) => {
  const first = '港のパン屋が、夜のうちに無線で注文を送ります。漁師も同じ無線を使います。';
  expect(nearDuplicate(packOf(situated('a', first), situated('b', words)))).toHaveLength(count);
});
