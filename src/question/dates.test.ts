import { expect, test } from 'vitest';
import { formatDate } from './dates.ts';

test.each([
  ['2019-11-25', 'en', 'November 25, 2019'],
  ['2019-11', 'en', 'November 2019'],
  ['2020', 'en', '2020'],
  ['2019-11-25', 'ja', '2019年11月25日'],
  ['2019-11', 'ja', '2019年11月'],
  ['long ago', 'en', 'long ago'],
])('%s in %s is %s', (date, language, words) => {
  expect(formatDate(date, language)).toBe(words);
});
