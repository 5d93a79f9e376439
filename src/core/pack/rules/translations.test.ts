import { expect, test } from 'vitest';
import { codesOf, inText, packOf, packWith, samplePack, sampleScenario } from './sample.ts';
import { optionTranslations, translations } from './translations.ts';

const one = sampleScenario('harbour', 0);
const english = one.text['en'];
const options = one.text['ja']?.options ?? [];

test('a pack that is whole in every language is accepted', () => {
  expect(codesOf(translations, samplePack())).toEqual([]);
  expect(codesOf(optionTranslations, samplePack())).toEqual([]);
});

test('a scenario without one of the languages is found', () => {
  const found = translations(packWith({ text: { en: english } }));
  expect(found).toMatchObject([{ code: 'translation_missing', params: { language: 'ja' } }]);
});

test.each([
  ['the title', samplePack({ title: { en: 'Sample' } })],
  ['the summary', samplePack({ summary: { en: 'A sample.' } })],
  ['a domain', samplePack({ domains: [{ id: 'nights', title: { en: 'Nights' }, weight: 100 }] })],
  ['a term', samplePack({ terms: [{ id: 'lamp', title: { en: 'lamp' } }] })],
  [
    'the banner of a change',
    packWith({ change: { was: { en: 'a', ja: 'あ' }, now: { en: 'b' } } }),
  ],
  [
    'a case',
    samplePack({ cases: [{ id: 'case', text: { en: { title: 'Case', situation: [] } } }] }),
  ],
])('%s without a translation is found', (_what, pack) => {
  expect(codesOf(translations, pack)).toEqual(['translation_missing']);
});

test('a language that the pack does not promise is not asked for', () => {
  const pack = { ...packOf({ ...one, text: { en: english } }), languages: ['en'] };
  expect(codesOf(translations, pack)).toEqual([]);
});

test('an option that a translation leaves out is found', () => {
  const found = optionTranslations(packWith(inText(one, 'ja', { options: options.slice(0, 3) })));
  expect(found).toMatchObject([{ code: 'option_untranslated', params: { id: 'drum' } }]);
});

test('an option that stands in a translation alone is found', () => {
  const extra = [...options, { id: 'horn', text: ['笛'] }];
  const found = optionTranslations(packWith(inText(one, 'ja', { options: extra })));
  expect(found).toMatchObject([{ code: 'option_unknown', params: { id: 'horn' } }]);
});

test('another order than in the source is found once', () => {
  const found = optionTranslations(packWith(inText(one, 'ja', { options: options.toReversed() })));
  expect(found).toMatchObject([{ code: 'option_order_differs', params: { id: 'drum' } }]);
});
