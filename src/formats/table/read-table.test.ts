import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText, lineText } from '#core/pack/document.ts';
import type { Imported, ImportedItem, ImportedQuestion } from '#formats/imported.ts';
import { roleOf } from './headers.ts';
import { guessMapping } from './guess-mapping.ts';
import { looksLikeTable, readGrid } from './looks-like.ts';
import type { Mapping } from './mapping.ts';
import { columnNames, readTable } from './read-table.ts';

const file = (text: string) => ({
  name: 'a.csv',
  bytes: new TextEncoder().encode(text),
  language: 'en',
});
const gridOf = (text: string) => readGrid(file(text).bytes);

function read(text: string, change: Partial<Mapping> = {}, language = 'en'): Imported {
  const grid = gridOf(text);
  // A screen keeps the mapping as JSON.
  const mapping: Mapping = JSON.parse(JSON.stringify(guessMapping(grid)));
  return readTable(grid, { ...mapping, ...change }, language);
}

/** A question in a few words: kind, question, options with what is right. */
function brief(question: ImportedQuestion, language = 'en'): string {
  const text = question.text[language] ?? Object.values(question.text)[0];
  const options = (text?.options ?? []).map(({ id, text: line }) => `${id}:${lineText(line)}`);
  return [`${question.kind}: ${lineText(text?.question ?? [])}`, ...options, keyOf(question)].join(
    ' | ',
  );
}

function keyOf(question: ImportedQuestion): string {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return `=${question.options.flatMap(({ id, right }) => (right ? [id] : [])).join('')}`;
    case 'ordering':
      return `=${question.steps.join('')} spare ${question.spare.join('')}`;
    case 'matching':
      return `=${question.prompts.map(({ id, choice }) => id + choice).join(' ')}`;
    case 'short':
      return `=${question.answers.flatMap(({ id, right }) => (right ? [id] : [])).join('')} ${question.compare}`;
  }
}

const briefs = (text: string, language = 'en') =>
  read(text, {}, language).items.map(({ question, remarks }) =>
    question ? brief(question, language) : remarks.map(({ code }) => code).join(),
  );

const only = (text: string, language?: string): ImportedItem => {
  const [item, ...more] = read(text, {}, language).items;
  if (!item || more.length > 0) throw new Error(`${more.length + 1} items`);
  return item;
};

describe('tables as producers write them', () => {
  test.each([
    ['letters in plain columns', 'question,a,b,c,d,answer\nWhich?,1,2,3,4,C', 'abcd', 'c'],
    [
      'words for headers',
      'Question,Option A,Option B,Option C,Correct Answer\nQ?,x,y,z,B',
      'abc',
      'b',
    ],
    [
      'snake case and numbers from 1',
      'question_text,option_1,option_2,correct_option\nQ?,x,y,2',
      'ab',
      'b',
    ],
    [
      'camel case and numbers from 0',
      'questionText,choice1,choice2,correctIndex\nQ?,x,y,0\nQ2?,x,y,1',
      'ab',
      'a',
    ],
    [
      'the text of the option',
      'Question,Answer 1,Answer 2,Answer 3,Correct Answer\nQ?,x,y,z,Y.',
      'abc',
      'b',
    ],
    ['the name of the column', 'Question,Option A,Option B,Answer\nQ?,x,y,Option B', 'ab', 'b'],
    ['letter and text', 'Question,Option A,Option B,Answer\nQ?,Rome,Paris,B) Paris', 'ab', 'b'],
    [
      'a right one and wrong ones',
      'Question,Correct,Incorrect_1,Incorrect_2\nQ?,x,y,z',
      'abc',
      'a',
    ],
    ['an asterisk at the right option', 'Question,A,B,C\nQ?,x,*y,z\nQ2?,*x,y,z', 'abc', 'b'],
    [
      'a mark beside each option',
      'Question,Option 1,Correct 1,Option 2,Correct 2\nQ?,x,0,y,1',
      'ab',
      'b',
    ],
    ['options in one cell', 'Question,Options,Correct Answers\nQ?,x|y|z,y', 'abc', 'b'],
    ['labelled lines in one cell', 'Question,Choices,Answer\nQ?,"A) x\nB) y\nC) z",C', 'abc', 'c'],
    ['no header', 'Which one is it?,x,y,z,B\nAnd which is this?,x,y,z,C', 'abc', 'b'],
    [
      'no header, the answer before the options',
      'Which one is it?,y,x,y,z\nAnd this?,z,x,y,z',
      'abc',
      'b',
    ],
    ['Japanese', '問題文,選択肢1,選択肢2,選択肢3,正解,解説\n問?,x,y,z,3,理由', 'abc', 'c'],
    ['Japanese with kana', '問題,選択肢ア,選択肢イ,正解\n問?,x,y,イ', 'ab', 'b'],
    ['Japanese, options in one cell', '問題文,選択肢,正解\n問?,x／y／z,y', 'abc', 'b'],
    [
      'a list as a program writes it',
      `Question,Choices,Answer\nQ?,"['x', 'y, z']","y, z"`,
      'ab',
      'b',
    ],
    [
      'a list in JSON, the answer too',
      'Question,Choices,Answer\nQ?,"[""x"", ""y, z""]","[""y, z""]"',
      'ab',
      'b',
    ],
    ['a list without commas', `Question,Choices,Answer\nQ?,['x' "y's"],B`, 'ab', 'b'],
    ['options by their letters', `Question,Choices,Answer\nQ?,"{'A': 'x', 'B': 'y'}",B`, 'ab', 'b'],
    ['wrong ones in one cell', 'question,correct_answer,incorrect_answers\nQ?,x,y|z', 'abc', 'a'],
    [
      'wrong ones in a list',
      'question,correct_answer,incorrect_answers\nQ?,x,"[""y"",""z""]"',
      'abc',
      'a',
    ],
    ['what is right, by that word', 'Q,A1,A2,A3,Right\nQ?,x,y,z,2', 'abc', 'b'],
    ['options in the cell of the question', 'Question,Answer\n"Q?\nA. x\nB. y",B', 'ab', 'b'],
    ['the same with kana', '質問,答え,解説\n"問?\nア. x\nイ. y",イ,理由', 'ab', 'b'],
    ['full-width letters', '設問,選択肢A,選択肢B,正答\n問?,x,y,Ｂ', 'ab', 'b'],
  ])('%s', (_name, text, options, right) => {
    const question = read(text).items[0]?.question;
    expect(question?.kind).toBe('single');
    expect(
      Object.values(question?.text ?? {})[0]
        ?.options.map(({ id }) => id)
        .join(''),
    ).toBe(options);
    expect(question && keyOf(question)).toBe(`=${right}`);
  });

  test.each([
    'A,C',
    'A;C',
    'AC',
    'A|C',
    'a and c',
    'A / C',
    '"A、C"',
    '"x, z"',
    'AとC',
    'A・C',
    'A／C',
  ])('several right answers: %s', (answer) => {
    const cell = answer.includes('"') || !answer.includes(',') ? answer : `"${answer}"`;
    expect(briefs(`Question,A,B,C,Answer\nQ?,x,y,z,${cell}`)).toEqual([
      'multiple: Q? | a:x | b:y | c:z | =ac',
    ]);
  });

  test('Blooket: a title in two lines above, a column of numbers that is named after the question', () => {
    const text =
      '"Blooket\nImport Template",,,,\nQuestion #,Question Text,Answer 1,Answer 2,"Correct Answer(s)\n(Only include Answer #)"\n1,Which is wet?,Sand,Rain,2\n2,Which is dry?,Sand,Rain,1\n';
    expect(briefs(text)).toEqual([
      'single: Which is wet? | a:Sand | b:Rain | =b',
      'single: Which is dry? | a:Sand | b:Rain | =a',
    ]);
  });

  test.each([
    ['JSON', '"[""Sand, dry"", ""Rain""]"', '"[""Rain""]"'],
    ['Python', `"['Sand, dry', 'Rain']"`, 'Rain'],
    ['Python, of both quotes', `"['Sand, dry', ""Rain""]"`, 'Rain'],
    ['numpy', `"['Sand, dry' 'Rain']"`, 'B'],
  ])('a list of %s in one cell', (_what, options, answer) => {
    const text = `question,choices,answer\nWhich is wet?,${options},${answer}\n`;
    expect(briefs(text)).toEqual(['single: Which is wet? | a:Sand, dry | b:Rain | =b']);
  });

  test('Kahoot: rows above the names, numbers, several right ones', () => {
    const text = [
      'Quiz template,,,,,,',
      ',,,,,,',
      ',Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3 - max 75 characters,"Time limit (sec) – 5, 10, 20",Correct answer(s) - choose at least one',
      '1,Which?,x,y,z,20,2',
      '2,Which two?,x,y,z,20,"1,3"',
      '3,,,,,,',
    ].join('\n');
    const { items, remarks } = read(text);
    expect(items.map(({ question }) => question && brief(question))).toEqual([
      'single: Which? | a:x | b:y | c:z | =b',
      'multiple: Which two? | a:x | b:y | c:z | =ac',
    ]);
    expect(remarks).toContainEqual({ code: 'table-rows-counted', params: { count: 1 } });
    expect(remarks).toContainEqual({ code: 'table-rows-above', params: { count: 1 }, line: 1 });
    expect(items[0]?.question?.origin.kept).toMatchObject({ 'Time limit (sec) – 5, 10, 20': '20' });
  });

  test('Quizizz: kinds, pictures, explanations', () => {
    const text = [
      'Question Text,Question Type,Option 1,Option 2,Option 3,Option 4,Correct Answer,Time in seconds,Image Link,Answer explanation',
      'Which?,Multiple Choice,3,4,5,6,2,30,https://a.org/x.png,Because.',
      'Which two?,Checkbox,a,b,c,,"1,3",30,,',
      'Fill ___,Fill-in-the-Blank,colour,color,,,,30,,',
      'Why?,Open-Ended,,,,,,30,,',
      'Do you like it?,Poll,yes,no,,,,30,,',
    ].join('\n');
    expect(briefs(text)).toEqual([
      'single: Which? | a:3 | b:4 | c:5 | d:6 | =b',
      'multiple: Which two? | a:a | b:b | c:c | =ac',
      'short: Fill ___ | a:colour | b:color | =ab prose',
      'table-not-marked',
      'table-not-marked',
    ]);
    const [first] = read(text).items;
    expect(first?.remarks).toEqual([
      { code: 'image-lost', params: { address: 'https://a.org/x.png' } },
    ]);
    expect(documentText(first?.question?.text['en']?.decides ?? [])).toBe('Because.');
  });

  test('Blackboard: the kind comes first', () => {
    const text = [
      'MC\tWhich?\tx\tincorrect\ty\tcorrect',
      'MA\tWhich two?\tx\tcorrect\ty\tincorrect\tz\tcorrect',
      'TF\tWater is wet.\tfalse',
      'ORD\tIn order\tfirst\tsecond\tthird',
      'MAT\tMatch\ta\t1\tb\t2\tc\t1',
      'FIB\tThe capital is ___\tParis\tparis',
      'NUM\tHow many?\t4\t0.5',
      'ESS\tDiscuss.',
      'FIB_PLUS\tTwo [a] [b]\ta\tx\t\tb\ty',
    ].join('\n');
    expect(briefs(text)).toEqual([
      'single: Which? | a:x | b:y | =b',
      'multiple: Which two? | a:x | b:y | c:z | =ac',
      'single: Water is wet. | a:True | b:False | =b',
      'ordering: In order | a:first | b:second | c:third | =abc spare ',
      'matching: Match | a:a | b:b | c:c | d:1 | e:2 | =ad be cd',
      'short: The capital is ___ | a:Paris | b:paris | =ab prose',
      'short: How many? | a:4 | =a exact',
      'table-not-marked',
      'table-not-marked',
    ]);
    expect(read(text).items[6]?.remarks).toEqual([
      { code: 'table-tolerance-lost', params: { tolerance: '0.5' } },
    ]);
  });

  test('two columns: the short one is typed', () => {
    const text = [
      'capital of France\tParis',
      'mitochondria\tThe organelle in which most of the energy of a cell is won from food',
      'What is a quorum?\tThe number of members that must be present before anything can be decided',
    ].join('\n');
    expect(briefs(text)).toEqual([
      'short: capital of France | a:Paris | =a prose',
      'short: The organelle in which most of the energy of a cell is won from food | a:mitochondria | =a prose',
      'table-answer-long',
    ]);
    expect(read(text).items[1]?.remarks).toEqual([{ code: 'table-turned' }]);
  });

  test.each([
    ['commands must be typed as they are', 'list all\tls -a', 'exact'],
    ['words may differ in case', 'tallest\tEverest', 'prose'],
  ])('%s', (_name, text, compare) => {
    expect(only(text).question).toMatchObject({ kind: 'short', compare });
  });

  test('a statement that is true or false', () => {
    expect(briefs('Question,Type,Answer\nWater is wet.,True/False,TRUE')).toEqual([
      'single: Water is wet. | a:True | b:False | =a',
    ]);
    expect(briefs('問題,正解\n水は濡れている。,×', 'ja')).toEqual([
      'single: 水は濡れている。 | a:正しい | b:誤り | =b',
    ]);
  });
});

describe('what else a row holds', () => {
  test('both languages side by side', () => {
    const text =
      'Question (en),Question (ja),A (en),A (ja),B (en),B (ja),Answer\nWhich?,どれ?,one,一,two,二,B';
    expect(only(text).question).toMatchObject({
      options: [{ right: false }, { right: true }],
      text: {
        en: { question: ['Which?'], options: [{ text: ['one'] }, { text: ['two'] }] },
        ja: { question: ['どれ?'], options: [{ text: ['一'] }, { text: ['二'] }] },
      },
    });
  });

  test('situation, reasons, place, tags, id, and what has no place', () => {
    const text =
      'ID,Category,Topic,Tags,Scenario,Question,Option A,Option B,Answer,Feedback A,Feedback B,Explanation,Author\nq7,Net,DNS,"x, y",A firm.,Which?,s,t,A,why s,why t,In short.,Ann';
    expect(only(text)).toMatchObject({
      name: 'q7',
      question: {
        path: ['Net', 'DNS'],
        tags: ['x', 'y'],
        origin: { format: 'table', name: 'q7', kept: { Author: 'Ann' } },
        text: {
          en: {
            situation: [{ children: ['A firm.'] }],
            options: [{ why: [{ children: ['why s'] }] }, { why: [{ children: ['why t'] }] }],
            decides: [{ children: ['In short.'] }],
          },
        },
      },
    });
  });

  test('of several paragraphs the one that asks is the question', () => {
    expect(
      only('question,a,b,answer\n"A firm moves.\nWhich key?\nIt is cheap.",x,y,A').question,
    ).toMatchObject({
      text: {
        en: {
          question: ['Which key?'],
          situation: [{ children: ['A firm moves.'] }, { children: ['It is cheap.'] }],
        },
      },
    });
  });

  test('HTML in cells is read as such, and a comparison is not HTML', () => {
    const text = 'question,a,b,answer\n<p>Is <b>a</b> &lt; b?</p>,<i>x</i>,y,A';
    expect(only(text).question?.text['en']?.question).toEqual([
      'Is ',
      { type: 'strong', children: ['a'] },
      ' < b?',
    ]);
    expect(only('question,a,b,answer\nIs a < b?,x,y,A').question?.text['en']?.question).toEqual([
      'Is a < b?',
    ]);
  });

  test('a letter counts columns, also behind an empty one', () => {
    expect(briefs('question,a,b,c,d,answer\nQ?,x,,y,z,C')).toEqual([
      'single: Q? | a:x | b:y | c:z | =b',
    ]);
  });

  test.each([
    ['no answer', 'Q?,x,y,', { code: 'table-no-answer', params: { count: 2 } }],
    [
      'an answer that is none of them',
      'Q?,x,y,F',
      { code: 'table-answer-unknown', params: { answer: 'F' } },
    ],
    [
      'nothing but a sign that parts answers',
      'Q?,,,|',
      { code: 'table-answer-unknown', params: { answer: '|' } },
    ],
    ['one option', 'Q?,x,,A', { code: 'table-one-option' }],
    ['no question', ',x,y,A', { code: 'table-no-question' }],
    [
      'a text without end',
      `${'x'.repeat(20_001)}?,x,y,A`,
      { code: 'table-text-too-long', params: { column: 'question', limit: 20_000 } },
    ],
  ])('a row that cannot be taken says why: %s', (_name, row, remark) => {
    expect(read(`question,a,b,answer\nQ1?,x,y,A\nQ2?,x,y,B\n${row}`).items[2]).toEqual({
      name: '3',
      file: '',
      line: 4,
      remarks: [remark],
    });
  });

  test('an answer that is told in another way is taken, and said', () => {
    const item = read(
      'question,option 1,option 2,answer\nQ1?,x,y,1\nQ2?,x,y,2\nQ3?,x,y,1\nQ4?,x,y,B',
    ).items[3];
    expect(item?.question).toMatchObject({ options: [{ right: false }, { right: true }] });
    expect(item?.remarks).toEqual([{ code: 'table-answer-otherwise', params: { answer: 'B' } }]);
  });
});

test('a right answer that holds what parts the wrong ones is one answer', () => {
  expect(briefs('question,correct_answer,incorrect_answers\nQ?,w;x,y;z')).toEqual([
    'single: Q? | a:w;x | b:y;z | =a',
  ]);
});

test('options in the cell of the question leave the other cells what they are', () => {
  const text =
    'ID,Category,Question,Type,Answer,Explanation,Hint\nq1,Sea,"It rains.\nWhat is wet?\nA. sand\nB. rain",,B,So.,Look\nq2,Sea,"Why?\nA. x\nB. y",Essay,B,,';
  const [first, second] = read(text).items;
  expect(first?.question).toMatchObject({
    path: ['Sea'],
    origin: { name: 'q1', kept: { Hint: 'Look' } },
    text: {
      en: {
        situation: [{ children: ['It rains.'] }],
        question: ['What is wet?'],
        decides: [{ children: ['So.'] }],
      },
    },
  });
  expect(second?.remarks).toEqual([{ code: 'table-not-marked', params: { kind: 'Essay' } }]);
});

test('the teacher can say what a column means', () => {
  const text = 'Frage,Eins,Zwei,Loesung\nQ?,x,y,2';
  const guess = guessMapping(gridOf(text));
  const [words] = guess.words;
  if (!words) throw new Error('no words');
  const { items } = read(text, {
    header: 0,
    firstRow: 1,
    words: [{ ...words, question: 0, options: [1, 2] }],
    answer: { columns: [3], marks: [], by: 'number' },
  });
  expect(items.map(({ question }) => question && brief(question))).toEqual([
    'single: Q? | a:x | b:y | =b',
  ]);
});

test('each column has a name of its own', () => {
  const grid = gridOf('question,a,a,,answer\nQ?,x,y,z,A');
  expect(columnNames(grid.sheets[0], guessMapping(grid))).toEqual([
    'question',
    'a',
    'a 3',
    '4',
    'answer',
  ]);
});

test('names that objects have by themselves are columns like others', () => {
  const { items } = read('question,a,b,answer,__proto__,constructor\nQ?,x,y,A,p,c');
  expect(Object.entries(items[0]?.question?.origin.kept ?? {})).toEqual([
    ['__proto__', 'p'],
    ['constructor', 'c'],
  ]);
});

test('script in every cell stays text', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const cells = Array.from({ length: 6 }, (_cell, column) => `"${script} ${column}"`);
  const { items } = read(
    `question,a,b,c,answer,explanation\n${cells.join(',')}\n<b>Q</b>?,x,y,z,A,`,
  );
  expect(items).toHaveLength(2);
  expect(JSON.stringify(items.map(({ question }) => question?.text))).not.toMatch(/alert|onerror/);
});

test.each([
  ['a table', 'a,b\nc,d', true],
  ['tabs', 'a\tb', true],
  ['prose', 'A sentence, with a comma.\nAnother one\nand more', false],
  ['XML', '<quiz>,</quiz>', false],
  ['JSON', '{"a":1,"b":2}', false],
])('is told from other files: %s', (_name, text, expected) => {
  expect(looksLikeTable(text)).toBe(expected);
});

test('5,000 rows are all read', () => {
  const rows = Array.from(
    { length: 5_000 },
    (_row, i) => `Which of these is ${i}?,"a, ${i}",b,c,d,B,because`,
  );
  expect(read(`question,a,b,c,d,answer,explanation\n${rows.join('\n')}`).items).toHaveLength(5_000);
}, 60_000);

test('whatever stands in a table, each row is reported once and nothing is thrown', () => {
  const header = fc.constantFrom(
    'question',
    'question (ja)',
    'a',
    'b',
    'Option 1',
    'Correct 1',
    'answer',
    'Answer 2',
    'kind',
    'tags',
    '正解',
    '__proto__',
    'Incorrect 1',
    'options',
    '',
  );
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'A',
      'A,B',
      '1',
      '0',
      'x',
      'x|y',
      '["x","y"]',
      "{'A': 'x'}",
      'x\nA. y\nB. z',
      '*x',
      'TRUE',
      '×',
      'matching',
      'ordering',
      'A-B',
      'kprim',
      '0 1',
      '<b>x</b>',
      '<script>',
      '&#',
      'MC',
      'correct',
      '9'.repeat(400),
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );
  const table = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(header, { maxLength: 7 }), table, (head, rows) => {
      const grid = {
        sheets: [{ name: '', rows: [head, ...rows].map((cells, i) => ({ line: i + 1, cells })) }],
        remarks: [],
      };
      const mapping = guessMapping(grid);
      const { items, remarks } = readTable(grid, mapping, 'en');
      const filled = grid.sheets[0]?.rows
        .slice(mapping.firstRow)
        .filter((row) => row.cells.some((text) => text.trim() !== ''));
      const counted = remarks.find(({ code }) => code === 'table-rows-counted')?.params?.['count'];
      expect(items.length + Number(counted ?? 0)).toBe(filled?.length);
      expect(new Set(items.map(({ line }) => line)).size).toBe(items.length);
      for (const item of items) expect(item.question || item.remarks.length > 0).toBeTruthy();
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

test('a column that explains the whole is told from those that explain an option', () => {
  expect(roleOf('Overall Explanation')).toMatchObject({ name: 'explanation', place: null });
  expect(roleOf('Explanation 2')).toMatchObject({ name: 'reason', place: 1 });
});

test('options in one cell may stand on lines of HTML', () => {
  const text = 'Question,Options,Answer\nWet?,A. Rain<br>B. Sand,A\nDry?,"A) Rain\nB) Sand",B\n';
  expect(briefs(text)).toEqual([
    'single: Wet? | a:Rain | b:Sand | =a',
    'single: Dry? | a:Rain | b:Sand | =b',
  ]);
});

test('long texts beside one another take no time', () => {
  const long = (sign: string) => `${sign} words, and `.repeat(1_200);
  const row = (index: number) =>
    `What is ${index}?,"${long('a')}","${long('b')}","${long('c')}","${long('d')}"`;
  const text = Array.from({ length: 40 }, (_unused, index) => row(index)).join('\n');
  const begun = performance.now();
  expect(read(text).items).toHaveLength(40);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
