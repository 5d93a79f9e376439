import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';
import { readDelimited } from './delimited.ts';

const MARK = '\uFEFF';

test('has the mark of UTF-8, and every row ends as RFC 4180 says', () => {
  expect(
    csvText([
      ['a', 'b'],
      [1, null],
    ]),
  ).toBe(`${MARK}a,b\r\n1,\r\n`);
});

test('quotes what would break a row', () => {
  expect(csvText([['a,b', 'say "no"', 'two\nlines', ' edge ']])).toBe(
    `${MARK}"a,b","say ""no""","two\nlines"," edge "\r\n`,
  );
});

test('no text is a formula, and no number is taken for one', () => {
  expect(csvText([['=1+1', '@x', '+81', '-0.5', '＝1', -0.5, Number.NaN]])).toBe(
    `${MARK}'=1+1,'@x,'+81,'-0.5,'＝1,-0.5,\r\n`,
  );
});

test('is read as it was written', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\r|\uFEFF/g, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const written = csvText(rows.map(([a, b]) => [`x${a}`, `y${b}`]));
      const [sheet] = readDelimited(new TextEncoder().encode(written), ',').sheets;
      expect(sheet?.rows.map(({ cells }) => cells)).toEqual(
        rows.map(([a, b]) => [`x${a}`, `y${b}`]),
      );
    }),
  );
});
