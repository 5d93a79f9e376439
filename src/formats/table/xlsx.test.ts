import * as fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import { tableLimits } from './grid.ts';
import { looksLikeXlsx, readGrid } from './looks-like.ts';
import { readTable } from './read-table.ts';
import { readXlsx } from './xlsx.ts';

const encode = (text: string) => new TextEncoder().encode(text);

const parts = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="Quiz" sheetId="1" r:id="rId1"/><sheet name="_x4E8C_" sheetId="2" r:id="rId2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/sharedStrings.xml':
    '<sst><si><t>question</t></si><si><r><t xml:space="preserve">two </t></r><r><t>runs</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/mm/dd;@"/><numFmt numFmtId="165" formatCode="0.0&quot;m&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
  'xl/worksheets/sheet2.xml':
    '<worksheet><sheetData><row><c t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>',
};

function workbook(rows: string, more: Partial<Record<string, string>> = {}) {
  const sheet = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const files: Zippable = Object.fromEntries(
    Object.entries({ ...parts, 'xl/worksheets/sheet1.xml': sheet, ...more }).map(([name, text]) => [
      name,
      encode(text ?? ''),
    ]),
  );
  return zipSync(files, { level: 0 });
}

const rowsOf = (rows: string, more?: Partial<Record<string, string>>) =>
  readXlsx(workbook(rows, more)).sheets[0]?.rows;

describe('cells', () => {
  test.each([
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'question'],
    ['a text in runs', '<c r="A1" t="s"><v>1</v></c>', 'two runs'],
    ['a text with its reading', '<c r="A1" t="s"><v>2</v></c>', '漢字'],
    ['a text of its own', '<c r="A1" t="inlineStr"><is><t>x_x000D_y</t></is></c>', 'x\ry'],
    ['a number', '<c r="A1"><v>42</v></c>', '42'],
    ['a fraction', '<c r="A1"><v>0.10000000000000001</v></c>', '0.1'],
    ['a gigantic number', '<c r="A1"><v>1E+400</v></c>', '1E+400'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ["a formula's result", '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['a day', '<c r="A1" s="1"><v>45292</v></c>', '2024-01-01'],
    [
      'a day in a format of its own, with a time',
      '<c r="A1" s="2"><v>45292.5</v></c>',
      '2024-01-01 12:00',
    ],
    ['a number with a unit', '<c r="A1" s="3"><v>2</v></c>', '2'],
    ['no day', '<c r="A1" s="1"><v>99999999</v></c>', '99999999'],
  ])('%s', (_name, cell, expected) => {
    expect(rowsOf(`<row r="1">${cell}</row>`)).toEqual([{ line: 1, cells: [expected] }]);
  });

  test('days of old Macs count from 1904', () => {
    const more = {
      'xl/workbook.xml': parts['xl/workbook.xml'].replace(
        '<sheets',
        '<workbookPr date1904="1"/><sheets',
      ),
    };
    expect(rowsOf('<row r="1"><c r="A1" s="1"><v>0</v></c></row>', more)?.[0]?.cells).toEqual([
      '00:00',
    ]);
    expect(rowsOf('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', more)?.[0]?.cells).toEqual([
      '1904-01-02',
    ]);
  });

  test('an error is empty, gaps are kept, and rows without cells are none', () => {
    expect(
      rowsOf('<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="C3"><v>1</v></c></row><row r="9"/>'),
    ).toEqual([{ line: 3, cells: ['', '', '1'] }]);
  });

  test('rows and cells without addresses stand one behind the other', () => {
    expect(rowsOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).toEqual([
      { line: 1, cells: ['1', '2'] },
      { line: 2, cells: ['3'] },
    ]);
  });
});

test('sheets have their names and order, and one is read', () => {
  const bytes = workbook(
    '<row r="1"><c t="s"><v>0</v></c><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c><c t="inlineStr"><is><t>answer</t></is></c></row><row r="2"><c t="inlineStr"><is><t>Q?</t></is></c><c><v>1</v></c><c><v>2</v></c><c t="inlineStr"><is><t>B</t></is></c></row>',
  );
  expect(looksLikeXlsx(['xl/workbook.xml'])).toBe(true);
  expect(looksLikeXlsx(['imsmanifest.xml'])).toBe(false);
  const grid = readGrid(bytes);
  expect(grid.sheets.map(({ name }) => name)).toEqual(['Quiz', '二']);
  const { items, remarks } = readTable(grid, guessMapping(grid), 'en');
  expect(items).toMatchObject([{ file: 'Quiz', line: 2, question: { kind: 'single' } }]);
  expect(remarks).toEqual([{ code: 'table-sheet-left', params: { name: '二', count: 1 } }]);
});

describe('hostile workbooks', () => {
  const timed = (bytes: Uint8Array) => {
    const begin = process.cpuUsage();
    const grid = readXlsx(bytes);
    expect(process.cpuUsage(begin).user).toBeLessThan(1_000_000);
    return grid;
  };

  test.each(['XFD1048576', 'ZZZ9999999', 'A99999999999', '', 'constructor', '-1'])(
    'a cell that says it stands at %j fills nothing in between',
    (address) => {
      const { sheets } = timed(
        workbook(`<row r="99999999999"><c r="${address}"><v>1</v></c></row>`),
      );
      for (const row of sheets[0]?.rows ?? [])
        expect(row.cells.length).toBeLessThan(tableLimits.columns);
    },
  );

  test('entities are not expanded', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const { sheets, remarks } = timed(
      workbook('<row r="1"><c t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': bomb }),
    );
    expect(sheets[0]?.rows[0]?.cells).toEqual(['&b;']);
    expect(remarks).toContainEqual({ code: 'xml-doctype', line: 1 });
  });

  test('a sheet that inflates beyond the limit is not read', () => {
    const { remarks } = timed(workbook('', { 'xl/worksheets/sheet1.xml': ' '.repeat(25_000_000) }));
    expect(remarks).toContainEqual({
      code: 'zip-too-large',
      params: { name: 'xl/worksheets/sheet1.xml', limit: 20_000_000 },
    });
  });

  test('half a sheet gives its rows', () => {
    const { sheets, remarks } = timed(
      workbook('', {
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row',
      }),
    );
    expect(sheets[0]?.rows).toEqual([{ line: 1, cells: ['1'] }]);
    expect(remarks[0]?.code).toBe('xml-broken');
  });

  test('an archive that is no workbook says so', () => {
    expect(readXlsx(zipSync({ 'a.txt': encode('a') })).remarks).toEqual([
      { code: 'table-no-sheet' },
    ]);
  });

  test('whatever comes, nothing is thrown', () => {
    const piece = fc.constantFrom(
      '<row r="',
      '1',
      '">',
      '<row>',
      '</row>',
      '<c r="B2" t="s">',
      '<c>',
      '<c t="',
      'inlineStr',
      '<v>',
      '0',
      '-1',
      'NaN',
      '</v>',
      '</c>',
      '<is>',
      '<t>',
      '</t>',
      '</is>',
      '&#0;',
      '<',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat({ max: 200 }), (pieces, cut) => {
        const bytes = workbook(pieces.join(''));
        const { sheets, remarks } = readXlsx(bytes.slice(0, bytes.length - Math.max(0, cut - 100)));
        expect(sheets.length + remarks.length).toBeGreaterThan(0);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});
