import { expect, test } from 'vitest';
import { letters } from './letters.ts';
import { codesOf, inOption, inText, packWith, paragraph, sampleScenario } from './sample.ts';

const one = sampleScenario('harbour', 0);

test.each([
  'Option B is dearer.',
  'See choice 3.',
  '選択肢 A は高くつきます。',
  '選択肢イは誤りです。',
])('"%s" names an option by its letter', (text) => {
  const why = paragraph(text);
  const changed = inOption(one, 'en', 'rope', (option) => ({ ...option, why }));
  expect(codesOf(letters, packWith(changed))).toEqual(['letter_named']);
});

test.each([
  'The first option is dearer.',
  'Option 1-byte needs room.',
  'Choose Plan B.',
  '選択肢は 4 つあります。',
])('"%s" does not', (text) => {
  expect(codesOf(letters, packWith(inText(one, 'en', { decides: paragraph(text) })))).toEqual([]);
});
