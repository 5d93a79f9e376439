import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDelimiter, readDelimited, splitDelimited } from './delimited.ts';
import { guarded, tableLimits, unguarded } from './grid.ts';

const cells = (text: string, delimiter = ',') =>
  splitDelimited(text, delimiter).rows.map((row) => row.cells);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('rows and cells', () => {
  test.each([
    [
      'plain cells',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      ',a,\n,',
      [
        ['', 'a', ''],
        ['', ''],
      ],
    ],
    ['quotes written twice', '"a ""b"" c",d', [['a "b" c', 'd']]],
    ['separators and line ends between quotes', '"a,\nb",c', [['a,\nb', 'c']]],
    ['a quote within a bare cell', '5" disk,b', [['5" disk', 'b']]],
    ['words behind a closing quote', '"a" b,c', [['"a" b', 'c']]],
    ['empty lines, which are no rows', 'a\n\n\nb\n', [['a'], ['b']]],
  ])('%s', (_name, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test('each row knows the line on which it begins', () => {
    const { rows } = splitDelimited('a,"1\n2\n3"\nb\n\n"c\n",d\ne', ',');
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 6, 8]);
  });

  test('what is written between quotes is read again as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'あ') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((words) => `"${words.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          expect(cells(text)).toEqual(rows);
        },
      ),
    );
  });
});

describe('a stray quote costs no more than its own row', () => {
  test('it is never closed', () => {
    const { rows, remarks } = splitDelimited('a,b\n"c,d\ne,f', ',');
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['"c', 'd'],
      ['e', 'f'],
    ]);
    expect(remarks).toEqual([{ code: 'table-quote-open', line: 2 }]);
  });

  test('a later row has quotes of its own', () => {
    expect(cells('"c,d\n"e, f",g\nh,"i"')).toEqual([
      ['"c', 'd'],
      ['e, f', 'g'],
      ['h', 'i'],
    ]);
  });
});

test.each([
  ['commas', 'a,b,c\nd,"e;f",g', ','],
  ['tabs, with commas in the words', 'a, b, and c\td, e\nf\tg, h', '\t'],
  ['semicolons, as Excel writes where a comma is decimal', 'a;1,5;b\nc;2,5;d', ';'],
  ['bars', 'a|b\nc|d', '|'],
  ['one column', 'a\nb', ','],
])('the separator is found: %s', (_name, text, expected) => {
  expect(guessDelimiter(text)).toBe(expected);
});

describe('as programs write it', () => {
  test.each([
    ['two marks of UTF-8', '\ufeff\ufeffa,b'],
    ['line ends of Windows', 'a,b\r\n'],
    ['line ends of old Macs', 'a,b\r'],
  ])('%s', (_name, text) => {
    expect(readDelimited(bytes(text)).sheets[0]?.rows).toEqual([{ line: 1, cells: ['a', 'b'] }]);
  });

  test("Excel's line that names the separator is no row", () => {
    expect(readDelimited(bytes('sep=;\na;b,c')).sheets[0]?.rows).toEqual([
      { line: 2, cells: ['a', 'b,c'] },
    ]);
  });
});

test.each(['=1+1', '+81', '-1', '@a', '\t=1', "'=1", "''-", '＝1', 'a', "'a", ''])(
  'a cell that a spreadsheet could run is guarded, and comes back: %j',
  (text) => {
    expect(guarded(text)).not.toMatch(/^[=+\-@\t＝]/);
    expect(unguarded(guarded(text))).toBe(text);
  },
);

describe('hostile files', () => {
  const timed = (text: string) => {
    const begin = process.cpuUsage();
    const split = splitDelimited(text, ',');
    expect(process.cpuUsage(begin).user).toBeLessThan(1_000_000);
    return split;
  };

  test('100,000 columns are cut, and said', () => {
    const { rows, remarks } = timed(`a${',b'.repeat(100_000)}\nc`);
    expect(rows.map((row) => row.cells.length)).toEqual([tableLimits.columns, 1]);
    expect(remarks).toEqual([
      { code: 'table-too-wide', params: { count: 100_001, limit: 200 }, line: 1 },
    ]);
  });

  test('rows beyond the limit are left, and said', () => {
    const { rows, remarks } = timed('a,b\n'.repeat(20_000));
    expect(rows).toHaveLength(tableLimits.rows);
    expect(remarks).toEqual([{ code: 'table-too-long', params: { limit: 10_000 }, line: 10_001 }]);
  });

  test.each([
    ['an open quote', `a,"${'x,y\n'.repeat(500_000)}`],
    ['quotes side by side', '"a"b'.repeat(500_000)],
    ['quotes that open and never close', ',"a'.repeat(500_000)],
    ['quotes on each line', 'a,"b\n'.repeat(500_000)],
    ['quotes in pairs', ',""x'.repeat(500_000)],
    ['nothing but quotes', '"'.repeat(2_000_000)],
    ['nothing but line ends', '\n'.repeat(2_000_000)],
  ])('%s: read in time', (_name, text) => {
    expect(timed(text).rows.length).toBeLessThanOrEqual(tableLimits.rows);
  });

  test('whatever comes, nothing is thrown', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r', '\0', 'sep=', '\ufeff', '=', "'"),
      fc.string({ maxLength: 4, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { sheets } = readDelimited(bytes(pieces.join('')));
        expect(sheets).toHaveLength(1);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});

test('the line below the head of a table in Markdown is no row', () => {
  const table = '| Question | Answer |\n|:---|---:|\n| What is wet? | rain |\n| - | - |\n';
  const [sheet] = readDelimited(bytes(table)).sheets;
  expect(sheet?.rows.map(({ line }) => line)).toEqual([1, 3]);
});
