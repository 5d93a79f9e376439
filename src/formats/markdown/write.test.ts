import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Line } from '#core/pack/document.ts';
import { anyPack, pictures, rawPack } from './pack-arbitrary.ts';
import { document, line } from './text-arbitrary.ts';
import { readDocument } from './blocks.ts';
import { yamlText } from './front-yaml.ts';
import { readPack } from './read-pack.ts';
import { newReport } from './report.ts';
import { settledPack } from './settle-pack.ts';
import { settledDocument, settledLine } from './settle.ts';
import { documentSource, lineSource } from './to-markdown.ts';
import { readSheet } from './tree.ts';
import { writePack } from './write.ts';

/** The blocks of a text that has nothing wrong in it. */
function read(text: string) {
  const report = newReport('text.md', [], new Set(pictures.keys()));
  const sheet = readSheet(report, `---\n---\n${text}`);
  const blocks = sheet ? readDocument({ report, sheet }, sheet.blocks) : [];
  expect(report.problems).toEqual([]);
  return blocks;
}

describe('what was written is read as the same', () => {
  test('line', () => {
    fc.assert(
      fc.property(line, (one) => {
        const settled = settledLine(one);
        const paragraphs = settled.length > 0 ? [{ type: 'paragraph', children: settled }] : [];
        expect(read(lineSource(one))).toEqual(paragraphs);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('document', () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(read(documentSource(one))).toEqual(settledDocument(one));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test.each(['null', 'true', 'no', '7', 'lamp'])('key that is the word %s', (key) => {
    expect(parse(yamlText({ [key]: 1, claims: { [key]: { verdict: 'holds' } } }))).toEqual({
      [key]: 1,
      claims: { [key]: { verdict: 'holds' } },
    });
  });

  test('pack of every kind, in one and several languages', () => {
    fc.assert(
      fc.property(anyPack, (pack) => {
        const { pack: again, problems } = readPack(writePack(pack, pictures));
        expect(problems).toEqual([]);
        expect(again).toEqual(pack);
      }),
      { numRuns: 50 },
    );
  }, 120_000);
});

test('the settled form of a pack is settled', () => {
  fc.assert(
    fc.property(rawPack, (pack) => {
      const settled = settledPack(pack);
      expect(settledPack(settled)).toEqual(settled);
    }),
    { numRuns: 50 },
  );
}, 60_000);

test.each<[string, Line]>([
  ['A plain line, with (some) marks.', ['A plain line, with (some) marks.']],
  [
    'これは&#x306F;**「専用」**&#x3067;す',
    ['これはは', { type: 'strong', children: ['「専用」'] }, 'です'],
  ],
  ['a ==b== c', ['a ', { type: 'mark', children: ['b'] }, ' c']],
  ['1\\. a', ['1. a']],
  ['a \\{=b}', ['a {=b}']],
  ['a =\\> (b)', ['a => (b)']],
  ['\\(a) b', ['(a) b']],
  ['if a \\=\\= b', ['if a == b']],
])('%s', (source, tree) => {
  expect(lineSource(tree)).toBe(source);
});

test.each<[Line, Line]>([
  [['a\nb'], ['a b']],
  [['語\n語'], ['語語']],
  [[' a', '', 'b '], ['ab']],
  [
    [{ type: 'strong', children: ['a '] }, 'b'],
    [{ type: 'strong', children: ['a'] }, ' b'],
  ],
  [[{ type: 'emphasis', children: [] }, 'b'], ['b']],
])('%j is settled as %j', (raw, settled) => {
  expect(settledLine(raw)).toEqual(settled);
});
