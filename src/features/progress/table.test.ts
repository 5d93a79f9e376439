import { expect, test } from 'vitest';
import { tableOf } from './table.ts';

const table = tableOf(
  [
    { name: 'd0', answers: 12_345, seconds: 1041.5, share: 0.8149 },
    { name: 'd1', answers: 0, seconds: null, share: 0.5 },
  ],
  [
    { head: 'Domain', value: ({ name }) => name },
    { head: 'Answers', value: ({ answers }) => answers },
    { head: 'Median', value: ({ seconds }) => seconds },
    { head: 'Share', value: ({ share }) => share, shown: ({ share }) => `${share * 100} %` },
  ],
);

test.each([
  ['en', '12,345', '1,041.5'],
  ['de', '12.345', '1.041,5'],
])('numbers are shown as %s writes them, and nothing as a stroke', (language, answers, seconds) => {
  expect(table.shown(9, language)).toEqual([
    ['d0', answers, seconds, '81.49 %'],
    ['d1', '0', '–', '50 %'],
  ]);
});

test('a file has all rows with plain numbers, the screen the first', () => {
  expect(table.values()).toEqual([
    ['d0', 12_345, 1041.5, 0.8149],
    ['d1', 0, null, 0.5],
  ]);
  expect(table.shown(1, 'en')).toHaveLength(1);
});
