import { expect, test } from 'vitest';
import { found, replaced } from './replace.ts';

const files = new Map<string, string | Uint8Array>([
  ['a.md', 'A lamp, a LAMP. $1 (lamp)?'],
  ['b.md', '灯り'],
  ['media/c.png', new Uint8Array([108, 97, 109, 112])],
]);
const exact = (words: string) => ({ words, isCaseExact: true });

test('words are found as they are, or in any case, and pictures are not looked into', () => {
  expect(found(files, exact('lamp'))).toEqual([{ file: 'a.md', count: 2 }]);
  expect(found(files, { words: 'lamp', isCaseExact: false })).toEqual([{ file: 'a.md', count: 3 }]);
  expect(found(files, exact('灯'))).toEqual([{ file: 'b.md', count: 1 }]);
  expect(found(files, exact(''))).toEqual([]);
});

test('signs mean themselves, in what is looked for and in what it becomes', () => {
  expect(replaced(files, exact('(lamp)?'), '$&').get('a.md')).toBe('A lamp, a LAMP. $1 $&');
  expect(replaced(files, exact('$1'), 'one').get('a.md')).toBe('A lamp, a LAMP. one (lamp)?');
});

test('what has nothing to replace stays the very same', () => {
  const next = replaced(files, exact('lamp'), 'rope');
  expect(next.get('b.md')).toBe('灯り');
  expect(next.get('media/c.png')).toBe(files.get('media/c.png'));
});
