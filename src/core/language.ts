/** A language code as packs use it (`en`, `ja`, `pt-BR`); a pack may have up to eight. */
export type Language = string;

/** The languages that the interface itself speaks. */
export const interfaceLanguages = ['en', 'ja'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export const isInterfaceLanguage = (code: string): code is InterfaceLanguage =>
  interfaceLanguages.some((language) => language === code);

/** What stands between two sentences. */
export const sentenceGap = (language: Language): string => (language === 'ja' ? '' : ' ');

/** The same thing in several languages. */
export type Localized<T> = { readonly [language: Language]: T | undefined };

/**
 * The language in which something is shown: the chosen one, else the source, else en, else ja, else the first there is.
 * @returns undefined only when nothing is there in any language
 */
export function shownLanguage(
  available: readonly Language[],
  chosen: Language,
  source?: Language,
): Language | undefined {
  const wanted = [chosen, ...(source === undefined ? [] : [source]), 'en', 'ja'];
  return wanted.find((code) => available.includes(code)) ?? available[0];
}

/** The value to show, by the same order as `shownLanguage`. */
export function localized<T>(
  texts: Localized<T>,
  chosen: Language,
  source?: Language,
): T | undefined {
  const available = Object.keys(texts).filter((code) => texts[code] !== undefined);
  const language = shownLanguage(available, chosen, source);
  return language === undefined ? undefined : texts[language];
}
