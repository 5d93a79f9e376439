import type { TFunction } from 'i18next';
import { localized, type Localized } from '#core/language.ts';
import type { Brought } from '#state/backup/brought.ts';
import type { LeftOut } from '#state/backup/collect.ts';

type Words = TFunction<'settings'>;

/** What a pack or draft is called, in the language of the interface where it has one. */
export function partTitle(
  t: Words,
  kind: 'pack' | 'draft',
  title: Localized<string>,
  language: string,
): string {
  const words = localized(title, language)?.trim() ?? '';
  return words === '' ? t(`${kind}Untitled`) : words;
}

/** Titles one after the other, each marked as one. */
export const listOf = (t: Words, titles: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(
    titles.map((title) => t('partQuoted', { title })),
  );

/** Why something is not in a backup. */
export const leftOutWords = (t: Words, { kind, title, why }: LeftOut, language: string): string =>
  t(`leftOut-${why}`, { title: partTitle(t, kind, title, language) });

/** What came in beside answers, and what did not. */
export function broughtWords(t: Words, brought: Brought, language: string): readonly string[] {
  const { packs, drafts, notKept } = brought;
  const titles = (kind: 'pack' | 'draft', parts: readonly { title: Localized<string> }[]) =>
    listOf(
      t,
      parts.map(({ title }) => partTitle(t, kind, title, language)),
      language,
    );
  return [
    ...(packs.length === 0
      ? []
      : [t('importedPacks', { count: packs.length, titles: titles('pack', packs) })]),
    ...(drafts.length === 0
      ? []
      : [t('importedDrafts', { count: drafts.length, titles: titles('draft', drafts) })]),
    ...notKept.map(({ kind, title, why }) =>
      t(`notKept-${why}`, { title: partTitle(t, kind, title, language) }),
    ),
  ];
}
