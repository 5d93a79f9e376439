import { expect, test } from 'vitest';
import { numbers } from './numbers.ts';
import { codesOf, inText, packWith, paragraph, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);

/** What decides, in both languages. */
function saying(english: string, japanese: string) {
  const scenario = { ...one, ...inText(one, 'en', { decides: paragraph(english) }) };
  return packWith(inText(scenario, 'ja', { decides: paragraph(japanese) }));
}

test.each([
  ['It takes 5 days.', '3 日かかります。', 5],
  ['It takes some days.', '3 日かかります。', 3],
  ['It takes 5 days.', '数日かかります。', 5],
])('"%s" and "%s" differ in %d', (english, japanese, number) => {
  expect(numbers(saying(english, japanese)).map(({ params }) => params['number'])).toContain(
    number,
  );
});

test.each([
  ['It takes three days.', '3 日かかります。'],
  ['It takes 3 days.', '三日かかります。'],
  ['It takes a day.', '1 日かかります。'],
  ['It costs 1,200 coins.', '1200 枚かかります。'],
  ['Two thousand lamps.', '2,000 個のランプ。'],
  ['5 million lamps.', '500 万個のランプ。'],
  ['At 2 p.m.', '14 時に。'],
  ['Use S3 and x86_64.', 'S3 と x86_64 を使う。'],
  ['In November.', '11 月に。'],
])('"%s" and "%s" say the same', (english, japanese) => {
  expect(codesOf(numbers, saying(english, japanese))).toEqual([]);
});

test('the place is that of the part that differs', () => {
  const [found] = numbers(saying('It takes 5 days.', '数日かかります。'));
  expect(found?.path.slice(-3)).toEqual(['text', 'ja', 'decides']);
});
