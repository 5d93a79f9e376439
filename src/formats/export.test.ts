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
const words = {
  name: 'Name',
  date: 'Date',
  points: 'Points',
  answers: 'Answers',
  rightWhen: 'Right when',
  decides: 'What decides',
  rule: 'Rule',
};
const from: Exportable = { files, pack, language: 'en', words, part: 'all', variant: 1 };

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

test.each(['paper', 'answers', 'cards'] as const)('%s is a page with every question', (to) => {
  const { content, losses, ending } = exportAs(to, from);
  expect(ending).toBe(`.${to}.html`);
  expect(losses).toEqual([]);
  expect(String(content)).toContain('What helps?');
});

test('what is kept for mock exams is printed alone or left out, and an empty page is told', () => {
  const kept = exportAs('paper', { ...from, part: 'reserve' });
  expect(kept.losses).toEqual([{ code: 'print-is-empty' }]);
  expect(String(kept.content)).not.toContain('<article');
  expect(exportAs('paper', { ...from, part: 'study' }).losses).toEqual([]);
});

test('variants of a paper differ in the order of options, and their answers belong to them', () => {
  const order = (variant: number): string[] =>
    [
      ...String(exportAs('paper', { ...from, variant }).content).matchAll(
        />([AB])<\/span><span>A lamp</g,
      ),
    ].map(([, letter = '']) => letter);
  const letters = [1, 2, 3, 4].map((variant) => order(variant).join());
  expect(new Set(letters).size).toBeGreaterThan(1);
  for (const [index, letter] of letters.entries())
    expect(String(exportAs('answers', { ...from, variant: index + 1 }).content)).toContain(
      `<h2>1. <span class="right">${letter}</span></h2>`,
    );
});
