import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpuTime } from '#formats/cpu-time.ts';
import type { Imported } from '#formats/imported.ts';
import { readMoodleXml } from './read.ts';
import { answer, faultsOf, question, quiz, read } from './sample.ts';

/** Files that are nearly sound: each field is well meant, empty, odd or hostile. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    '<p>a</p><p>b?</p>',
    '&lt;',
    '<b>',
    '</p>',
    '<![CDATA[',
    ']]>',
    '\0',
    '\ud800',
    '{1:MC:=a~b}',
    '{1:SA:=a}',
    '{1:NM:=5:0.1}',
    '{1:MC:',
    '[[1]]',
    '[[2]] [[1]]',
    '[[99]]',
    '<span lang="ja" class="multilang">あ</span><span lang="en" class="multilang">a</span>',
    '{mlang ja}',
    '{mlang}',
    '<img src="@@PLUGINFILE@@/a.png">',
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
    '*',
    '5',
    '1e999',
    '-0',
    '3,5',
    'true',
    'false',
    '__proto__',
    '<table><td>',
    '- a\n- b',
    '`',
    '<bdi class="mondo-decides">',
    '<p class="mondo-right-when"><data>x</data>',
  ),
  fc.string({ maxLength: 8 }),
);
const attribute = fc.constantFrom(
  '',
  'html',
  'markdown',
  'plain_text',
  'moodle_auto_format',
  '100',
  '50',
  '0',
  '-50',
  'x',
  '1e999',
  '5',
);
const element: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc
    .tuple(
      fc.constantFrom(
        'answer',
        'text',
        'feedback',
        'questiontext',
        'name',
        'single',
        'subquestion',
        'tags',
        'tag',
        'file',
        'selectoption',
        'dragbox',
        'group',
        'hint',
        'units',
        'tolerance',
        'fraction',
        'category',
        'image',
        'image_base64',
        'idnumber',
        'usecase',
        'generalfeedback',
        'question',
      ),
      attribute,
      attribute,
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        odd,
        fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
      ),
      fc.boolean(),
    )
    .map(
      ([name, format, fraction, inside, isClosed]) =>
        `<${name} format="${format}" fraction="${fraction}" type="cloze">${inside}${isClosed || inside.length > 20 ? `</${name}>` : ''}`,
    ),
})).node;

const types = fc.constantFrom(
  'multichoice',
  'truefalse',
  'shortanswer',
  'numerical',
  'matching',
  'ddmatch',
  'ordering',
  'gapselect',
  'ddwtos',
  'cloze',
  'multianswer',
  'calculatedmulti',
  'essay',
  'category',
  'x',
  '',
);
const nearly = fc
  .tuple(
    types,
    odd,
    fc.array(fc.tuple(fc.constantFrom(100, 50, 33.33333, 0, -50), odd, odd), { maxLength: 5 }),
    fc.array(element, { maxLength: 5 }),
  )
  .map(([type, stem, given, rest]) =>
    question(
      type,
      stem,
      given.map(([share, words, why]) => answer(share, words, why)).join('') + rest.join(''),
    ),
  );

const expectReport = (imported: Imported): void => {
  expect(faultsOf(imported)).toEqual([]);
  expect(imported.items.length + imported.remarks.length).toBeGreaterThan(0);
  for (const { question: found, remarks } of imported.items)
    expect(found !== undefined || remarks.length === 1).toBe(true);
};

/** For the whole of 10,000 files, on a machine that has other work too. */
const PATIENCE = 300_000;

test(
  'whatever a file holds, each question is in the report, and what is taken is sound',
  () => {
    fc.assert(
      fc.property(
        fc.array(nearly, { maxLength: 3 }),
        fc.option(fc.nat(1_000), { nil: undefined }),
        (questions, end) => {
          const xml = quiz(...questions).slice(0, end);
          const done: Imported[] = [];
          expect(cpuTime(() => done.push(read(xml)))).toBeLessThan(1_000);
          done.forEach(expectReport);
        },
      ),
      { numRuns: 10_000 },
    );
  },
  PATIENCE,
);

test(
  'whatever bytes come, there is a report',
  () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const file = { name: 'x', bytes: Uint8Array.from(bytes), language: 'en' };
        const { items, remarks } = readMoodleXml(file);
        expect(items.length + remarks.length).toBeGreaterThan(0);
      }),
      { numRuns: 10_000 },
    );
  },
  PATIENCE,
);
