import { describe, expect, test } from 'vitest';
import type { Inline } from '#core/pack/document.ts';
import { readDocument } from './blocks.ts';
import { newReport } from './report.ts';
import { readSheet } from './tree.ts';

/** The blocks of a text, and the codes of what is wrong with it. */
function read(text: string) {
  const report = newReport('text.md', []);
  const sheet = readSheet(report, `---\n---\n${text}`);
  const blocks = sheet ? readDocument({ report, sheet }, sheet.blocks) : [];
  return { blocks, codes: report.problems.map(({ code }) => code) };
}

const line = (text: string) => {
  const { blocks, codes } = read(text);
  expect(codes).toEqual([]);
  const [first] = blocks;
  return first?.type === 'paragraph' ? first.children : null;
};

const mark = (...children: Inline[]): Inline => ({ type: 'mark', children });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
const code = (text: string): Inline => ({ type: 'code', text });

describe('marked words', () => {
  test.each([
    ['a ==b== c', ['a ', mark('b'), ' c']],
    ['**==b==**', [strong(mark('b'))]],
    ['==**b**==', [mark(strong('b'))]],
    ['==a `b` c==', [mark('a ', code('b'), ' c')]],
    ['==a\nb==', [mark('a b')]],
    ['「==専用==」。', ['「', mark('専用'), '」。']],
    ['==a== and ==b==', [mark('a'), ' and ', mark('b')]],
    ['a == b', ['a == b']],
    ['`==b==`', [code('==b==')]],
    ['a === b', ['a === b']],
  ])('%s', (text, expected) => {
    expect(line(text)).toEqual(expected);
  });

  test.each(['==a', 'a==', '==a *b== c*', '==a\n\nb=='])('%j has a lone mark', (text) => {
    expect(read(text).codes).toContain('mark_unclosed');
  });
});

describe('a line break in the file', () => {
  test.each([
    ['one\ntwo', ['one two']],
    ['日本\n語', ['日本語']],
    ['です。\nまた', ['です。また']],
    ['KMS\nと', ['KMS と']],
    ['鍵の\nKMS', ['鍵の KMS']],
    ['日本\n**語**', ['日本', strong('語')]],
    ['one\n**two**', ['one ', strong('two')]],
  ])('%j', (text, expected) => {
    expect(line(text)).toEqual(expected);
  });
});

test('blocks of every sort are read', () => {
  const text = '- a\n- b\n\n```sh\nls\n```\n\n| x | y |\n| - | - |\n| 1 | **2** |\n';
  expect(read(text)).toEqual({
    codes: [],
    blocks: [
      {
        type: 'list',
        ordered: false,
        items: [[{ type: 'paragraph', children: ['a'] }], [{ type: 'paragraph', children: ['b'] }]],
      },
      { type: 'code', text: 'ls', language: 'sh' },
      { type: 'table', head: [['x'], ['y']], rows: [[['1'], [strong('2')]]] },
    ],
  });
});

test.each([
  ['a<br>b', 'html_not_allowed'],
  ['<div>a</div>', 'html_not_allowed'],
  ['<!-- a --> <script>b</script>', 'html_not_allowed'],
  ['***', 'not_allowed'],
  ['> quote', 'not_allowed'],
  ['[a]: https://example.org', 'not_allowed'],
  ['a  \nb', 'not_allowed'],
  ['### a', 'heading_not_allowed'],
  ['[a](//example.org)', 'bad_link'],
  ['![a](../../secret.png)', 'bad_image'],
])('%j is refused', (text, expected) => {
  expect(read(text).codes).toEqual([expected]);
});

test('a link is read with what it shows', () => {
  expect(line('[a **b**](https://example.org/)')).toEqual([
    { type: 'link', url: 'https://example.org/', children: ['a ', strong('b')] },
  ]);
});
