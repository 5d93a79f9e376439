import { expect, test } from 'vitest';
import en from '#i18n/en/exam.json' with { type: 'json' };
import ja from '#i18n/ja/exam.json' with { type: 'json' };
import { clockText, percentOf } from './words.ts';

test.each([
  [0, '0:00'],
  [-5, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [757_000, '12:37'],
  [3_600_000, '1:00:00'],
  [4_360_000, '1:12:40'],
])('%d milliseconds are shown as %s', (millis, text) => {
  expect(clockText(millis)).toBe(text);
});

test.each([
  [1, 100],
  [29 / 30, 96],
  [0.7, 70],
  [0.29, 29],
])('a share of %d is %d percent: whole ones, none given away', (share, percent) => {
  expect(percentOf(share)).toBe(percent);
});

test('the band is told as what it is: of the learner, with its confidence, and of no other form', () => {
  for (const words of [en.bandPercent, en.bandPoints]) {
    expect(words).toMatch(/\byour?\b.*confidence of 80 %/);
    expect(words).not.toMatch(/forms\b/);
  }
  for (const words of [ja.bandPercent, ja.bandPoints]) {
    expect(words).toMatch(/(正答率|実力).*信頼度 80 %/);
    expect(words).not.toMatch(/回受け/);
  }
});
