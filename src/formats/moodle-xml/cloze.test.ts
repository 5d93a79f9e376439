import { expect, test } from 'vitest';
import { readGapText } from './cloze.ts';
import { codes, item, question, quiz, taken } from './sample.ts';
import { cpuTime } from '#formats/cpu-time.ts';

const cloze = (stem: string) => quiz(question('cloze', stem, ''));

test('the little language of gaps, with signs that a backslash protects', () => {
  const { around, gaps } = readGapText(
    'a {1:MC:=x\\}y#wh\\#y~%50%z\\\\~b} c {2:SHORTANSWER_C:%100%p~*#no} {d} {:NM:=3:0.1}',
  );
  expect(around).toEqual(['a ', ' c ', ' {d} ', '']);
  expect(gaps).toEqual([
    {
      type: 'one',
      answers: [
        { html: 'x}y', feedback: 'wh#y', fraction: 100 },
        { html: 'z\\', feedback: '', fraction: 50 },
        { html: 'b', feedback: '', fraction: 0 },
      ],
    },
    {
      type: 'exact',
      answers: [
        { html: 'p', feedback: '', fraction: 100 },
        { html: '*', feedback: 'no', fraction: 0 },
      ],
    },
    { type: 'number', answers: [{ html: '3:0.1', feedback: '', fraction: 100 }] },
  ]);
});

test.each(['MULTICHOICE', 'MCV', 'MCHS', 'MULTICHOICE_H', 'MULTICHOICE_VS', 'MCS'])(
  'one gap of type %s is a single choice',
  (type) => {
    const xml = cloze(`<p>Roses are {1:${type}:blue#No.~=red~%0%green}.</p>`);
    expect(taken(xml)).toMatchObject({
      kind: 'single',
      options: [{ right: false }, { right: true }, { right: false }],
      text: {
        en: {
          question: ['Roses are ____.'],
          options: [{ text: ['blue'], why: [{ children: ['No.'] }] }, {}, {}],
        },
      },
    });
  },
);

test('one gap of another type is what it would be alone', () => {
  expect(taken(cloze('x {1:MR:=a~=b~c}'))).toMatchObject({ kind: 'multiple', choose: 2 });
  expect(taken(cloze('x {1:SA:=a &amp; b~=c}'))).toMatchObject({
    kind: 'short',
    compare: 'prose',
    answers: [{ texts: ['a & b'] }, { texts: ['c'] }],
  });
  expect(taken(cloze('x {1:SAC:=a}'))).toMatchObject({ kind: 'short', compare: 'exact' });
  expect(taken(cloze('x {1:NUMERICAL:=5:0}'))).toMatchObject({ answers: [{ texts: ['5'] }] });
  expect(codes(cloze('x {1:NM:=5:0.5}'))).toEqual(['moodle-tolerance']);
});

test('several gaps with the same words are pairs', () => {
  const xml = cloze('Oslo: {1:MC:=Norway~Chile}<br>Lima, no, Arica: {2:MC:Norway~%100%Chile}');
  expect(taken(xml)).toMatchObject({
    kind: 'matching',
    prompts: [{ choice: 'c' }, { choice: 'd' }],
    choices: ['c', 'd'],
    text: {
      en: {
        situation: [{ children: ['Oslo: (1)'] }],
        question: ['Lima, no, Arica: (2)'],
        options: [{ text: ['(1)'] }, { text: ['(2)'] }, { text: ['Norway'] }, { text: ['Chile'] }],
      },
    },
  });
});

test.each([
  ['words that differ', '{1:MC:=a~b} {1:MC:=a~c}'],
  ['typed answers', '{1:SA:=a} {1:SA:=b}'],
  ['several right words in one gap', '{1:MC:=a~=b} {1:MC:a~=b}'],
])('several gaps with %s are not taken', (_name, stem) => {
  expect(item(cloze(stem)).remarks).toEqual([{ code: 'moodle-gaps', params: { count: 2 } }]);
});

test('reasons of single gaps are lost among several, which is said', () => {
  expect(codes(cloze('{1:MC:=a~b#no} {1:MC:a~=b}'))).toEqual(['moodle-feedback']);
});

test.each(['no gap', '{1:MC:=a~b', '{1:XX:=a~b}', '{}'])(
  'without a gap nothing is taken: %s',
  (stem) => {
    expect(codes(cloze(stem))).toEqual(['moodle-no-gap']);
  },
);

test('gaps without end take no time', () => {
  for (const piece of ['{1:MC:', '{1:MC:=a~b}', '{1:MC:\\}', '\\', '~', '{1:MC:=a#', '}'])
    expect(cpuTime(() => readGapText(`{1:MC:${piece.repeat(200_000)}`))).toBeLessThan(1_000);
});
