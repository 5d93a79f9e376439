import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

  test('words stay words: nothing is markup', () => {
    expect(told(read('Is <b> *bold*?\nA. <i>\nB. `x`\nANSWER: A'))).toEqual([
      '1 single: Is <b> *bold*? [*<i>, `x`]',
    ]);
  });

  test('a file without questions says so', () => {
    expect(read('\n\n').remarks).toEqual([{ code: 'nothing-found' }]);
  });
});

describe('hostile files', () => {
  test('whatever the file holds, the result is well-formed', () => {
    fc.assert(
      fc.property(mangled([good, broken]), (text) => {
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
