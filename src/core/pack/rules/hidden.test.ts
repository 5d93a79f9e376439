import { expect, test } from 'vitest';
import { hiddenCharacters } from './hidden.ts';
import { inOption, packWith, samplePack, sampleScenario } from './sample.ts';

const withOption = (text: string) =>
  packWith(
    inOption(sampleScenario('harbour', 0), 'en', 'rope', (option) => ({ ...option, text: [text] })),
  );

test.each([
  ['turned round', 'Use the \u202Eepor\u202C', 'U+202E'],
  ['with a zero-width blank', 'Use the ro\u200Bpe', 'U+200B'],
  ['with a joiner between Latin letters', 'Use the ro\u200Dpe', 'U+200D'],
  ['with a joiner at its beginning', '\u200Crope', 'U+200C'],
  ['with a tag', 'rope\u{E0041}', 'U+E0041'],
  ['with a control character', 'rope\u0007', 'U+0007'],
])('an option %s is warned about, and the character named', (_how, text, character) => {
  expect(hiddenCharacters(withOption(text))).toEqual([
    {
      severity: 'warning',
      code: 'hidden_characters',
      path: ['concepts', 'night-work', 'scenarios', 'harbour', 'text', 'en', 'options', 'rope'],
      params: { character },
    },
  ]);
});

test.each([
  ['a joined picture', '👩\u200D🚒 rope'],
  ['Persian with a non-joiner', 'می\u200Cخواهم'],
  ['lines and tabs', 'rope\tand\nline'],
  ['a full-width blank', 'ロープ　を'],
])('%s is as it should be', (_what, text) => {
  expect(hiddenCharacters(withOption(text))).toEqual([]);
});

test('titles and the names of authors are looked at too', () => {
  const pack = samplePack({
    title: { en: 'Sam\u200Bple', ja: '見本' },
    authors: [{ name: 'Some\u2066body' }],
  });
  expect(hiddenCharacters(pack).map(({ path }) => path)).toEqual([['title', 'en'], ['authors']]);
});
