import type { Language } from '#core/language.ts';

/** How the two options of a true/false question read; Moodle says them in the language of the learner. */
export function truthWords(language: Language): readonly [string, string] {
  return /^ja\b/.test(language) ? ['正しい', '誤り'] : ['True', 'False'];
}
