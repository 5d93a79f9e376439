import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guessFormat } from '#formats/guess.ts';
import type { ForeignFile, Imported, ImportedItem } from '#formats/imported.ts';
import { fileOf, flaws, mangled, repeated, timed, told } from '#formats/readers-for-tests.ts';
import { fittingMapping, guessMapping } from './guess-mapping.ts';
import { readGrid } from './looks-like.ts';
import { readTable } from './read-table.ts';

function readFile({ bytes, language, tell }: ForeignFile): Imported {
  const grid = readGrid(bytes);
  return readTable(grid, guessMapping(grid), language, tell);
}
const read = (text: string) => readFile(fileOf(text));
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

/** One question, with what it needs besides these rows. */
const only = (...rows: readonly string[]): ImportedItem => {
  const [item, ...more] = read(lines(...rows)).items;
  if (!item || more.length > 0) throw new Error(`${more.length + 1} items`);
  return item;
};
const codesOf = ({ remarks }: ImportedItem) => remarks.map(({ code }) => code);

/** One question of each kind, as the example of the producer itself is laid out. */
const example = lines(
  '//(Note: pictures are looked for in the folder of the course),,,,',
  '"// Save the file as ""CSV UTF-8"", so that à and ø arrive",,,,',
  ',,,,',
  '//WRITTEN RESPONSE,,,,',
  'NewQuestion,WR,,,',
  'ID,SEA-1,,,',
  'Title,Waves,,,',
  'QuestionText,Why do waves break?,,,',
  'Points,1,,,',
  'InitialText,They break because,,,',
  'AnswerKey,The ground rises.,,,',
  ',,,,',
  '//SHORT ANSWER,,,,',
  'NewQuestion,SA,,,',
  'ID,SEA-2,,,',
  'QuestionText,Which colour is the sea?,,,',
  'InputBox,3,40,,',
  'Answer,100,^blue$,regexp,',
  'Answer,50,green,,',
  ',,,,',
  '//MATCHING,,,,',
  'NewQuestion,M,,,',
  'ID,SEA-3,,,',
  'QuestionText,What does each do?,,,',
  'Scoring,EquallyWeighted,,,',
  'Choice,1,boat,,',
  'Choice,2,fish,,',
  'Choice,3,lamp,,',
  'Match,2,swims,,',
  'Match,1,sails,,',
  ',,,,',
  '//MULTIPLE CHOICE,,,,',
  'NewQuestion,MC,,,',
  'ID,SEA-4,,,',
  'Title,The wet thing,,,',
  'QuestionText,"Which, ""of these"", is wet?",,,',
  'Points,2,,,',
  'Difficulty,3,,,',
  'Image,images/wet.jpg,,,',
  'Option,100,Rain,,It falls.',
  'Option,0,Sand,,It is dry.',
  'Option,25,Ice,,',
  'Hint,Look up.,,,',
  'Feedback ,Water is wet.,,,',
  ',,,,',
  'NewQuestion,TF,,,',
  'ID,SEA-5,,,',
  'QuestionText,Sand is wet.,,,',
  'TRUE,0,It is dry.,,',
  'FALSE,100,It is.,,',
  ',,,,',
  'NewQuestion,MS,,,',
  'ID,SEA-6,,,',
  'QuestionText,Which are wet?,,,',
  'Scoring,RightAnswers,,,',
  'Option,1,Rain,,It falls.',
  'Option,0,Sand,,It is dry.',
  'Option,1,The sea,,It waves.',
  ',,,,',
  'NewQuestion,O,,,',
  'ID,SEA-7,,,',
  'QuestionText,What comes first?,,,',
  'Item,a spring,NOT HTML,It wells up.,',
  'Item,a <b>river</b>,HTML,It flows.,',
);

test('one question of each kind, each on its line, with reasons from its feedback', () => {
  const { items, remarks } = read(example);
  expect(told({ ...read(example), items })).toEqual([
    '5 not taken !table-not-marked',
    '14 short: Which colour is the sea? [*blue, green] !partial-credit',
    '22 matching: What does each do? [swims => c, sails => d, fish, boat, lamp]',
    '33 single: Which, "of these", is wet? [*Rain (It falls.), Sand (It is dry.), Ice] Water is wet. !image-lost !brightspace-kept !partial-credit',
    '46 single: Sand is wet. [True (It is dry.), *False (It is.)]',
    '52 multiple: Which are wet? [*Rain (It falls.), Sand (It is dry.), *The sea (It waves.)]',
    '60 ordering: What comes first? [a spring (It wells up.), a river (It flows.)]',
  ]);
  expect(items.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6, 7].map((at) => `SEA-${at}`));
  expect(remarks).toEqual([
    {
      code: 'brightspace-settings',
      params: { rows: 'Points, InputBox, Scoring, Difficulty' },
    },
  ]);
  expect(flaws(read(example))).toEqual([]);
});

test('what has no place is kept under the name of its row', () => {
  const item = read(example).items[3];
  expect(item?.remarks.slice(0, 2)).toEqual([
    { code: 'image-lost', params: { address: 'images/wet.jpg' } },
    { code: 'brightspace-kept', params: { name: 'Hint' } },
  ]);
  expect(item?.question).toMatchObject({
    title: 'The wet thing',
    origin: {
      format: 'brightspace',
      name: 'SEA-4',
      kept: {
        Points: '2',
        Difficulty: '3',
        Image: 'images/wet.jpg',
        Hint: 'Look up.',
        weights: '100 0 25',
      },
    },
  });
});

const wet = 'single: Which is wet? [*Rain (It falls.), Sand]';

test.each([
  [
    'without columns at the end',
    lines(
      'NewQuestion,MC',
      'ID,',
      'QuestionText,Which is wet?',
      'Option,100,Rain,,It falls.',
      'Option,0,Sand',
    ),
  ],
  [
    'with a byte order mark, CRLF and semicolons, as a spreadsheet of Europe writes it',
    '\uFEFFNewQuestion;MC;;;\r\nID;;;;\r\nQuestionText;Which is wet?;;;\r\nOption;100,0;Rain;;It falls.\r\nOption;0;Sand;;\r\n;;;;\r\n',
  ],
  [
    'by tabs, every cell between quotation marks',
    lines(
      '"NewQuestion"\t"MC"\t""',
      '"QuestionText"\t"Which is wet?"\t""',
      '"Option"\t"100"\t"Rain"\t""\t"It falls."',
      '"Option"\t"0"\t"Sand"\t""\t""',
    ),
  ],
  [
    'with flags of HTML',
    lines(
      'NewQuestion,MC,,,',
      'QuestionText,<p>Which is <i>wet</i>?</p>,HTML,,',
      'Option,100,Rain,HTML,<b>It</b> falls.',
      'Option,0,&#83;and,HTML,',
    ),
  ],
  [
    'with HTML and no flag',
    lines(
      'NewQuestion,MC',
      'QuestionText,<p>Which is wet?</p>',
      'Option,100,<p>Rain</p>,,<p>It falls.</p>',
      'Option,0,Sand',
    ),
  ],
  [
    'with the id above its question, and the picture row empty',
    lines(
      'ID,T1',
      'NewQuestion,MC',
      'QuestionText,Which is wet?',
      'Image,,',
      'Option,100,Rain,,It falls.',
      'Option,0,Sand',
    ),
  ],
  [
    'with the reason at the place of the flag, and weights with many zeros',
    lines(
      'NewQuestion,MC',
      'QuestionText,Which is wet?',
      'Option,100.000000000,Rain,It falls.',
      'Option,0.000000000,Sand,',
    ),
  ],
  [
    'with an empty cell before each weight',
    lines(
      'NewQuestion,MC',
      'QuestionText,Which is wet?',
      'Option,,100,Rain,,It falls.',
      'Option,,0,Sand',
    ),
  ],
  [
    'with texts in the last column, in small letters, blanks behind each comma',
    lines(
      'newquestion, mc',
      'questiontext, , , ,Which is wet?',
      'option, 100, Rain, , It falls.',
      'option, 0, Sand',
    ),
  ],
])('a file of another producer: %s', (_producer, text) => {
  const imported = read(text);
  expect(told(imported).map((one) => one.replace(/^\d+ /, ''))).toEqual([wet]);
  expect(guessFormat(fileOf(text))).toBe('table');
});

test('the id above a question is that of the question, also between two', () => {
  const block = (id: string) => [
    `ID,${id},,,`,
    'NewQuestion,MC,,,',
    `QuestionText,Which is wet in ${id}?,,,`,
    'Option,100,Rain,,',
    'Option,0,Sand,,',
  ];
  const { items, remarks } = read(lines(...block('T1'), ...block('T2')));
  expect(items.map(({ name, line }) => [name, line])).toEqual([
    ['T1', 2],
    ['T2', 7],
  ]);
  expect(remarks).toEqual([]);
});

test('a text without quotation marks is put together again, and that is said', () => {
  const item = only(
    'NewQuestion,MC',
    'QuestionText,Which, of these, is wet?',
    'Option,100,Rain, snow and hail,,They fall, all of them.',
    'Option,0,Sand',
  );
  expect(told({ ...read(''), items: [item] })).toEqual([
    '1 single: Which, of these, is wet? [*Rain, snow and hail (They fall, all of them.), Sand] !brightspace-joined !brightspace-joined',
  ]);
});

test('without the flag of HTML a tag is what is asked about', () => {
  const item = only(
    'NewQuestion,MC',
    'QuestionText,What is <b> for?',
    'Option,100,<b>',
    'Option,0,a < b',
  );
  expect(told({ ...read(''), items: [item] })).toEqual([
    '1 single: What is <b> for? [*<b>, a < b]',
  ]);
});

describe('what is right', () => {
  const asked = (type: string, ...rows: readonly string[]) =>
    told({ ...read(''), items: [only(`NewQuestion,${type}`, 'QuestionText,Q?', ...rows)] });

  test.each([
    [
      'the best of several',
      'MC',
      ['Option,90,a', 'Option,40,b'],
      'single: Q? [*a, b] !partial-credit',
    ],
    [
      'several that are each enough',
      'MC',
      ['Option,100,a', 'Option,100,b', 'Option,0,c'],
      'multiple: Q? [*a, *b, c] !gift-several-right',
    ],
    [
      'shares of several',
      'MS',
      ['Option,66.67,a', 'Option,33.33,b', 'Option,-50,c'],
      'multiple: Q? [*a, *b, c] !partial-credit',
    ],
    ['one of several', 'MS', ['Option,100,a', 'Option,0,b'], 'multiple: Q? [*a, b]'],
    ['an answer without a weight', 'SA', ['Answer,,a'], 'short: Q? [*a]'],
    [
      'a statement with the words of a program',
      'TF',
      ['True,100', 'False,0'],
      'single: Q? [*True, False]',
    ],
    [
      'a statement with its reason in the last column',
      'TF',
      ['TRUE,100,,HTML,<i>So</i>', 'FALSE,0,,,No'],
      'single: Q? [*True (So), False (No)]',
    ],
    [
      'one choice for several',
      'M',
      ['Choice,01,x', 'Choice,2,y', 'Match,1,a', 'Match,1,b'],
      'matching: Q? [a => c, b => c, x, y]',
    ],
    [
      'a match without a choice',
      'M',
      ['Choice,1,x', 'Match,1,a', 'Match,1,b', 'Match,7,c', 'Match,,d'],
      'matching: Q? [a => c, b => c, x] !qti-unmatched',
    ],
    [
      'a number that stands twice',
      'M',
      ['Choice,1,x', 'Choice,1,y', 'Match,1,a', 'Match,1,b'],
      'matching: Q? [a => c, b => c, x, y]',
    ],
    [
      'marks in choices',
      'M',
      ['Choice,1,<i>x</i>,HTML', 'Match,1,a', 'Match,1,b'],
      'matching: Q? [a => c, b => c, x]',
    ],
    [
      'a pattern beside a word',
      'SA',
      ['Answer,100,blue', 'Answer,100,gr[ae]y,regexp'],
      'short: Q? [*blue] !moodle-pattern',
    ],
    ['no right one', 'MC', ['Option,0,a', 'Option,0,b'], 'not taken !right-missing'],
    ['true and false at once', 'TF', ['TRUE,100', 'FALSE,100'], 'not taken !right-missing'],
    [
      'nothing but patterns',
      'SA',
      ['Answer,100,gr[ae]y,regexp', 'Answer,50,blue'],
      'not taken !moodle-pattern-only',
    ],
    ['one option', 'MC', ['Option,100,a'], 'not taken !options-too-few'],
    [
      'an option without words',
      'MC',
      ['Option,100,a', 'Option,0,,,why', 'Option,0,b'],
      'single: Q? [*a, b] !option-empty',
    ],
    ['an opinion', 'LK', [], 'not taken !table-not-marked'],
    [
      'a kind that nobody knows',
      'XX',
      ['Option,100,a', 'Option,0,b'],
      'not taken !brightspace-type',
    ],
  ] as const)('%s', (_what, type, rows, expected) => {
    expect(asked(type, ...rows)).toEqual([`1 ${expected}`]);
  });

  test('a pattern that is left out is kept', () => {
    const item = only(
      'NewQuestion,SA',
      'QuestionText,Q?',
      'Answer,100,blue',
      'Answer,100,gr[ae]y,regexp',
    );
    expect(item.question?.origin.kept).toEqual({ Answer: '100,gr[ae]y,regexp' });
    expect(item.remarks).toEqual([{ code: 'moodle-pattern', params: { pattern: 'gr[ae]y' } }]);
  });
});

test('no row is passed over in silence', () => {
  const text = lines(
    'Title,Above all',
    'NewQuestion,MC,,,Ask this one',
    'QuestionText,Which is wet?',
    'Colour,blue',
    'Answer,100,Rain',
    'Option,100,Rain',
    'Option,0,Sand',
    '__proto__,x',
    'NewQuestion,TF',
    'QuestionText,Sand is wet.',
    'TRUE,0',
    'FALSE,100',
    'FALSE,0,twice',
  );
  const { items, remarks } = read(text);
  expect(remarks).toEqual([{ code: 'brightspace-above', params: { count: 1 }, line: 1 }]);
  expect(Object.entries(items[0]?.question?.origin.kept ?? {})).toEqual([
    ['NewQuestion', 'Ask this one'],
    ['Colour', 'blue'],
    ['Answer', '100,Rain'],
    ['__proto__', 'x'],
  ]);
  expect(items.map(codesOf)).toEqual([
    ['brightspace-kept', 'brightspace-kept', 'brightspace-kept', 'brightspace-kept'],
    ['brightspace-kept'],
  ]);
});

test('a question is called by its id, else by its title, else by its number', () => {
  const one = (head: string) => `NewQuestion,WR\n${head}QuestionText,Why is the sea salt?\n`;
  const text = one('ID,SEA-1\nTitle,Salt\n') + one('Title,Waves\n') + one('');
  const { items } = readFile({
    name: 'a.csv',
    bytes: new TextEncoder().encode(text),
    language: 'en',
  });
  expect(items.map(({ name }) => name)).toEqual(['SEA-1', 'Waves', '3']);
});

test('a text without end is not taken, and its row is named', () => {
  const long = 'x'.repeat(20_001);
  expect(only('NewQuestion,MC', 'QuestionText,Q?', `Option,100,${long}`, 'Option,0,b')).toEqual({
    name: '1',
    file: '',
    line: 1,
    remarks: [{ code: 'table-text-too-long', params: { column: 'Option', limit: 20_000 } }],
  });
});

/** A workbook of such sheets; the word TRUE is a value of its own there. */
function workbook(...sheets: readonly (readonly (readonly string[])[])[]) {
  const cell = (text: string) =>
    text === 'TRUE' ? '<c t="b"><v>1</v></c>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (cells: readonly string[]) => `<row>${cells.map(cell).join('')}</row>`;
  const files = sheets.map((rows, index): [string, Uint8Array] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    strToU8(`<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`),
  ]);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

const truth = [
  ['NewQuestion', 'TF'],
  ['QuestionText', 'Rain is wet.'],
  ['TRUE', '100'],
  ['FALSE', '0'],
];

test('a workbook is read as well', () => {
  const bytes = workbook(truth);
  expect(told(readFile({ name: 'a.xlsx', bytes, language: 'ja' }))).toEqual([
    '1 single: Rain is wet. [*正しい, 誤り]',
  ]);
});

test('another sheet of the workbook is read as what it is', () => {
  const table = [
    ['question', 'a', 'b', 'answer'],
    ['Which is wet?', 'Rain', 'Sand', 'A'],
  ];
  const grid = readGrid(workbook(table, truth));
  const guess = guessMapping(grid);
  expect([guess.sheet, guess.layout]).toEqual([1, 'brightspace']);
  expect(fittingMapping(grid, guess)).toBe(guess);
  const other = fittingMapping(grid, { ...guess, sheet: 0 });
  expect(told(readTable(grid, other, 'en'))).toEqual(['2 single: Which is wet? [*Rain, Sand]']);
  expect(readTable(grid, guess, 'en').remarks).toEqual([
    { code: 'table-sheet-left', params: { name: 'sheet1', count: 2 } },
  ]);
});

test.each([
  [
    'a text that shows such rows',
    '# How to\n\nWrite the rows so:\n\nNewQuestion,MC\nTitle,One\n\nand then go on.\n\nThis is all, friends.\n',
  ],
  ['a table with a row that says so', 'question,a,b,answer\nNewQuestion,MC,x,A\nWhich?,x,y,B\n'],
])('%s is no file of Brightspace', (_what, text) => {
  expect(guessMapping(readGrid(fileOf(text).bytes)).layout).not.toBe('brightspace');
});

test('5,000 questions of eight rows are all read, each told of', () => {
  const block = (at: number) =>
    lines(
      'NewQuestion,MC,,,',
      `ID,Q-${at},,,`,
      `QuestionText,"Which of these, if any, is ${at}?",,,`,
      'Points,1,,,',
      'Option,100,a,,why',
      'Option,0,b,,',
      'Option,0,c,,',
      'Feedback,So it is.,,,',
    );
  let last = 0;
  const text = Array.from({ length: 5_000 }, (_block, at) => block(at)).join('');
  const tell = (at: number, of: number | null) => {
    expect(of).toBe(5_000);
    last = at;
  };
  const { items, remarks } = readFile({ ...fileOf(text), tell });
  expect(items.filter(({ question }) => question)).toHaveLength(5_000);
  expect(last).toBe(4_999);
  expect(remarks.map(({ code }) => code)).toEqual(['brightspace-settings']);
}, 60_000);

test('another table with such a word in it may have no more rows than others', () => {
  const text = `question,a,b,answer\n${'NewQuestion,MC,x,A\nQ?,x,y,B\n'.repeat(6_000)}`;
  const { sheets, remarks } = readGrid(fileOf(text).bytes);
  expect(sheets[0]?.rows).toHaveLength(10_000);
  expect(remarks.map(({ code }) => code)).toEqual(['table-too-long']);
});

test('where the rows were cut off, the last question is said to be perhaps a half one', () => {
  const block = 'NewQuestion,TF\nQuestionText,Q?\nTRUE,100\nFALSE,0\n';
  const { items, remarks } = read(block.repeat(25_001));
  const cut = { code: 'table-too-long', params: { limit: 100_000 }, line: 100_001 };
  expect(items).toHaveLength(25_000);
  expect([items.at(-2)?.remarks, items.at(-1)?.remarks, remarks]).toEqual([[], [cut], [cut]]);
}, 60_000);

describe('hostile files', () => {
  test.each([
    ['options without end', `NewQuestion,MC\nQuestionText,Q?\n${'Option,100,a\n'.repeat(90_000)}`],
    ['questions without rows', 'NewQuestion,MC\n'.repeat(100_000)],
    ['rows of no name', `NewQuestion,MC\n${'Hint,a\n'.repeat(18_000)}${'x,y\n'.repeat(18_000)}`],
    ['ids without questions', `NewQuestion,MC\n${'ID,a\n'.repeat(90_000)}`],
    [
      'matches without end',
      `NewQuestion,M\nQuestionText,Q?\n${'Choice,1,a\nMatch,2,b\n'.repeat(40_000)}`,
    ],
    ['opening paragraphs', `NewQuestion,MC\nQuestionText,${'<p>'.repeat(6_000)}\n`],
    ['cells of blanks', `NewQuestion,MC\n${`Option${', '.repeat(190)}\n`.repeat(2_000)}`],
    ['a comma after another', `NewQuestion,MC\nQuestionText${','.repeat(200_000)}\n`],
  ])('%s: read in time', (_what, text) => {
    expect(timed(readFile, text.slice(0, 200_000))).toBeLessThan(1_000);
  });

  test('mangled, they give each question once and no pack that is broken', () => {
    fc.assert(
      fc.property(mangled([example]), (text) => {
        const imported = read(text);
        expect(flaws(imported)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);

  test('whatever its rows are, each NewQuestion is one item, on its line', () => {
    const key = fc.constantFrom(
      ...'NewQuestion ID Title QuestionText Option Answer Choice Match Item TRUE FALSE Hint Points Image Feedback // x'.split(
        ' ',
      ),
    );
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'MC',
        'MS',
        'TF',
        'SA',
        'M',
        'O',
        'WR',
        '100',
        '0',
        '1',
        '50',
        ' x',
        'HTML',
        'regexp',
        '<b>x</b>',
        '<img src=x onerror=alert(1)>',
      ),
      fc.string({ maxLength: 5, unit: 'binary' }),
    );
    const row = fc
      .tuple(key, fc.array(cell, { maxLength: 5 }))
      .map(([first, rest]) => [first, ...rest]);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
        const all = [['NewQuestion', 'MC'], ...rows].map((cells, at) => ({ line: at + 1, cells }));
        const grid = { sheets: [{ name: '', rows: all }], remarks: [] };
        const mapping = { ...guessMapping(grid), layout: 'brightspace' as const, sheet: 0 };
        const imported = readTable(grid, mapping, 'en');
        expect(imported.items.map(({ line }) => line)).toEqual(
          all.filter(({ cells }) => cells[0] === 'NewQuestion').map(({ line }) => line),
        );
        expect(flaws(imported)).toEqual([]);
        expect(JSON.stringify(imported.items)).not.toContain('"type":"image"');
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);

  test('a few signs again and again do not hold it up', () => {
    fc.assert(
      fc.property(repeated, (text) => {
        expect(timed(readFile, `NewQuestion,MC\nQuestionText,Q?\nOption,100,${text}`)).toBeLessThan(
          1_000,
        );
      }),
      { numRuns: 100 },
    );
  }, 300_000);
});
