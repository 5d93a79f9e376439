import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText, lineText } from '#core/pack/document.ts';
import { cpuTime } from './cpu-time.ts';
import { readHtml, readHtmlLine } from './html.ts';

const paragraph = (...children: readonly unknown[]) => ({ type: 'paragraph', children });

describe('HTML becomes the closed tree', () => {
  test.each([
    ['plain words', 'Which key?', [paragraph('Which key?')]],
    ['paragraphs', '<p>One</p><p>Two</p>', [paragraph('One'), paragraph('Two')]],
    ['words around a paragraph', 'a<p>b</p>c', [paragraph('a'), paragraph('b'), paragraph('c')]],
    ['forced breaks', 'a<br>b<br/><br/>c', [paragraph('a'), paragraph('b'), paragraph('c')]],
    [
      'emphasis',
      'a <b>b</b> <em>c</em>',
      [
        paragraph('a ', { type: 'strong', children: ['b'] }, ' ', {
          type: 'emphasis',
          children: ['c'],
        }),
      ],
    ],
    [
      'a span within a word',
      '<i>pre<span>mi</span><u>um</u></i>.',
      [paragraph({ type: 'emphasis', children: ['premium'] }, '.')],
    ],
    [
      'lines between elements',
      '<b>a</b>\n<b>b</b>',
      [paragraph({ type: 'strong', children: ['a'] }, ' ', { type: 'strong', children: ['b'] })],
    ],
    ['blanks and entities', ' a&nbsp; &lt;b&gt;\n c ', [paragraph('a <b> c')]],
    ['code', 'run <code> ls  -l </code>', [paragraph('run ', { type: 'code', text: 'ls  -l' })]],
    ['a block of code', '<pre>a\n  b\n</pre>', [{ type: 'code', text: 'a\n  b' }]],
    [
      'a block of code that names its language',
      '<pre class="x"><code class="hl language-sh">ls</code></pre>',
      [{ type: 'code', text: 'ls', language: 'sh' }],
    ],
    [
      'lists in lists',
      '<ol><li>a<ul><li>b</li></ul></li></ol>',
      [
        {
          type: 'list',
          ordered: true,
          items: [[paragraph('a'), { type: 'list', ordered: false, items: [[paragraph('b')]] }]],
        },
      ],
    ],
    [
      'tables',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
      [{ type: 'table', head: [['a']], rows: [[['b']]] }],
    ],
    ['headings', '<h3>A</h3>b', [paragraph({ type: 'strong', children: ['A'] }), paragraph('b')]],
    [
      'raised and lowered signs',
      '2<sup>10</sup> H<sub>2</sub>O x<sup>ab</sup>',
      [paragraph('2¹⁰ H₂O x^(ab)')],
    ],
    ['a span around paragraphs', '<span><p>a</p></span>', [paragraph('a')]],
    ['nothing', '<p> </p><br>&nbsp;', []],
  ])('%s', (_name, html, blocks) => {
    expect(readHtml(html)).toEqual({ blocks, remarks: [] });
  });
});

test('links go where http goes; others leave their words, and a remark', () => {
  const { blocks, remarks } = readHtml(
    '<a href="https://a.org/">a</a> <a href="javascript:x()">b</a>',
  );
  expect(blocks).toEqual([
    paragraph({ type: 'link', url: 'https://a.org/', children: ['a'] }, ' b'),
  ]);
  expect(remarks).toEqual([{ code: 'link-lost', params: { url: 'javascript:x()' } }]);
});

test('pictures are those that the caller has; others leave their words, and a remark', () => {
  const find = (address: string) => (address === 'k.png' ? 'k.png' : null);
  const { blocks, remarks } = readHtml(
    '<img src="k.png"><img src="http://x/y.png" alt="a map">',
    find,
  );
  expect(blocks).toEqual([paragraph({ type: 'image', source: 'k.png', alt: 'k.png' }, '[a map]')]);
  expect(remarks).toEqual([{ code: 'image-lost', params: { address: 'http://x/y.png' } }]);
});

test('what the tree does not know goes with its tag and leaves its words, said once', () => {
  const { blocks, remarks } = readHtml(
    '<svg><text>a</text></svg><svg></svg><script>alert(1)</script>',
  );
  expect(documentText(blocks)).toBe('a');
  expect(remarks).toEqual([
    { code: 'markup-lost', params: { tag: 'svg' } },
    { code: 'markup-lost', params: { tag: 'text' } },
  ]);
});

test('in one line paragraphs and items stand behind one another', () => {
  const { line } = readHtmlLine('<p>a</p><ul><li>b</li><li>c</li></ul>');
  expect(lineText(line)).toBe('a b, c');
});

test('tags nested without end are no trouble', () => {
  const { blocks } = readHtml(`${'<b>'.repeat(50_000)}deep${'</b>'.repeat(50_000)}`);
  expect(documentText(blocks)).toContain('deep');
});

test.each([
  ['ends of what was never begun', '<b></x>'],
  ['ends in comments', '<b><!--</b>-->'],
  ['ends in attributes', '<b title="</b>">'],
  ['ends in scripts', '<b><script></b></script>'],
  ['paragraphs that end by themselves, and do not', '<p><b></x>'],
])('tags nested without end behind %s are no trouble either', (_what, piece) => {
  const html = `${piece.repeat(200_000)}deep`;
  expect(cpuTime(() => expect(documentText(readHtml(html).blocks)).toContain('deep'))).toBeLessThan(
    3_000,
  );
  expect(readHtml(html).remarks).toEqual([{ code: 'html-too-deep' }]);
});

test('as deep as somebody may have meant it, every word is read', () => {
  const { remarks } = readHtml(`${'<b>'.repeat(1_999)}deep${'</b>'.repeat(1_999)}`);
  expect(remarks).toEqual([]);
  for (const piece of ['<p>a', '<li>a', '<td>a', 'a<br>', '<img src="a">'])
    expect(readHtml(piece.repeat(5_000)).remarks).not.toContainEqual({ code: 'html-too-deep' });
});

test('nothing that is thrown at it is thrown back', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<table',
    '<td>',
    '<img src=',
    '"',
    '>',
    '&#',
    'x',
    '<!--',
    ']]>',
    '<ul>',
    '<pre>',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      expect(Array.isArray(readHtml(parts.join('')).blocks)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
