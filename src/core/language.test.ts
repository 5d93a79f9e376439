import { expect, test } from 'vitest';
import { sentenceGap } from './language.ts';

test('Japanese sentences follow each other without a blank', () => {
  const said = ['今日は 20 問です。', '順調です。'].join(sentenceGap('ja'));
  expect(said).toBe('今日は 20 問です。順調です。');
  expect(['Today 20.', 'On pace.'].join(sentenceGap('en'))).toBe('Today 20. On pace.');
});
