import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpuTime } from '#formats/cpu-time.ts';
import type { Imported } from '#formats/imported.ts';
import { flaws } from '#formats/readers-for-tests.ts';
import { readMoodleXml } from './read.ts';
import { answer, question, quiz, read, text } from './sample.ts';

/** Files that are nearly sound: each field is well meant, empty, odd or hostile. */
const odd = fc.oneof(
  fc.constantFrom(
    'The [[1]] [[2]]?',
    'a {1:MC:=b~c} {1:MC:b~=c}',
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
  '5',
);
const names = fc.constantFrom(
  ...'answer text feedback questiontext name single subquestion tags tag file selectoption dragbox'.split(
    ' ',
  ),
  ...'group hint units tolerance fraction category image image_base64 idnumber usecase'.split(' '),
  ...'generalfeedback question'.split(' '),
);
const mostly = fc.nat(30).map((dice) => dice > 0);

const element = fc.letrec<{ node: string }>((tie) => ({
  node: fc
    .tuple(
      names,
      attribute,
      attribute,
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        odd,
        fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
      ),
      mostly,
    )
    .map(
      ([name, format, fraction, inside, isClosed]) =>
        `<${name} format="${format}" fraction="${fraction}" type="cloze">${inside}${isClosed ? `</${name}>` : ''}`,
    ),
})).node;

const types = fc.constantFrom(
  ...'multichoice truefalse shortanswer numerical matching ddmatch ordering gapselect ddwtos'.split(
    ' ',
  ),
  ...'cloze multianswer calculatedmulti essay category x'.split(' '),
);
const share = fc.constantFrom(100, 50, 33.33333, 0, -50);

/** Parts that every type finds some of its own among. */
const part = fc.oneof(
  fc.tuple(share, odd, odd).map(([fraction, words, why]) => answer(fraction, words, why)),
  fc
    .tuple(odd, odd)
    .map(
      ([prompt, choice]) =>
        `<subquestion>${text(prompt)}<answer>${text(choice)}</answer></subquestion>`,
    ),
  fc
    .tuple(fc.constantFrom('selectoption', 'dragbox'), odd, fc.nat(2))
    .map(([name, words, group]) => `<${name}>${text(words)}<group>${group}</group></${name}>`),
);

const nearly = fc
  .tuple(types, odd, fc.array(part, { maxLength: 12 }), fc.array(element, { maxLength: 2 }))
  .map(([type, stem, parts, rest]) => question(type, stem, parts.join('') + rest.join('')));

const expectReport = (imported: Imported): void => {
  expect(flaws(imported)).toEqual([]);
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
        fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.nat(1_000)),
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
