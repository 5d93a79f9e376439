import { localized, shownLanguage, type Language, type Localized } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';

/** A name of a pack in the language that is shown for the chosen one; its id if it has none. */
export const nameIn = (
  pack: Pick<PackIndex, 'languages'>,
  { id, title }: { readonly id: string; readonly title: Localized<string> },
  chosen: Language,
): string => localized(title, chosen, pack.languages[0]) ?? id;

interface NameProps {
  readonly pack: Pick<PackIndex, 'languages'>;
  readonly of: { readonly id: string; readonly title: Localized<string> };
  readonly language: Language;
}

/** The same, marked as being in its language. */
export function Name({ pack, of, language }: NameProps) {
  const languages = Object.keys(of.title).filter((code) => of.title[code] !== undefined);
  return (
    <span lang={shownLanguage(languages, language, pack.languages[0])}>
      {nameIn(pack, of, language)}
    </span>
  );
}
