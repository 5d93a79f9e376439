import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown, readMarkdownLine } from './foreign-markdown.ts';

const paragraph = (...children: readonly unknown[]) => ({ type: 'paragraph', children });
const code = (text: string) => ({ type: 'code', text });
const strong = (...children: readonly unknown[]) => ({ type: 'strong', children });

test.each([
  ['words', 'a\nb\n\nc', [paragraph('a b'), paragraph('c')]],
  ['code', 'run ` ls  -l `, `x`', [paragraph('run ', code('ls  -l'), ', ', code('x'))]],
  ['a sign that is no code', 'a ` b', [paragraph('a ` b')]],
  ['marks', '**a** *b*', [paragraph(strong('a'), ' ', { type: 'emphasis', children: ['b'] })]],
  [
    'a list',
    '- a\n- b',
    [{ type: 'list', ordered: false, items: [[paragraph('a')], [paragraph('b')]] }],
  ],
  ['a block of code', '```sh\na\n  b\n```', [{ type: 'code', text: 'a\n  b', language: 'sh' }]],
  [
    'a table',
    '|a|b|\n|-|-|\n|c|`d`|',
    [{ type: 'table', head: [['a'], ['b']], rows: [[['c'], [code('d')]]] }],
  ],
  ['HTML within', 'a <b>b</b><br/>c', [paragraph('a ', strong('b')), paragraph('c')]],
  [
    'an address',
    '<https://example.org/a>',
    [
      paragraph({
        type: 'link',
        url: 'https://example.org/a',
        children: ['https://example.org/a'],
      }),
    ],
  ],
])('%s', (_, text, blocks) => {
  expect(readMarkdown(text)).toEqual({ blocks, remarks: [] });
});

test('a line holds all of it', () => {
  expect(readMarkdownLine('a\n\n- b\n- c').line).toEqual(['a b, c']);
});

test('what cannot be shown is said', () => {
  expect(readMarkdown('[a](javascript:b) ![c](d.png)').remarks).toEqual([
    { code: 'link-lost', params: { url: 'javascript:b' } },
    { code: 'image-lost', params: { address: 'd.png' } },
  ]);
});

test('so many marks that the parser would take minutes are left as words', () => {
  const text = '**a_'.repeat(4_000);
  const { blocks, remarks } = readMarkdown(text);
  expect(remarks).toEqual([{ code: 'markup-too-dense' }]);
  expect(blocks).toEqual([paragraph(text)]);
});

test('words and code read without the parser read the same with it', () => {
  const piece = fc.constantFrom('a', ' ', '  ', '`b`', '`c d`', ',', '\n', '` e`', '日本', '?');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `x${pieces.join('')}y`;
      // A comment in front makes the parser read it.
      const parsed = readMarkdown(`<!-- -->\n\n${text}`);
      expect(readMarkdown(text)).toEqual(parsed);
    }),
  );
});
