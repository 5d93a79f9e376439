import { expect, test } from 'vitest';
import { answerWords } from './answer-words.ts';
import { multipleSample, singleSample } from './choice-samples.ts';
import { textOf } from './sample-parts.ts';
import { matchingSample, orderingSample, shortSample } from './samples.ts';

test.each([
  [singleSample, ['disk', 'acm', 'hsm', 'kms'], '3'],
  [multipleSample, ['firewall', 'nacl', 'group', 'proxy', 'gateway'], '1, 4'],
  [orderingSample, ['task', 'reboot', 'create', 'endpoints'], '3, 4, 1'],
  [matchingSample, ['500', '404', '403'], '1 C, 2 B'],
  [shortSample, [], ':set number'],
] as const)('the answer to $kind, by what is on the screen', (scenario, shown, words) => {
  expect(answerWords(scenario, textOf(scenario, 'en'), shown)).toBe(words);
});

test('an accepted answer that is not said again in this language is said all the same', () => {
  expect(answerWords(shortSample, textOf(shortSample, 'ja'), [])).toBe(':set number');
});
