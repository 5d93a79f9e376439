import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineText } from '#core/pack/document.ts';
import { guessFormat } from './guess.ts';
import { looksLikeAiken, readAiken } from './aiken.ts';
import { fileOf, flaws, mangled, repeated, timed, told } from './readers-for-tests.ts';

const read = (text: string) => readAiken(fileOf(text));

const good = `Which sea is salty?
A. Red
B. Dead
C. Both
ANSWER: C

Ice floats
on water.

A. Smith said so. Was she right?
A) Yes,
   she was
B)No

answer : A
`;

const broken = `Too few?
A) Only this
ANSWER: A

A) No question

ANSWER: A

Which letter?
A) One
B) Two
ANSWER: C

No answer?
A) One
B) Two

Only words.
ANSWER: A

Well?
A) One
B) Two
ANSWER: B

Not ended?
A) One
B) Two`;

const numbered = '1. Wet?\nA. rain\nB. sand\nANSWER: A\n\n2. Dry?\nA. rain\nB. sand\nANSWER: B\n';

describe('questions', () => {
  test('stems of one line and of more, both marks, options of two lines', () => {
    expect(told(read(good))).toEqual([
      '1 single: Which sea is salty? [Red, Dead, *Both]',
      '7 single: Ice floats on water. A. Smith said so. Was she right? [*Yes, she was, No]',
    ]);
  });

  test('each broken one is reported with its line and the reason, and spoils no other', () => {
    expect(told(read(broken))).toEqual([
      '1 not taken !options-too-few',
      '5 not taken !stem-missing',
      '9 not taken !aiken-answer-unknown',
      '14 not taken !aiken-no-answer',
      '18 not taken !aiken-no-options',
      '21 single: Well? [One, *Two]',
      '26 not taken !aiken-no-answer',
    ]);
  });

  test('several letters are several right answers', () => {
    expect(told(read('Which two?\nA. a\nB. b\nC. c\nANSWER: A, C'))).toEqual([
      '1 multiple: Which two? [*a, b, *c]',
    ]);
  });

  test.each([
    ['small letters', 'What is wet?\na. Sand\nb. Rain\nanswer: b\n'],
    ['small letters with brackets', 'What is wet?\n(a) Sand\n(b) Rain\nAnswer: (b)\n'],
    ['brackets', 'What is wet?\n(A) Sand\n(B) Rain\nANSWER: B\n'],
    ['small letters in the answer alone', 'What is wet?\nA) Sand\nB) Rain\nANSWER : b.\n'],
    ['letters of full width', 'What is wet?\nＡ．Sand\nＢ．Rain\nANSWER: Ｂ\n'],
  ])('%s are understood, and the file is known', (_how, text) => {
    expect(told(read(text))).toEqual(['1 single: What is wet? [Sand, *Rain]']);
    expect(guessFormat(fileOf(text))).toBe('aiken');
  });

  test('statements that have letters of another sort are words of the question or option', () => {
    expect(
      told(
        read(
          'Which are true?\n(a) It rains\n(b) It snows\nA. only a\nB. both:\na. this\nb. that\nANSWER: B',
        ),
      ),
    ).toEqual([
      '1 single: Which are true? (a) It rains (b) It snows [only a, *both: a. this b. that]',
    ]);
    expect(told(read('Q?\nA. this:\n(b) that\nB. none\nANSWER: B'))).toEqual([
      '1 single: Q? [this: (b) that, *none]',
    ]);
  });

  test.each([
    ['A, C', 'ac'],
    ['A and C', 'ac'],
    ['A, B, and C', 'abc'],
    ['A C', 'ac'],
    ['(a), (c)', 'ac'],
    ['A・C', 'ac'],
    ['A & C.', 'ac'],
    ['B. I, Rain', 'b'],
    ['B words of it', 'b'],
    ['D', ''],
    ['None', ''],
  ])('the answer %j names the options %j', (answer, ids) => {
    const [item] = read(`Q?\nA. a\nB. b\nC. c\nANSWER: ${answer}`).items;
    const options = item?.question && 'options' in item.question ? item.question.options : [];
    expect(options.flatMap(({ id, right }) => (right ? [id] : [])).join('')).toBe(ids);
  });

  test('words stay words: nothing is markup', () => {
    expect(told(read('Is <b> *bold*?\nA. <i>\nB. `x`\nANSWER: A'))).toEqual([
      '1 single: Is <b> *bold*? [*<i>, `x`]',
    ]);
  });

  test('a file without questions says so', () => {
    expect(read('\n\n').remarks).toEqual([{ code: 'nothing-found' }]);
  });
});

describe('numbers in front of questions', () => {
  const stemsOf = (...stems: readonly string[]) =>
    read(stems.map((stem) => `${stem}\nA. a\nB. b\nANSWER: A\n`).join('\n')).items.map(
      ({ name, question }) => [name, lineText(question?.text['en']?.question ?? [])],
    );

  test.each([
    ['1. ', '2. ', '3. '],
    ['12) ', '13) ', '14) '],
    ['9: ', '10: ', '11: '],
    ['(1) ', '(2) ', '(3) '],
    ['1.', '2.', '3.'],
    ['1 - ', '2 - ', '3 - '],
    ['Q1 ', 'Q2 ', 'Q3 '],
    ['Q. 1: ', 'Q. 2: ', 'Q. 3: '],
    ['Question 1\n', 'Question 2\n', 'Question 3\n'],
    ['1.\n', '2.\n', '3.\n'],
    ['１．', '２．', '３．'],
    ['問1　', '問2　', '問3　'],
    ['第1問 ', '第2問 ', '第3問 '],
  ])('are taken off where they count on: %j', (...marks) => {
    const numbers = marks.map((mark) => /[\d１２３]+/.exec(mark)?.[0]);
    expect(stemsOf(...marks.map((mark, at) => `${mark}Which is ${at}?`))).toEqual(
      numbers.map((number, at) => [number, `Which is ${at}?`]),
    );
  });

  test('stay in their questions, where they count nothing', () => {
    const alone = ['3. generation networks are called?', 'Which is wet?', 'Which is dry?'];
    expect(stemsOf(...alone)).toEqual(alone.map((stem, at) => [String(at + 1), stem]));
    const few = ['2. Henry was?', '3. Henry was?', 'Who?', 'Where?', 'When?'];
    expect(stemsOf(...few)).toEqual(few.map((stem, at) => [String(at + 1), stem]));
    const years = ['1066: what was?', '1492: what was?', '1603: what was?'];
    expect(stemsOf(...years)).toEqual(years.map((stem, at) => [String(at + 1), stem]));
    const parts = ['1.5 litres are?', '2.5 litres are?', '3.5 litres are?'];
    expect(stemsOf(...parts)).toEqual(parts.map((stem, at) => [String(at + 1), stem]));
    const only = ['1. Which is wet?'];
    expect(stemsOf(...only)).toEqual([['1', '1. Which is wet?']]);
    const bare = ['1', '2', '3'];
    expect(stemsOf(...bare)).toEqual(bare.map((stem, at) => [String(at + 1), stem]));
  });

  test('are taken off also where one question has none, or one is missing', () => {
    expect(stemsOf('1. a?', 'b?', '3. c?', '5. d?', '6. e?')).toEqual([
      ['1', 'a?'],
      ['2', 'b?'],
      ['3', 'c?'],
      ['5', 'd?'],
      ['6', 'e?'],
    ]);
  });

  test('begin anew with each part, and one among them is a word', () => {
    const mixed = ['1. a?', '2. b?', '3. c?', '7. Henry was?', '1. d?', '2. e?'];
    expect(stemsOf(...mixed)).toEqual([
      ['1', 'a?'],
      ['2', 'b?'],
      ['3', 'c?'],
      ['4', '7. Henry was?'],
      ['1', 'd?'],
      ['2', 'e?'],
    ]);
  });

  test('come back as the name that the file gave, also of a question that is not taken', () => {
    const { items } = read('7. Wet?\nA. rain\nB. sand\nANSWER: A\n\n8. Dry?\nANSWER: A\n');
    expect(items[0]?.question?.origin).toEqual({ format: 'aiken', name: '7' });
    expect(items[1]).toMatchObject({ name: '8', remarks: [{ code: 'aiken-no-options' }] });
  });
});

describe('hostile files', () => {
  test('whatever the file holds, the result is well-formed', () => {
    fc.assert(
      fc.property(mangled([good, broken, numbered]), (text) => {
        expect(flaws(read(text))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test('no file of 200 kB takes longer than a second', () => {
    fc.assert(
      fc.property(repeated, (text) => {
        expect(timed(readAiken, text)).toBeLessThan(1_000);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  test('scripts, links and names of prototypes are words', () => {
    const bad = '<script>alert(1)</script> [a](javascript:alert(1)) __proto__ \u202ex';
    expect(told(read(`${bad}?\nA. ${bad}\nB. constructor\nANSWER: A`))).toEqual([
      `1 single: ${bad}? [*${bad}, constructor]`,
    ]);
  });
});

test('5,000 questions are all read', () => {
  const text = 'Which sea is salty?\nA. Red\nB. Dead\nC. Both\nD. None\nANSWER: C\n\n'.repeat(
    5_000,
  );
  expect(read(text).items).toHaveLength(5_000);
}, 60_000);

test('Aiken is known by its answers, and nothing else is', () => {
  expect(looksLikeAiken(good)).toBeGreaterThan(0.5);
  expect(looksLikeAiken('Which sea?{~Red =Black}')).toBe(0);
  expect(looksLikeAiken('1. Which?\n   - A. a\n   - B. b\n\nCorrect answer: B\n')).toBe(0);
});

test('why an answer is right belongs to its question, not to the next', () => {
  const text =
    'Wet?\nA. rain\nB. sand\nANSWER: A\nFEEDBACK: It is\nwater.\n\nDry?\nA. rain\nB. sand\nANSWER: B\nExplanation: It is stone.';
  expect(told(read(text))).toEqual([
    '1 single: Wet? [*rain, sand] It is water.',
    '8 single: Dry? [rain, *sand] It is stone.',
  ]);
});
