import { expect, test } from 'vitest';
import { createI18n } from '#i18n/i18n.ts';
import { problemWords } from './problem-words.ts';

const problem = {
  severity: 'error',
  code: 'yaml_duplicate_key',
  file: 'pack.yaml',
  line: 1,
  column: 1,
  path: [],
  params: {},
} as const;

test.each([
  ['ja', '同じキーが 2 回あります。どちらか一方を消してください。'],
  ['en', 'The same key stands here twice. Keep one of them.'],
] as const)('reason and remedy follow one another as sentences do in %s', async (code, said) => {
  const i18n = await createI18n(code, ['problems']);
  expect(problemWords(i18n.getFixedT(code, 'problems'), code, problem)).toBe(said);
});
