import { expect, test } from 'vitest';
import { fileOf, timed, told } from '#formats/readers-for-tests.ts';
import { readExamMarkdown } from './read.ts';

const read = (text: string) => readExamMarkdown(fileOf(text));
const asked = '## Question 1\n\nWhich is wet?\n\n- A. Sand\n- B. Rain\n';
const answered = '1 single: Which is wet? [Sand, *Rain]';

test.each([
  ['in a callout', '\n> [!TIP]\n> **Answer:** B\n', ''],
  ['in a quote', '\n> **Answer:** B\n', ''],
  ['with a tick', '\n> ✅ Correct: B\n', ''],
  ['right below the options', '> **Answer:** B\n', ''],
  ['behind why it is right', '> It falls.\n> **Answer:** B\n', ' It falls.'],
  ['below an empty line of the quote', '>\n> **Answer:** B\n>\n', ''],
  ['named by the callout, itself below it', '\n> [!success]- Show answer\n> **B**\n', ''],
  [
    'with words of its option, and why',
    '\n> [!TIP]- Answer\n> B. Rain\n>\n> It falls.\n> Down.\n',
    ' It falls. Down.',
  ],
  [
    'on the line of the callout, and why',
    '\n> [!NOTE] Correct answer: B\n> It falls.\n',
    ' It falls.',
  ],
  [
    'with an explanation that has its word',
    '\n> Correct Answer: B\n>\n> **Explanation:** It falls.\n',
    ' It falls.',
  ],
  [
    'with why in quotes behind it',
    '\n> **Answer:** B\n\n> It falls.\n\n> Down.\n',
    ' It falls.\nDown.',
  ],
  ['with code', '\n> Answer: B\n>\n> ```\n> Answer: A\n> ```\n', ' Answer: A'],
  ['in Japanese', '\n> 正解: B\n> 解説: 雨は水です。\n', ' 雨は水です。'],
  ['between colons', '\n:::tip Answer\nB\n:::\n', ''],
  ['between colons, in Japanese', '\n:::details 答え\nB\n:::\n', ''],
  [
    'below a title in quotation marks',
    '\n??? success "Answer"\n    **B**\n\n    It falls.\n',
    ' It falls.',
  ],
])('an answer %s loses nothing', (_where, answer, why) => {
  expect(told(read(asked + answer))).toEqual([answered + why]);
});

test('reasons of options may stand in the quote of the answer', () => {
  const answer = '\n> **Answer:** B\n> - A: It is dry.\n> - B: It is water.\n';
  expect(told(read(asked + answer))).toEqual([
    '1 single: Which is wet? [Sand (It is dry.), *Rain (It is water.)]',
  ]);
});

test('a whole question may stand in a quote, its answer in one within', () => {
  const text = [
    '> [!question] Question 1',
    '> Which is wet?',
    '> - A. Sand',
    '> - B. Rain',
    '>',
    '> > [!success]- Answer',
    '> > B',
    '',
    '> [!question] Question 2',
    '> Which is dry?',
    '> A. Sand',
    '> B. Rain',
    '>',
    '> **Answer:** A',
  ].join('\n');
  expect(told(read(text))).toEqual([answered, '9 single: Which is dry? [*Sand, Rain]']);
});

test('a sign alone is no word of the option above it', () => {
  expect(told(read(`${asked}>\n\nAnswer: B\n`))).toEqual([answered]);
});

test('a quote below the options is no word of the last', () => {
  expect(told(read('### 1. Which is wet?\n\n- [ ] Sand\n- [x] Rain\n> It falls.\n'))).toEqual([
    `${answered} It falls. !markup-lost`,
  ]);
});

test('a quote in the words of a question stays one, and that its look is lost is said once', () => {
  const text = `## Question 1\n\n> [!NOTE]\n> The log says:\n> it rains.\n\n> Twice.\n\nWhich is wet?\n\n- A. Sand\n- B. Rain\n\n> Answer: B\n`;
  expect(told(read(text))).toEqual([
    '1 single: The log says: it rains.\nTwice. | Which is wet? [Sand, *Rain] !markup-lost',
  ]);
});

test('a quote in code is code', () => {
  const text = `## Question 1\n\nWhich is wet?\n\n\`\`\`\n> Answer: A\n\`\`\`\n\n- A. Sand\n- B. Rain\n\nAnswer: B\n`;
  expect(told(read(text))).toEqual(['1 single: > Answer: A | Which is wet? [Sand, *Rain]']);
});

test.each([
  ['quotes within quotes', `${'> '.repeat(500)}Answer: B\n`.repeat(200)],
  ['a quote of many lines', '> Answer: B\n'.repeat(16_000)],
  ['quotes apart', '> Answer: B\n\n> x\n\n'.repeat(11_000)],
  ['quotes apart, of no answer', `> Answer: B\n\ny\n\n${'> x\n\n'.repeat(30_000)}`],
  ['signs of quotes', '>'.repeat(200_000)],
])('%s: read in time', (_what, text) => {
  expect(timed(readExamMarkdown, (asked + text).slice(0, 200_000))).toBeLessThan(1_000);
});
