import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText, lineText } from '#core/pack/document.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { looksLikeAnkiText, readAnkiText } from './read-text.ts';

const file = (text: string) => ({
  name: 'a.txt',
  bytes: new TextEncoder().encode(text),
  language: 'en',
});
const read = (text: string) => readAnkiText(file(text));

const keyOf = (question: ImportedQuestion): string =>
  question.kind === 'single' || question.kind === 'multiple'
    ? question.options.flatMap(({ id, right }) => (right ? [id] : [])).join('')
    : question.kind === 'matching'
      ? question.prompts.map(({ id, choice }) => id + choice).join(' ')
      : question.kind === 'short'
        ? question.compare
        : '';

const briefs = (text: string) =>
  read(text).items.map(({ question, remarks }) => {
    if (!question) return remarks.map(({ code }) => code).join();
    const words = question.text['en'];
    const options = (words?.options ?? []).map((option) => lineText(option.text));
    return [
      question.kind,
      documentText(words?.situation ?? []),
      lineText(words?.question ?? []),
      options.join('/'),
      keyOf(question),
    ].join(' | ');
  });

describe('what Anki exports', () => {
  test('guid, note type, deck, tags and fields by the lines at the top', () => {
    const text = [
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:6',
      'x,1{$\tBasic\tNet::DNS\tWhich port has <b>DNS</b>?\t53\tnet dns',
      '"q""2"\tBasic\tNet\t"two<br>\nlines"\tyes\t',
    ].join('\n');
    const { items, remarks } = read(text);
    expect(remarks).toEqual([]);
    expect(items).toMatchObject([
      {
        name: 'x,1{$',
        line: 7,
        question: {
          kind: 'short',
          path: ['Net', 'DNS'],
          tags: ['net', 'dns'],
          origin: { format: 'anki-text', name: 'x,1{$', kept: { notetype: 'Basic' } },
          text: {
            en: { question: ['Which port has ', { type: 'strong', children: ['DNS'] }, '?'] },
          },
        },
      },
      { name: 'q"2', line: 8, question: { path: ['Net'], tags: [] } },
    ]);
  });

  test('two fields of the same words are no option and its answer, where fields have names', () => {
    const rows = ['rain', 'ice', 'sand'].map((word) =>
      [word, `${word}-`, `a ${word} of water`, `See ${word}.`, 'Look.', `a ${word} of water`].join(
        '\t',
      ),
    );
    const text = [
      '#separator:tab',
      '#html:false',
      '#columns:Expression\tReading\tMainDefinition\tSentence\tSentenceEnglish\tGlossary',
      ...rows,
    ].join('\n');
    expect(briefs(text)).toEqual([
      'short |  | rain | a rain of water | prose',
      'short |  | ice | a ice of water | prose',
      'short |  | sand | a sand of water | prose',
    ]);
  });

  test('what holds for all notes stands at the top', () => {
    const text =
      '#separator:Semicolon\n#html:false\n#tags:a b\n#deck:D::E\n#columns:Front;Back;Tags\nIs a < b?;yes it is;c';
    const { title, items } = read(text);
    expect(title).toBe('D::E');
    expect(items[0]?.question).toMatchObject({
      path: ['D', 'E'],
      tags: ['a', 'b', 'c'],
      text: { en: { question: ['Is a < b?'] } },
    });
  });

  test.each([
    ['a name', '#separator:Pipe\na|b c', 'a'],
    ['a sign', '#separator:~\na~b', 'a'],
    ['nothing', 'tags:x\na\tb', 'a'],
  ])('the separator is told by %s', (_name, text, question) => {
    expect(read(text).items[0]?.question?.title).toBe(question);
  });

  test('no notes', () => {
    expect(read('#separator:tab\n#html:true\n').remarks).toEqual([{ code: 'anki-no-notes' }]);
  });
});

describe('gaps', () => {
  test.each([
    [
      'one gap',
      'The port of DNS is {{c1::53}}.',
      ['short |  | The port of DNS is […]. | 53 | prose'],
    ],
    [
      'a hint',
      '{{c1::Paris::city}} is the capital.',
      ['short |  | [city] is the capital. | Paris | prose'],
    ],
    [
      'one question for each number',
      '{{c1::a}} and {{c2::b}}',
      ['short |  | […] and b | a | prose', 'short |  | a and […] | b | prose'],
    ],
    ['one number twice', '{{c1::a}} x {{c1::b}}', ['short |  | […] x […] | a, b | prose']],
    [
      'gaps in gaps',
      '{{c1::a {{c2::b}} c}}',
      ['short |  | […] | a b c | prose', 'short |  | a […] c | b | prose'],
    ],
    [
      'the paragraph with the gap is the question',
      'First {{c1::a}}.<br>Then b.',
      ['short | Then b. | First […]. | a | prose'],
    ],
    ['a gap too long to type', `{{c1::${'long '.repeat(20)}}}`, ['table-answer-long']],
    [
      'covered pictures',
      '{{c1::image-occlusion:rect:left=1}}<img src="a.png">',
      ['anki-occlusion'],
    ],
    ['a gap that is never closed is none', 'a {{c1::b', ['short |  | a {{c1::b | extra | prose']],
  ])('%s', (_name, text, expected) => {
    expect(briefs(`#separator:tab\n#html:true\n${text}\textra`)).toEqual(expected);
  });
});

describe('note types with options', () => {
  const allInOne = (rows: string, head = '') =>
    `#separator:Semicolon\n#html:false\n#notetype:AllInOne (kprim, mc, sc)\n${head}${rows}`;

  test('AllInOne, whose export does not name its fields', () => {
    expect(
      briefs(
        allInOne(
          [
            'Largest?;;2;1000;5000;10000;;;0 1 0 0 0;src;5 TB.;tag',
            'Which two?;;1;x;y;z;;;1 0 1 0 0;;;',
            'True or not?;;0;s;t;;;;1 0;;;',
          ].join('\n'),
        ),
      ),
    ).toEqual([
      'single |  | Largest? | 1000/5000/10000 | b',
      'multiple |  | Which two? | x/y/z | ac',
      'matching |  | True or not? | s/t/True/False | ac bd',
    ]);
  });

  test('AllInOne, with names in another order', () => {
    expect(
      briefs(
        allInOne(
          'Head?,x,y,,,,0 1,2,git',
          '#columns:Text,Q_1,Q_2,Q_3,Q_4,Q_5,Answers,QType,Tags\n',
        ).replace('Semicolon', 'Comma'),
      ),
    ).toEqual(['single |  | Head? | x/y | b']);
  });

  test.each([
    ['columns A to D', 'Question\tA\tB\tC\tD\tAnswer', 'Q?\tw\tx\ty\tz\tC', 'c'],
    [
      'a right one and wrong ones',
      'Question\tCorrect\tIncorrect_1\tIncorrect_2',
      'Q?\tx\ty\tz',
      'a',
    ],
    [
      'options in lines of one field',
      'question\toptions\tanswer',
      'Q?\tx<br>y<div>z</div>\tB',
      'b',
    ],
  ])('%s', (_name, columns, row, key) => {
    const [question] = read(`#separator:tab\n#html:true\n#columns:${columns}\n${row}`).items;
    expect(question?.question && keyOf(question.question)).toBe(key);
  });

  test.each([
    ['lines with letters', 'Which?<br>A. x<br>B. y<br>C. z', 'B', 'b'],
    ['a list', 'Which?<ol><li>x</li><li>y</li></ol>', 'Answer: b<br>Because.', 'b'],
    ['the text behind the letter', 'Which?<br>1) x<br>2) y', '2) y', 'b'],
    ['several', 'Which two?<br>A) x<br>B) y<br>C) z', 'A, C', 'ac'],
  ])('a front that lists options: %s', (_name, front, back, key) => {
    const [item] = read(`#separator:tab\n#html:true\n${front}\t${back}`).items;
    expect(item?.question && keyOf(item.question)).toBe(key);
    expect(item?.question?.title).toMatch(/^Which/);
  });
});

test('sounds and pictures that are not there are said', () => {
  const { items } = read('#separator:tab\n#html:true\nSay <img src="a.png">[sound:a.mp3]it?\tx');
  expect(items[0]?.question?.title).toBe('Say it?');
  expect(items[0]?.remarks).toEqual([
    { code: 'anki-sound-lost', params: { name: 'a.mp3' } },
    { code: 'image-lost', params: { address: 'a.png' } },
  ]);
});

test.each([
  ['an export', '#separator:tab\n#html:true\na\tb', true],
  ['a table', 'a\tb', false],
  ['a comment', '# a heading\n', false],
])('is told from other files: %s', (_name, text, expected) => {
  expect(looksLikeAnkiText(text)).toBe(expected);
});

test('5,000 notes are all read', () => {
  const rows = Array.from(
    { length: 5_000 },
    (_row, i) => `g${i}\tWhat <b>is</b> ${i}?\tthing ${i}\tt`,
  );
  const { items } = read(
    `#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n${rows.join('\n')}`,
  );
  expect(items.filter(({ question }) => question)).toHaveLength(5_000);
}, 60_000);

test('whatever comes, each note is reported and nothing is thrown', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '#separator:',
      'tab',
      '#html:true',
      '#columns:Question,A,B,Answer',
      '#notetype:AllInOne (kprim',
      '#guid column:1',
      '#tags column:99999999999',
      '\n',
      '\t',
      ',',
      '"',
      '{{c1::',
      '{{c2,1::',
      '::',
      '}}',
      '<b>',
      '<ol><li>',
      '</li>',
      'A. ',
      'B) ',
      '[sound:',
      ']',
      '<script>',
      '&#',
      '1 0 1',
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
      const { items, remarks } = read(pieces.join(''));
      expect(items.length + remarks.length).toBeGreaterThan(0);
      for (const item of items) expect(item.question || item.remarks.length > 0).toBeTruthy();
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

test.each([
  ['gaps in gaps without end', '{{c1::'.repeat(3_000)],
  ['ends without a beginning', '}}'.repeat(9_000)],
  ['sounds that never end', '[sound:'.repeat(2_800)],
  ['tags that never end', '<style'.repeat(3_000)],
])('hostile fields are read in time: %s', (_name, field) => {
  const begin = process.cpuUsage();
  expect(read(`#separator:tab\n#html:true\n${`${field}\tx\n`.repeat(20)}`).items).toHaveLength(20);
  expect(process.cpuUsage(begin).user).toBeLessThan(1_000_000);
});
