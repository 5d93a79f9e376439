import { expect, test } from 'vitest';
import { cpuTime } from '#formats/cpu-time.ts';
import type { Imported } from '#formats/imported.ts';
import { answer, question, quiz, read, text } from './sample.ts';

/** Files that are too much for somebody. Other work on the machine may make them long, but not the processor's time. */

const answers = answer(100, 'a') + answer(0, 'b');
const PATIENCE = 60_000;

function inTime(xml: string): Imported {
  const done: Imported[] = [];
  expect(cpuTime(() => done.push(read(xml)))).toBeLessThan(3_000);
  const [imported] = done;
  if (!imported) throw new Error('nothing was read');
  return imported;
}

const ordinary = question(
  'multichoice',
  '<p>A farm on a hill grows <b>beans</b>, and the rain comes late.</p><p>What should be done?</p>',
  `<generalfeedback format="html">${text('<p>The rain decides.</p>')}</generalfeedback>
  ${answer(100, '<p>Water</p>', '<p>It is dry.</p>')}${answer(0, 'Wait', 'No.').repeat(3)}
  <tags><tag><text>farm</text></tag></tags>`,
);

test(
  '5,000 questions take less than three seconds',
  () => {
    const imported = inTime(quiz(ordinary.repeat(5_000)));
    expect(imported.items.filter(({ question: found }) => found)).toHaveLength(5_000);
  },
  PATIENCE,
);

const many = 100_000;
const hundredThousand: readonly (readonly [
  name: string,
  type: string,
  stem: string,
  rest: () => string,
])[] = [
  ['choices', 'multichoice', 'x?', () => answer(100, 'y') + answer(0, 'x').repeat(many)],
  ['accepted answers', 'shortanswer', 'x?', () => answer(100, 'y').repeat(many)],
  ['numbers', 'numerical', 'x?', () => answer(100, '5').repeat(many)],
  ['steps', 'ordering', 'x?', () => answer(1, 'x').repeat(many)],
  [
    'pairs',
    'matching',
    'x?',
    () => '<subquestion><text>a</text><answer><text>b</text></answer></subquestion>'.repeat(many),
  ],
  [
    'gaps',
    'gapselect',
    '[[1]]'.repeat(many),
    () => '<selectoption><text>a</text></selectoption>'.repeat(1_000),
  ],
  ['gaps of the little language', 'cloze', '{1:MC:=a~b}'.repeat(many), () => ''],
  ['words in one gap', 'cloze', `{1:MC:=a${'~b'.repeat(many)}}`, () => ''],
  [
    'tags',
    'multichoice',
    'x?',
    () => `${answers}<tags>${'<tag><text>a</text></tag>'.repeat(many)}</tags>`,
  ],
  ['hints', 'multichoice', 'x?', () => answers + '<hint><text>a</text></hint>'.repeat(many)],
  ['languages', 'multichoice', '{mlang ja}x?{mlang}'.repeat(many), () => answers],
  [
    'pictures that are not there',
    'multichoice',
    '<img src="@@PLUGINFILE@@/x">'.repeat(2_000),
    () => answers + '<file name="y"/>'.repeat(900),
  ],
];

test.each(hundredThousand)(
  '100,000 %s are one question',
  (_name, type, stem, rest) => {
    expect(inTime(quiz(question(type, stem, rest()))).items).toHaveLength(1);
  },
  PATIENCE,
);

test(
  'HTML nested without end is taken by its words',
  () => {
    const stem = `${'<b>'.repeat(50_000)}x?${'</b>'.repeat(50_000)}`;
    const [found] = inTime(quiz(question('multichoice', stem, answers))).items;
    expect(found?.question?.kind).toBe('single');
  },
  PATIENCE,
);

test('elements nested without end are left out, which is said', () => {
  const xml = `<quiz>${'<a>'.repeat(50_000)}${question('multichoice', 'x?', answers)}`;
  expect(inTime(xml).remarks.map(({ code }) => code)).toContain('xml-too-deep');
});

test('entities that grow are not expanded', () => {
  const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
  const stem = question('multichoice', '', answers).replace('<![CDATA[]]>', '&e9;?');
  const xml = `<!DOCTYPE quiz [<!ENTITY e0 "ha">${bomb.join('')}]><quiz>${stem}</quiz>`;
  const { items, remarks } = inTime(xml);
  expect(items[0]?.question?.text['en']?.question).toEqual(['&e9;?']);
  expect(remarks.map(({ code }) => code)).toContain('xml-doctype');
});
