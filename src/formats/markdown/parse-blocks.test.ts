import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBlocks, parseWhole } from './parse-blocks.ts';
import { word, words } from './text-arbitrary.ts';

const openings = [
  '# en',
  '## ',
  '#',
  '######',
  '####### x',
  '#x',
  ' # in',
  '- ',
  '- (a) ',
  '  - ',
  '1. ',
];
const others = [
  '> ',
  '>> ',
  '    ',
  '\t',
  '   ',
  '---',
  '***',
  '| a | b |',
  '| - | - |',
  '===',
  '',
  '',
  '  ',
];
const rare = [
  '```',
  '~~~ x',
  '<b>',
  '<!--',
  '-->',
  '[a]: /b',
  '  ```',
  '> ```',
  '- <div>',
  '[a]',
  '\\# x',
];
const opening = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...openings) },
  { weight: 6, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
);
const line = fc
  .tuple(opening, fc.oneof(fc.constant(''), words, word))
  .map(([first, rest]) => first + rest);
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('', '\n', '\n\n'))
  .map(([lines, end]) => (lines.join('\n') + end).replaceAll(/\r\n?/g, '\n'));

test('a text parsed in pieces is the text parsed in one go, positions included', () => {
  fc.assert(
    fc.property(text, (some) => {
      expect(parseBlocks(some)).toEqual(parseWhole(some));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '```\n# not a heading\n```\n# one\n',
  '<!--\n# not a heading\n-->\n',
  '# one\n[a]\n# two\n[a]: https://example.org/\n',
  '- a\n\n# one\n- b\n\n  c\n# two',
  '> a\n# one\n    code\n\n# two\n| a |\n| - |\n# three',
])('what reaches over headings stays whole in %j', (some) => {
  expect(parseBlocks(some)).toEqual(parseWhole(some));
});

test('pieces that were moved are not moved again', () => {
  const some = '# one\n- a\n# two\nb\n';
  const first = structuredClone(parseBlocks(some));
  parseBlocks(`x\n\n${some}`);
  expect(parseBlocks(some)).toEqual(first);
});
