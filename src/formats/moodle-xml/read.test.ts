import { describe, expect, test } from 'vitest';
import { answer, codes, item, question, quiz, read, taken, text } from './sample.ts';

const paragraph = (words: string) => ({ type: 'paragraph', children: [words] });
const multichoice = (rest: string) => quiz(question('multichoice', 'Which?', rest));

describe('multichoice', () => {
  test('one right answer is a single choice, with reasons and what decides', () => {
    const xml = multichoice(
      `<generalfeedback format="html">${text('<p>Roots.</p>')}</generalfeedback>
      <single>true</single>${answer(0, '<p>A stone</p>', 'No roots.')}${answer(100, '<i>A</i> tree')}`,
    );
    expect(taken(xml)).toEqual({
      kind: 'single',
      title: 'Q',
      path: [],
      tags: [],
      options: [
        { id: 'a', right: false },
        { id: 'b', right: true },
      ],
      pin: [],
      text: {
        en: {
          situation: [],
          question: ['Which?'],
          options: [
            { id: 'a', text: ['A stone'], why: [paragraph('No roots.')] },
            { id: 'b', text: [{ type: 'emphasis', children: ['A'] }, ' tree'] },
          ],
          decides: [paragraph('Roots.')],
        },
      },
      origin: { format: 'moodle-xml', kept: { type: 'multichoice', name: 'Q' } },
    });
  });

  test('several right answers are a multiple choice of so many', () => {
    const half = `${answer(50, 'a')}${answer(50, 'b')}${answer(-100, 'c')}`;
    for (const single of ['<single>false</single>', '<single>0</single>', ''])
      expect(taken(multichoice(single + half))).toMatchObject({
        kind: 'multiple',
        choose: 2,
        options: [{ right: true }, { right: true }, { right: false }],
      });
    expect(taken(multichoice(half)).origin.kept).toMatchObject({ fractions: '50 50 -100' });
  });

  test('where one answer is wanted, the one with the whole mark is right', () => {
    const xml = multichoice(`<single>true</single>${answer(100, 'a')}${answer(50, 'b')}`);
    expect(item(xml).question).toMatchObject({ options: [{ right: true }, { right: false }] });
    expect(codes(xml)).toEqual(['partial-credit']);
    const equal = multichoice(
      `<single>true</single>${answer(100, 'a')}${answer(100, 'b')}${answer(0, 'c')}`,
    );
    expect(item(equal).question).toMatchObject({ kind: 'multiple', choose: 2 });
    expect(codes(equal)).toEqual(['moodle-any-of']);
  });

  test('more than a pack may hold: the right ones and the first wrong ones', () => {
    const wrong = Array.from({ length: 20 }, (_, n) => answer(0, `wrong ${n}`)).join('');
    const xml = multichoice(wrong + answer(100, 'right'));
    const { question: found, remarks } = item(xml);
    expect(found?.text['en']?.options.map(({ text: words }) => words[0])).toEqual([
      ...Array.from({ length: 11 }, (_, n) => `wrong ${n}`),
      'right',
    ]);
    expect(remarks).toEqual([{ code: 'moodle-too-many', params: { count: 21, limit: 12 } }]);
  });

  test.each([
    ['no right answer', answer(0, 'a') + answer(-50, 'b'), 'moodle-no-right'],
    ['one answer', answer(100, 'a'), 'moodle-too-few'],
    ['no answer', '', 'moodle-no-right'],
    [
      'a right answer that shows nothing',
      answer(100, '<svg></svg>') + answer(0, 'b'),
      'moodle-answer-lost',
    ],
    [
      'an answer whose picture is not there',
      answer(100, '<img src="x">') + answer(0, 'b'),
      'moodle-answer-lost',
    ],
  ])('%s is not taken', (_name, answers, code) => {
    expect(item(multichoice(answers))).toMatchObject({ remarks: [{ code }] });
    expect(item(multichoice(answers)).question).toBeUndefined();
  });
});

describe('truefalse', () => {
  const old = (words: readonly [string, string]) =>
    quiz(question('truefalse', 'It is so.', answer(0, words[0], 'no') + answer(100, words[1])));

  test('is a single choice in the words of the language', () => {
    expect(taken(old(['true', 'false'])).text['en']?.options).toEqual([
      { id: 'a', text: ['True'], why: [paragraph('no')] },
      { id: 'b', text: ['False'] },
    ]);
    expect(taken(old(['false', 'true']), 'ja')).toMatchObject({
      options: [{ right: false }, { right: true }],
      text: { ja: { options: [{ text: ['誤り'] }, { text: ['正しい'] }] } },
    });
  });

  test('in words of another language true comes first', () => {
    expect(taken(old(['Vrai', 'Faux'])).text['en']?.options.map((one) => one.text)).toEqual([
      ['True'],
      ['False'],
    ]);
  });
});

describe('typed answers', () => {
  const short = (rest: string, type = 'shortanswer') => quiz(question(type, 'Which?', rest));

  test('are prose, or exact where the case matters; wrong ones keep their reason', () => {
    const answers = answer(100, 'Paris') + answer(100, 'A < b') + answer(0, 'Lyon', 'Second.');
    expect(taken(short(answers))).toMatchObject({
      kind: 'short',
      compare: 'prose',
      answers: [
        { id: 'a', right: true, texts: ['Paris'] },
        { id: 'b', right: true, texts: ['A < b'] },
        { id: 'c', right: false, texts: ['Lyon'] },
      ],
      text: { en: { options: [{}, { text: ['A < b'] }, { why: [paragraph('Second.')] }] } },
    });
    expect(taken(short(`<usecase>1</usecase>${answers}`))).toMatchObject({ compare: 'exact' });
  });

  test('patterns are left out, and a bare one without a reason is not missed', () => {
    const xml = short(
      answer(100, 'Paris') + answer(100, 'Par*') + answer(0, '*') + answer(100, '5 \\* 6'),
    );
    expect(item(xml).question).toMatchObject({
      answers: [{ texts: ['Paris'] }, { texts: ['5 * 6'] }],
    });
    expect(item(xml).remarks).toEqual([{ code: 'moodle-pattern', params: { pattern: 'Par*' } }]);
    expect(codes(short(answer(100, 'P*')))).toEqual(['moodle-pattern-only']);
    expect(codes(short(answer(100, 'Paris') + answer(0, '*', 'No.')))).toEqual(['moodle-pattern']);
  });

  test('answers with a part of the mark are wrong', () => {
    const xml = short(answer(100, 'Paris') + answer(50, 'Marseille'));
    expect(item(xml).question).toMatchObject({ answers: [{ right: true }, { right: false }] });
    expect(codes(xml)).toEqual(['partial-credit']);
  });

  const number = (value: string, tolerance: string) =>
    `<answer fraction="100">${value}<tolerance>${tolerance}</tolerance></answer>`;

  test.each([
    ['150', ['150']],
    ['<text>150.0</text>', ['150', '150.0']],
    ['-3,50', ['-3.5', '-3,50']],
    ['1e-6', ['1e-6']],
  ])('the number %s is typed as it is', (value, texts) => {
    const found = taken(short(number(value, '0'), 'numerical'));
    expect(found.kind === 'short' && found.answers.flatMap((one) => one.texts)).toEqual(texts);
  });

  test('a tolerance and units are lost, which is said', () => {
    const units = '<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>';
    expect(item(short(number('3.14', '0.01') + units, 'numerical')).remarks).toEqual([
      { code: 'moodle-units' },
      { code: 'moodle-tolerance', params: { tolerance: '0.01' } },
    ]);
    expect(codes(short(number('*', '0'), 'numerical'))).toEqual(['moodle-no-number']);
    expect(codes(short(number('{x}+1', '0'), 'numerical'))).toEqual(['moodle-no-number']);
  });
});

describe('pairs and orders', () => {
  const pair = (prompt: string, choice: string) =>
    `<subquestion format="html">${text(prompt)}<answer>${text(choice)}</answer></subquestion>`;

  test('equal choices are one, and choices without a prompt are spare', () => {
    const xml = question(
      'matching',
      'Sort.',
      pair('frog', 'amphibian') +
        pair('cat', 'mammal') +
        pair('newt', 'amphibian') +
        pair('', '<b>'),
    );
    expect(taken(quiz(xml))).toMatchObject({
      kind: 'matching',
      prompts: [
        { id: 'a', choice: 'd' },
        { id: 'b', choice: 'e' },
        { id: 'c', choice: 'd' },
      ],
      choices: ['d', 'e', 'f'],
      text: {
        en: {
          options: [
            { id: 'a', text: ['frog'] },
            { id: 'b', text: ['cat'] },
            { id: 'c', text: ['newt'] },
            { id: 'd', text: ['amphibian'] },
            { id: 'e', text: ['mammal'] },
            { id: 'f', text: ['<b>'] },
          ],
        },
      },
    });
    const html = quiz(question('ddmatch', 'Sort.', pair('a', '<b>x</b>') + pair('b', 'y')));
    expect(taken(html).text['en']?.options[2]?.text).toEqual([{ type: 'strong', children: ['x'] }]);
  });

  test('the order of the file is the right order', () => {
    const xml = quiz(
      question('ordering', 'Sort.', answer(1, 'first', 'It is.') + answer(2, 'second')),
    );
    expect(taken(xml)).toMatchObject({ kind: 'ordering', steps: ['a', 'b'], spare: [] });
    expect(taken(xml).text['en']?.options[0]?.why).toEqual([paragraph('It is.')]);
  });

  test('more than a pack may hold is not taken', () => {
    const many = Array.from({ length: 13 }, (_, n) => answer(n + 1, `step ${n}`)).join('');
    expect(item(quiz(question('ordering', 'Sort.', many)))).toMatchObject({
      remarks: [{ code: 'moodle-too-many', params: { count: 13 } }],
    });
  });
});

describe('gaps in a text', () => {
  const word = (words: string, group = 1) =>
    `<dragbox><text>${words}</text><group>${group}</group></dragbox>`;
  const option = (words: string, group = 1) =>
    `<selectoption><text>${words}</text><group>${group}</group></selectoption>`;

  test('several are pairs of gap and word', () => {
    const xml = quiz(
      question('gapselect', 'The [[2]] [[1]].', option('sat') + option('cat') + option('dog')),
    );
    expect(taken(xml)).toMatchObject({
      kind: 'matching',
      prompts: [
        { id: 'a', choice: 'c' },
        { id: 'b', choice: 'd' },
      ],
      text: {
        en: {
          question: ['The (1) (2).'],
          options: [
            { text: ['(1)'] },
            { text: ['(2)'] },
            { id: 'c', text: ['cat'] },
            { id: 'd', text: ['sat'] },
            { id: 'e', text: ['dog'] },
          ],
        },
      },
    });
  });

  test('one is a single choice among the words of its group', () => {
    const xml = quiz(
      question('ddwtos', 'The [[2]].', word('sat', 2) + word('c<i>a</i>t') + word('dog')),
    );
    expect(taken(xml)).toMatchObject({
      kind: 'single',
      options: [{ right: true }, { right: false }],
      text: { en: { question: ['The ____.'] } },
    });
  });

  test('words of several groups are offered together, which is said', () => {
    const xml = quiz(
      question('gapselect', '[[1]] [[2]]', option('a') + option('b', 2) + option('c', 3)),
    );
    expect(codes(xml)).toEqual(['moodle-groups']);
    expect(item(xml).question?.text['en']?.options).toHaveLength(4);
  });

  test('a gap without a word, and no gap at all, are not taken', () => {
    expect(codes(quiz(question('gapselect', '[[1]] [[9]]', option('a') + option('b'))))).toEqual([
      'moodle-gap-empty',
    ]);
    expect(codes(quiz(question('gapselect', 'none', option('a') + option('b'))))).toEqual([
      'moodle-no-gap',
    ]);
  });
});

describe('types that are not taken say why', () => {
  test.each([
    ['essay', 'moodle-essay'],
    ['description', 'moodle-description'],
    ['random', 'moodle-random'],
    ['randomsamatch', 'moodle-random'],
    ['missingtype', 'moodle-no-answer'],
    ['calculated', 'moodle-calculated'],
    ['calculatedsimple', 'moodle-calculated'],
    ['ddmarker', 'moodle-type'],
    ['__proto__', 'moodle-type'],
    ['', 'moodle-type'],
  ])('%s: %s', (type, code) => {
    expect(item(quiz(question(type, 'x', answer(100, 'a') + answer(0, 'b'))))).toEqual({
      name: 'Q',
      file: '',
      line: 3,
      remarks: [code === 'moodle-type' ? { code, params: { type } } : { code }],
    });
  });

  test('a calculated choice is taken when nothing in it is calculated', () => {
    const choice = (stem: string) =>
      quiz(question('calculatedmulti', stem, answer(100, 'x') + answer(0, 'y')));
    expect(taken(choice('What is {1}?')).kind).toBe('single');
    expect(codes(choice('What is {a}?'))).toEqual(['moodle-calculated']);
    expect(codes(choice('What is {={a}+1}?'))).toEqual(['moodle-calculated']);
  });
});

test('items are counted, in the order of the file, without the categories', () => {
  const category = (path: string) =>
    `<question type="category"><category><text>${path}</text></category></question>`;
  const one = question('multichoice', 'x', answer(100, 'a') + answer(0, 'b'));
  const xml = quiz(
    one,
    category('$course$/top/Default for C1/Either//or'),
    one,
    question('essay', 'x', ''),
    category('Plants'),
    one,
    '<question type="category"><name><text>Roots/ Deep</text></name></question>',
    one,
  );
  const { items, remarks } = read(xml);
  expect(items.map(({ question: found }) => found?.path)).toEqual([
    [],
    ['Default for C1', 'Either/or'],
    undefined,
    ['Plants'],
    ['Roots', 'Deep'],
  ]);
  expect(remarks).toEqual([]);
});
