import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';
import { expect, test } from 'vitest';
import { packageOf } from './anki-package/small-package.ts';
import { readerOf } from './guess.ts';
import { formatNames, type FormatName } from './imported.ts';

const places = [0, 1, 2] as const;
const threeOf = (make: (place: number) => string, between = '\n\n'): string =>
  places.map(make).join(between);

const choice =
  '<assessmentItem identifier="i"><responseDeclaration identifier="R" cardinality="single"/></assessmentItem>';

const apkg = async (): Promise<Uint8Array<ArrayBuffer>> =>
  packageOf(
    await initSqlJs(),
    {
      notes: places.map((place) => ({ guid: `g${place}`, fields: [`What is ${place}?`, 'a'] })),
      fieldNames: ['Front', 'Back'],
      notetype: 'Basic',
      deck: 'Three',
    },
    'legacy 2',
  );

/** Three questions in each format. */
const samples: { readonly [F in FormatName]: string | (() => Promise<Uint8Array<ArrayBuffer>>) } = {
  aiken: threeOf((place) => `What is ${place}?\nA. one\nB. two\nANSWER: A`),
  'anki-package': apkg,
  'anki-text': `#separator:tab\n${threeOf((place) => `What is ${place}?\tone`, '\n')}`,
  'exam-markdown': threeOf(
    (place) => `${place + 1}. What is ${place}?\n   - A. one\n   - B. two\n\n   Answer: A`,
  ),
  gift: threeOf((place) => `What is ${place}? {=one ~two}`),
  'moodle-xml': `<quiz><question type="category"><category><text>a</text></category></question>${threeOf(() => '<question type="essay"/>')}</quiz>`,
  qti: `<assessmentTest>${threeOf(() => choice)}</assessmentTest>`,
  table: `Question,Answer\n${threeOf((place) => `What is ${place}?,one`, '\n')}`,
};

test.each(formatNames)('the reader of %s tells before each item how far it is', async (name) => {
  const sample = samples[name];
  const bytes = typeof sample === 'string' ? new TextEncoder().encode(sample) : await sample();
  const told: (readonly [number, number | null])[] = [];
  const read = await readerOf(name);
  const { items } = await read({
    name: 'file',
    bytes,
    language: 'en',
    tell: (count, of) => told.push([count, of]),
  });
  expect(items).toHaveLength(places.length);
  expect(told).toEqual(places.map((place) => [place, places.length]));
});
