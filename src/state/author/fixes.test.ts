import { expect, test } from 'vitest';
import { smallPack, withFile } from '#formats/markdown/small-pack.ts';
import { createExaminer } from './examine-draft.ts';
import { fixed, hasFix } from './fixes.ts';

const FILE = 'concepts/work/night.md';

const spoilt = [
  ['choose_differs_from_keys', (text: string) => text.replace('- [ ] (rope)', '- [x] (rope)')],
  [
    'choose_differs_from_keys',
    (text: string) => text.replace('kind: single', 'kind: multiple\nchoose: 2'),
  ],
  [
    'right_when_unneeded',
    (text: string) => text.replace('> It shines.', '> It shines.\n  >> never'),
  ],
  ['right_when_full_stop', (text: string) => text.replace('>> somebody fell', '>> somebody fell.')],
  ['translation_missing', (text: string) => text.slice(0, text.indexOf('# ja'))],
] as const;

test.each(spoilt)('%s is mended by one tap, and is gone then', (code, spoil) => {
  const files = withFile(FILE, spoil);
  const codes = (some: ReadonlyMap<string, string | Uint8Array>) =>
    createExaminer()
      .whole(some, '2026-11-20')
      .problems.map((problem) => problem.code);
  const problem = createExaminer()
    .whole(files, '2026-11-20')
    .problems.find((found) => found.code === code);
  if (!problem) throw new Error(`no ${code}`);
  expect(hasFix(problem)).toBe(true);
  const mended = fixed(files, problem);
  expect(mended).not.toBeNull();
  expect(codes(mended ?? files)).not.toContain(code);
});

test('what only the author can decide has no fix', () => {
  const [problem] = createExaminer().whole(smallPack, '2026-11-20').problems;
  if (!problem) throw new Error('the small pack has no problem');
  expect(hasFix(problem)).toBe(false);
  expect(fixed(smallPack, problem)).toBeNull();
});
