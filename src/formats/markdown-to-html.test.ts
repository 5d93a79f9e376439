import { expect, test } from 'vitest';
import { readHtml } from './html.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import { cpuTime } from './cpu-time.ts';

test('Markdown with HTML, tables and pictures of any address becomes HTML', () => {
  const html = markdownToHtml('*a* <b>c</b> ![d](@@PLUGINFILE@@/d.png)\n\n|x|\n|-|\n|y|') ?? '';
  const { blocks } = readHtml(html, (address) => address.replace('@@PLUGINFILE@@/', ''));
  expect(blocks).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'emphasis', children: ['a'] },
        ' ',
        { type: 'strong', children: ['c'] },
        ' ',
        { type: 'image', source: 'd.png', alt: 'd' },
      ],
    },
    { type: 'table', head: [['x']], rows: [[['y']]] },
  ]);
});

test('an ordinary long text is not too heavy', () => {
  expect(markdownToHtml('- an item with `code` and *emphasis*\n'.repeat(200))).toContain('<li>');
});

test.each([
  '[',
  '![',
  '*a_ ',
  '`a``',
  '>',
  '- ',
  '1. ',
  '<a ',
  '|a',
  '[a](',
  'a\n',
  '&a',
  '\\',
  '[x]: y\n',
])('markup without end is refused or read in time: %j', (piece) => {
  for (const letters of [500, 5_000, 20_000, 1_000_000])
    expect(cpuTime(() => markdownToHtml(piece.repeat(letters / piece.length)))).toBeLessThan(500);
});
