import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '#core/pack/document.ts';
import { arbitraryDocument } from './arbitrary-documents.ts';
import { readHtml } from './html.ts';
import { lineToHtml, toHtml } from './to-html.ts';

const dialect = { image: (source: string) => `media/${source}` };

test('every block and mark has its tag', () => {
  const document: Document = [
    { type: 'paragraph', children: ['a ', { type: 'strong', children: ['b'] }] },
    { type: 'list', ordered: true, items: [[{ type: 'paragraph', children: ['c'] }]] },
    { type: 'code', text: 'x < y', language: 'sh' },
    { type: 'table', head: [['h']], rows: [[[{ type: 'emphasis', children: ['i'] }]]] },
  ];
  expect(toHtml(document, dialect)).toBe(
    '<p>a <strong>b</strong></p><ol><li>c</li></ol>' +
      '<pre><code class="language-sh">x &lt; y</code></pre>' +
      '<table><thead><tr><th>h</th></tr></thead><tbody><tr><td><em>i</em></td></tr></tbody></table>',
  );
});

test('what could be markup is escaped, in texts and in values', () => {
  const html = lineToHtml(
    [
      '<script>alert(1)</script>',
      { type: 'code', text: '</code><b>' },
      { type: 'link', url: 'https://a.org/?"onclick="x', children: ['&'] },
      { type: 'image', source: 'k.png', alt: '"><script>' },
    ],
    dialect,
  );
  expect(html).toBe(
    '&lt;script&gt;alert(1)&lt;/script&gt;<code>&lt;/code&gt;&lt;b&gt;</code>' +
      '<a href="https://a.org/?&quot;onclick=&quot;x">&amp;</a>' +
      '<img src="media/k.png" alt="&quot;&gt;&lt;script&gt;">',
  );
});

test('the words that decide are marked as the caller wishes', () => {
  const line = [{ type: 'mark', children: ['x'] }] as const;
  expect(lineToHtml(line, dialect)).toBe('<mark>x</mark>');
  expect(lineToHtml(line, { ...dialect, mark: ['<i class="y">', '</i>'] })).toBe(
    '<i class="y">x</i>',
  );
});

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const html = toHtml(document, dialect);
      const back = readHtml(html, (address) => address.replace(/^media\//, ''));
      expect(back).toEqual({ blocks: document, remarks: [] });
    }),
    { numRuns: 1000 },
  );
});
