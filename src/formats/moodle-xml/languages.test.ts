import { expect, test } from 'vitest';
import { cutByLanguage, htmlIn, languageOf, languagesIn } from './languages.ts';
import { cpuTime } from '#formats/cpu-time.ts';

const both = (html: string) => {
  const pieces = cutByLanguage(html);
  return [languagesIn(pieces), htmlIn(pieces, 'en'), htmlIn(pieces, 'ja')];
};

test('a text without languages is the same in all', () => {
  expect(both('<p>a <span lang="ja">b</span></p>')).toEqual([
    [],
    '<p>a <span lang="ja">b</span></p>',
    '<p>a <span lang="ja">b</span></p>',
  ]);
});

test('spans of the multilang filter, in any order of attributes', () => {
  const html =
    '<p>1 <span lang="en" class="multilang">key</span>\n <span class="multilang" lang="ja">鍵</span> 2</p>';
  expect(both(html)).toEqual([['en', 'ja'], '<p>1 key 2</p>', '<p>1 鍵 2</p>']);
});

test('tags of the multilang2 filter, with several languages and all others', () => {
  const html =
    '{mlang en,de}key{mlang}{mlang ja}鍵{mlang} and {mlang other}x{mlang}{mlang ja}え{mlang}';
  expect(both(html)).toEqual([['en', 'de', 'ja'], 'key and x', '鍵 and え']);
});

test('who has no words of its own sees those of the base language, else the first', () => {
  const pieces = cutByLanguage('{mlang pt_br}a{mlang}{mlang fr}b{mlang}');
  expect(languagesIn(pieces)).toEqual(['pt-BR', 'fr']);
  expect(['pt', 'fr', 'en'].map((language) => htmlIn(pieces, language))).toEqual(['a', 'b', 'a']);
});

test.each([
  ['ja', 'ja'],
  ['pt_br', 'pt-BR'],
  ['zh-tw', 'zh-TW'],
  ['ja_kids', 'ja'],
  ['en_us_k12', 'en-US'],
  ['__proto__', null],
  ['x', null],
])('the code %s is %s', (code, language) => {
  expect(languageOf(code)).toBe(language);
});

test('what has no end is left as it is', () => {
  expect(both('a {mlang en}b')[1]).toBe('a {mlang en}b');
  expect(both('<span class="multilang" lang="en">b')[1]).toBe(
    '<span class="multilang" lang="en">b',
  );
});

test('a hundred thousand openings take no time', () => {
  for (const piece of [
    '<span class="multilang" lang="en">',
    '<span class="multilang"',
    '{mlang en}',
  ])
    expect(cpuTime(() => both(piece.repeat(100_000)))).toBeLessThan(1_000);
});
