import { expect, test } from 'vitest';
import { didYouMean } from './issues.ts';

test.each([
  ['refrences', 'references'],
  ['chosse', 'choose'],
  ['kinds', 'kind'],
  ['colour', ''],
  ['x', ''],
])('"%s" was probably meant as "%s"', (word, meant) => {
  expect(didYouMean(word, ['kind', 'choose', 'references', 'checked'])).toBe(meant);
});
