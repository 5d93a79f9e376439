import { expect, test } from 'vitest';
import { exportAs, type Exportable } from './export.ts';
import { readPack } from './markdown/read-pack.ts';
import { smallPack } from './markdown/small-pack.ts';
import { splitFiles } from './markdown/single-file.ts';
import { openZip } from './zip.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const files = new Map<string, string | Uint8Array>([...smallPack, ['media/a.png', png]]);
const { pack } = readPack(files);
if (!pack) throw new Error('the small pack cannot be read');
const from: Exportable = { files, pack, language: 'en', rightWhen: 'Right when' };

const bytesOf = (content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

test('the source files come back from a zip letter by letter, pictures too', () => {
  const { content, losses } = exportAs('folder', from);
  const back = openZip(bytesOf(content)).files;
  expect(losses).toEqual([]);
  expect([...back.keys()].toSorted()).toEqual([...files.keys()].toSorted());
  for (const [path, text] of smallPack) expect(new TextDecoder().decode(back.get(path))).toBe(text);
  expect(back.get('media/a.png')).toEqual(png);
});

test('as one Markdown text all files come back, and the missing pictures are said before', () => {
  const { content, losses } = exportAs('markdown', from);
  expect(splitFiles(String(content))).toEqual(smallPack);
  expect(losses).toEqual([{ code: 'text-loses-pictures', params: { count: 1 } }]);
});

test('a shared pack says that comments are not in it', () => {
  const { content, losses } = exportAs('mondo', from);
  expect(losses).toEqual([{ code: 'document-loses-comments' }]);
  expect(bytesOf(content).length).toBeGreaterThan(100);
});

test.each(['anki-text', 'csv', 'gift', 'moodle-xml', 'qti'] as const)(
  '%s says what it loses and writes the rest',
  (to) => {
    const { content, losses } = exportAs(to, from);
    expect(losses.length).toBeGreaterThan(0);
    expect(content.length).toBeGreaterThan(50);
  },
);
