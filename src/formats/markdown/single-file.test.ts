import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinFiles, splitFiles } from './single-file.ts';
import { smallPack } from './small-pack.ts';

const path = fc.constantFrom(
  'pack.yaml',
  'concepts/a/b.md',
  'notes/100%.md',
  'x (no line end)',
  'a -->',
  'a\nb',
);
const text = fc
  .array(
    fc.constantFrom(
      'a',
      '\n',
      '\r\n',
      '<!-- file: a.md -->',
      '<!-- \\file: ',
      '\\',
      ' ',
      '\uFEFF',
      'file: ',
    ),
  )
  .map((parts) => parts.join(''));

test('a pack in one text comes apart into the same files, letter by letter', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(path, text), { selector: ([name]) => name, minLength: 1 }),
      (files) => {
        expect(splitFiles(joinFiles(new Map(files)))).toEqual(new Map(files));
      },
    ),
    { numRuns: 2000 },
  );
});

test('pack.yaml comes first, pictures are left out', () => {
  const files = new Map<string, string | Uint8Array>([
    ['media/a.png', new Uint8Array(1)],
    ...smallPack,
  ]);
  const joined = joinFiles(files);
  expect(joined.startsWith('<!-- file: pack.yaml -->\nuid: ')).toBe(true);
  expect(splitFiles(joined)).toEqual(smallPack);
});

test('line ends that a mail program has put in are forgiven in the dividing lines', () => {
  expect(splitFiles('\uFEFF\r\n<!-- file: a.md -->\r\nx\r\n')).toEqual(
    new Map([['a.md', 'x\r\n']]),
  );
});

test.each(['', 'a text', '---\n---\n# en', '<!-- file: a -->\n<!-- file: a -->\n'])(
  '%j is no pack in one text',
  (one) => {
    expect(splitFiles(one)).toBeNull();
  },
);

test('anything at all is split or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), text), (one) => {
      expect(() => splitFiles(one)).not.toThrow();
    }),
    { numRuns: 10_000 },
  );
}, 60_000);
