import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { instant } from '#core/time.ts';
import { createI18n } from '#i18n/i18n.ts';
import { noneBrought, type NotKept } from '#state/backup/brought.ts';
import { broughtWords } from './part-words.ts';

const wordsIn = async (language: 'en' | 'ja'): Promise<TFunction<'settings'>> =>
  (await createI18n(language, ['settings'])).getFixedT(language, 'settings');

const title = { en: 'Night', ja: '夜' };

const reasons: readonly (readonly [NotKept['why'], RegExp, RegExp])[] = [
  ['full', /no room for Night/, /夜 は空きがなく/],
  ['unavailable', /Night could not be stored: .* its database/, /夜 は、ブラウザーのデータベース/],
  ['newer', /Night could not be stored: a newer Mondo/, /夜 は、.*新しい Mondo/],
  ['unread', /Night did not come in: what is here could not be read/, /夜 は、.*読み取れなかった/],
  ['behind', /Night did not come in: meanwhile another draft/, /夜 は、.*同じ名前の下書き/],
  ['stopped', /Night did not come in: the import broke off/, /夜 は、.*中断/],
];

test.each(reasons)('why something did not come in is said: %s', async (why, en, ja) => {
  const brought = { ...noneBrought, notKept: [{ kind: 'draft' as const, title, why }] };
  expect(broughtWords(await wordsIn('en'), brought, 'en')).toEqual([expect.stringMatching(en)]);
  expect(broughtWords(await wordsIn('ja'), brought, 'ja')).toEqual([expect.stringMatching(ja)]);
});

test('a pack that came in may have been here before: nobody says that it was added', async () => {
  const brought = { ...noneBrought, packs: [{ id: 'x', title, digest: '', addedAt: instant(0) }] };
  expect(broughtWords(await wordsIn('en'), brought, 'en')).toEqual(['1 pack came in: “Night”.']);
  expect(broughtWords(await wordsIn('ja'), brought, 'ja')).toEqual([
    '問題集 1 件を読み込みました：「夜」',
  ]);
});
