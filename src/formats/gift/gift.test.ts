import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fileOf,
  flaws,
  mangled,
  repeated,
  timed,
  told,
  toldQuestion,
} from '#formats/readers-for-tests.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { looksLikeGift } from './looks-like.ts';
import { readGift } from './read.ts';
import { unwritable, writeGift } from './write.ts';

const read = (text: string) => readGift(fileOf(text));
const only = (text: string): string => {
  const items = told(read(text));
  return items.length === 1 ? (items[0] ?? '') : items.join('\n');
};
const questions = (text: string): readonly ImportedQuestion[] =>
  read(text).items.flatMap(({ question }) => question ?? []);

describe('the kinds of Moodle', () => {
  test.each([
    [
      'one right answer',
      'Which sea?{~Red =Black ~Dead}',
      '1 single: Which sea? [Red, *Black, Dead]',
    ],
    [
      'a missing word',
      'Water boils {~never =soon} on a stove.',
      '1 single: Water boils _____ on a stove. [never, *soon]',
    ],
    ['a missing word in front', '{=Rome} is old.', '1 short: _____ is old. [*Rome]'],
    [
      'several answers by weight',
      'Which two?{~%50%a ~%-100%b ~%50%c}',
      '1 multiple: Which two? [*a, b, *c]',
    ],
    [
      'thirds',
      'Which?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~d}',
      '1 multiple: Which? [*a, *b, *c, d]',
    ],
    [
      'several answers, any of which would do',
      'Which?{=a =b ~c}',
      '1 multiple: Which? [*a, *b, c] !gift-several-right',
    ],
    [
      'answers worth a part',
      'Which?{~%50%half =whole ~none}',
      '1 single: Which? [half, *whole, none] !gift-partial',
    ],
    [
      'true and false, the first feedback for wrong answers',
      'Ice floats.{TRUE#Look again.#Yes.}',
      '1 single: Ice floats. [*True (Yes.), False (Look again.)]',
    ],
    ['false in small letters', 'Ice sinks. {false}', '1 single: Ice sinks. [True, *False]'],
    ['typed answers', 'Who?{=Ann #Yes =%0%Bob#No}', '1 short: Who? [*Ann (Yes), Bob (No)]'],
    ['a typed answer without a sign', 'Who? {Ann}', '1 short: Who? [*Ann]'],
    [
      'pairs, with a choice used twice and a spare one',
      'Match.{=[html]<b>a</b> -> 1 =b->2 =c -> 1 = -> 3}',
      '1 matching: Match. [a => d, b => e, c => d, 1, 2, 3]',
    ],
    ['an exact number', 'How many?{#42}', '1 short: How many? [*42]'],
    [
      'a whole number within few others',
      'How many?{#3:1#Near}',
      '1 short: How many? [*2 (Near), *3 (Near), *4 (Near)] !gift-numeric',
    ],
    [
      'a decimal with a tolerance: its middle can be typed',
      'Pi?{#3.14:0.005}',
      '1 short: Pi? [*3.14] !gift-numeric',
    ],
    [
      'numbers worth a part',
      'When?{#=1822:0#Yes =%50%1822:1#Near ~#No}',
      '1 short: When? [*1822 (Yes), 1821 (Near), 1823 (Near)] !gift-numeric',
    ],
    ['a range that nobody can type', 'Pi?{#3.1..3.2}', '1 not taken !gift-numeric-range'],
    ['no number', 'Pi?{#abc}', '1 not taken !gift-numeric-broken'],
    ['an essay', 'Tell.{}', '1 not taken !gift-essay'],
    ['an essay with feedback', 'Tell.{####Well.}', '1 not taken !gift-essay'],
    ['a description', '[html]<p>Read this first.</p>', '1 not taken !gift-description'],
    ['a wildcard beside an answer', 'Who?{=Ann =%0%*#No}', '1 short: Who? [*Ann] !gift-wildcard'],
    ['a star that means itself', String.raw`Sign?{=\*}`, '1 short: Sign? [**]'],
    ['pairs without an arrow', 'Match.{=a -> 1 =b}', '1 not taken !gift-matching-arrow'],
    ['nothing that is right', 'Which?{~a ~b}', '1 not taken !right-missing'],
    ['one option', 'Which?{~%100%a}', '1 not taken !options-too-few'],
    ['no words in front', '{T}', '1 not taken !stem-missing'],
    ['an option without words', 'Which?{=a ~b ~#c}', '1 single: Which? [*a, b] !option-empty'],
    [
      'braces that nobody escaped, in an answer',
      'Which is a tag? {\n=It is {% tag %}#Yes.\n~{{ a }}\n~<% b %>\n}',
      '1 single: Which is a tag? [*It is {% tag %} (Yes.), {{ a }}, <% b %>]',
    ],
    [
      'braces that nobody escaped, in the question',
      'What does {{ a }} do? {=It shows a. ~It hides a.}',
      '1 single: What does {{ a }} do? [*It shows a., It hides a.]',
    ],
    [
      'equals signs that nobody escaped, in answers on lines of their own',
      'Which copies?{\n=b = a[:]\n~b = a\n~a == b\n}',
      '1 single: Which copies? [*b = a[:], b = a, a == b]',
    ],
    [
      'answers two in a line',
      'Which?{\n=a =b\n~c\n}',
      '1 multiple: Which? [*a, *b, c] !gift-several-right',
    ],
    [
      'names of tags as answers',
      'Which makes a link?{=<a> ~<link> ~<href> ~<br>}',
      '1 single: Which makes a link? [*<a>, <link>, <href>, <br>]',
    ],
  ])('%s', (_, text, expected) => {
    expect(only(text)).toBe(expected);
  });
});

describe('what stands around the answers', () => {
  test('general feedback is what decides, and may hold lines', () => {
    expect(only('Ice floats.{T#No\n####Because of\nits structure.}')).toBe(
      '1 single: Ice floats. [*True, False (No)] Because of its structure.',
    );
  });

  test('a name, an id, tags and a category are kept where they belong', () => {
    const [question] = questions(
      '$CATEGORY: $course$/top/Earth \\: water/Ice//snow\n\n// question: 7 [id:a\\]1] [tag:cold] [tag:x y]\n// [tag:cold]\n::Ice\n1::Ice floats.{T}',
    );
    expect(question).toMatchObject({
      title: 'Ice 1',
      path: ['Earth : water', 'Ice/snow'],
      tags: ['cold', 'x y'],
      origin: { format: 'gift', name: 'Ice 1', kept: { id: 'a]1', type: 'truefalse' } },
    });
  });

  test('without a name the first words are the title', () => {
    expect(questions('Ice floats.{T}')[0]).toMatchObject({ title: 'Ice floats.' });
    expect(read('Ice floats.{T}\n\nIce melts.{T}').items.map(({ name }) => name)).toEqual([
      '1',
      '2',
    ]);
  });

  test.each([
    [
      'escapes',
      String.raw`Is \{a\} \= \:\#\~ a\\b?{=\=1 ~\~2#\#3}`,
      String.raw`1 single: Is {a} = :#~ a\b? [*=1, ~2 (#3)]`,
    ],
    ['breaks that count', String.raw`One\nTwo?{T}`, '1 single: One | Two? [*True, False]'],
    ['lines that are only kept short', 'One\ntwo?{T}', '1 single: One two? [*True, False]'],
    ['a comparison', 'Is 1 <2 and a<b?{T}', '1 single: Is 1 <2 and a<b? [*True, False]'],
    ['comments anywhere', 'One\n// two\nthree?{\n// four\n=a\n~b}', '1 single: One three? [*a, b]'],
    [
      'HTML',
      '[html]<p>A <em>text</em>.</p><p>Which?</p>{=<b>a</b> ~[plain]<b>}',
      '1 single: A text. | Which? [*a, <b>]',
    ],
    [
      'Markdown',
      String.raw`[markdown]- one\n- two\n\nWhich of \`these\`?{=**a** ~b}`.replaceAll('\\`', '`'),
      '1 single: one\ntwo | Which of these? [*a, b]',
    ],
    ['a format that nobody knows', '[wiki]Which?{=a ~b}', '1 single: [wiki]Which? [*a, b]'],
  ])('%s', (_, text, expected) => {
    expect(only(text)).toBe(expected);
  });

  test('marks of HTML and Markdown become marks', () => {
    const [html] = questions('[html]A <em>b</em>{T}');
    const [markdown] = questions('[markdown]A *b*{T}');
    expect(html?.text['en']?.question).toEqual(['A ', { type: 'emphasis', children: ['b'] }]);
    expect(markdown?.text['en']?.question).toEqual(html?.text['en']?.question);
  });

  test('true and false are words of the language', () => {
    const { items } = readGift(fileOf('氷は浮く。{T}', 'ja'));
    expect(items.map(({ question }) => question && toldQuestion(question))).toEqual([
      'single: 氷は浮く。 [*正しい, 誤り]',
    ]);
  });
});

describe('a broken block spoils no other', () => {
  test('each is reported with its line', () => {
    expect(
      told(read('// first\nOne?{T\n\n::Two::Two?{F}\n\nThree? T}\n\nFour?{=a ~b} and {=c}\n')),
    ).toEqual([
      '2 not taken !gift-braces',
      '4 single: Two? [True, *False]',
      '6 not taken !gift-braces',
      '8 single: Four?_____ and {=c} [*a, b] !gift-more-braces',
    ]);
  });

  test('a blank line between the answers is forgiven, and one missing between questions', () => {
    expect(
      told(read('One?{\n=a\n\n~b\n\n~c\n}\n::x::Two?{T}\n// [tag:t]\n::y::Three?{F}')),
    ).toEqual([
      '1 single: One? [*a, b, c]',
      '8 single: Two? [*True, False]',
      '10 single: Three? [True, *False]',
    ]);
  });

  test('a file without questions says so', () => {
    expect(read('// nothing\n\n$CATEGORY: a').remarks).toEqual([{ code: 'nothing-found' }]);
  });
});

const everything = String.raw`// [id:1] [tag:sea]
::Seas::[html]<p>Some are <b>salty</b>.</p><p>Which?</p>{
	=<code>Black</code>#<p>Yes</p><ul><li>a</li><li>b</li></ul>
	~%50%Red
	~Dead#No
	####In all.
}

$CATEGORY: Water/Ice

Two?{~%50%a ~%-50%b ~%50%c}

Ice floats.{T#No#Yes}

::N::How many?{#=3:1#Near =%50%9..12 ~#[markdown]**Far**}

[markdown]Who *wrote* it?{=Ann =%40%Anna#Near =%0%A*#[html]<i>No</i>}

Match.{=a -> 1 =b -> 2 = -> 3}

Print?{=\=\~ \{x\} ~\[html] ~\%50\% ####\:\:}
`;

const pieces = everything.split('\n\n');

describe('there and back', () => {
  const there = (text: string) => questions(text);
  const back = (all: readonly ImportedQuestion[]) => writeGift(all, 'en');

  test('all that GIFT can hold is kept, weights and tolerances included', () => {
    const once = there(everything);
    expect(once).toHaveLength(7);
    expect(there(back(once))).toEqual(once);
  });

  test('what was put into HTML, numbers and wildcards is written as it came', () => {
    expect(back(there('N?{#3:1#Near ~#[html]<b>Far</b>}'))).toBe(
      'N?{#\n\t=%100%3:1#Near\n\t~#[html]<b>Far</b>\n}\n',
    );
    expect(back(there('Ice floats.{T#No#Yes}'))).toBe('Ice floats.{TRUE#No#Yes}\n');
    expect(back(there('Who?{=Ann =%0%*#No}'))).toBe('Who?{\n\t=%100%Ann\n\t=%0%*#[moodle]No\n}\n');
  });

  test('a choice that nothing is asked for comes last, wherever it stood', () => {
    const once = there('Match.{= -> 3 =a -> 1 =b -> 2}');
    expect(once).toEqual(there('Match.{=a -> 1 =b -> 2 = -> 3}'));
    expect(there(back(once))).toEqual(once);
  });

  test('a tag or an id ends with no backslash', () => {
    const once = there('// [id:a\\ ] [tag:sea \\\\ ]\nIce?{T}');
    expect(once).toMatchObject([{ tags: ['sea'], origin: { kept: { id: 'a' } } }]);
    expect(there(back(once))).toEqual(once);
  });

  test('of any text', () => {
    fc.assert(
      fc.property(mangled([...pieces, everything]), (text) => {
        const once = there(text).filter((question) => unwritable(question) === null);
        const twice = there(back(once));
        const bare = (all: readonly ImportedQuestion[]) =>
          all.map(({ origin, ...question }) => ({ ...question, name: origin.name }));
        expect(bare(twice)).toEqual(bare(once));
        expect(there(back(twice))).toEqual(twice);
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);
});

describe('hostile files', () => {
  test('nothing that runs comes through', () => {
    const bad = `<script>alert(1)</script><img src\\=x onerror\\=alert(1)><a href\\="javascript\\:alert(1)">a</a>b`;
    const text = `$CATEGORY: ${bad}\n\n// [tag:__proto__] [id:constructor]\n::__proto__::[html]${bad}{=[html]${bad}#${bad} ~[markdown][x](javascript\\:y)${bad} ####${bad}}`;
    const [item] = read(text).items;
    expect(flaws(read(text))).toEqual([]);
    expect(item?.question).toMatchObject({ title: '__proto__', tags: ['__proto__'] });
    expect(JSON.stringify(item?.question?.text)).not.toMatch(/script|onerror/);
    expect(item?.remarks.map(({ code }) => code)).toContain('link-lost');
  });

  test('more options than a learner can read are refused', () => {
    const text = `Which?{=a${' ~b'.repeat(100_000)}}\n\nWho?{${'=c'.repeat(100_000)}}`;
    expect(told(read(text))).toEqual([
      '1 not taken !options-too-many',
      '3 not taken !options-too-many',
    ]);
    expect(timed(readGift, text)).toBeLessThan(1_000);
  });

  test('gigantic numbers are numbers still', () => {
    const huge = '9'.repeat(300);
    expect(
      told(
        read(
          `N?{#${huge}}\n\nN?{#1:${'9'.repeat(39)}}\n\nN?{#1e999..2e999}\n\nW?{~%999999999%a ~b}`,
        ),
      ),
    ).toEqual([
      '1 not taken !gift-numeric-broken',
      '3 short: N? [*1] !gift-numeric',
      '5 not taken !gift-numeric-range',
      '7 multiple: W? [*a, b]',
    ]);
  });

  test('letters that hide or turn are left for the learner to be warned of', () => {
    expect(only('A\u202eb\u200b?{=\u202ea ~\u200bb}')).toBe(
      '1 single: A\u202eb\u200b? [*\u202ea, \u200bb]',
    );
  });

  test('whatever the file holds, the result is well-formed', () => {
    fc.assert(
      fc.property(mangled(pieces), (text) => {
        expect(flaws(read(text))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test('no file of 200 kB takes longer than a second', () => {
    fc.assert(
      fc.property(repeated, (text) => {
        expect(timed(readGift, text)).toBeLessThan(1_000);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});

test('5,000 questions are all read', () => {
  const text = Array.from(
    { length: 5_000 },
    (_, n) =>
      `::Q${n}::[html]<p>Some are <b>salty</b>.</p><p>Which is number ${n}?</p>{\n=[html]<code>Black</code>#Yes\n~Red#No\n~Dead\n~White\n####In all.\n}\n`,
  ).join('\n');
  expect(read(text).items.filter(({ question }) => question)).toHaveLength(5_000);
}, 60_000);

test.each([
  ['all of it', everything, 0.9],
  ['one question', 'Which sea?{~Red =Black ~Dead}', 0.6],
])('%s looks like GIFT', (_, text, least) => {
  expect(looksLikeGift(text)).toBeGreaterThanOrEqual(least);
});

test.each([
  ['Aiken', 'Which sea?\nA. Red\nB. Black\nANSWER: B\n'],
  ['JSON', '{"a": {"b": 1}}'],
  ['a program', 'function a() {\n  return {x: 1};\n}\n'],
  ['Markdown', '1. Which?\n   - A. a\n   - B. b\n\nAnswer: B\n'],
])('%s does not', (_, text) => {
  expect(looksLikeGift(text)).toBeLessThan(0.3);
});
