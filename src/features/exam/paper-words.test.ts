import { expect, test } from 'vitest';
import { matchingSample, orderingSample, shortSample } from '#question/samples.ts';
import { sampleSingle } from '#core/study/sample.ts';
import { keyWords, marksOf } from './paper-words.ts';

test('what is right is told by the letters of the paper, whatever the order', () => {
  expect(marksOf(['c', 'a', 'b'])).toEqual(['A', 'B', 'C']);
  expect(keyWords(sampleSingle(), ['c', 'd', 'a', 'b'])).toBe('C');
  expect(keyWords(orderingSample, ['task', 'create', 'reboot', 'endpoints'])).toBe('B → D → A');
  expect(keyWords(matchingSample, matchingSample.choices)).toMatch(/^1 [A-Z], 2 [A-Z]/);
  expect(keyWords(shortSample, [])).toBe(':set number / :set nu');
});
