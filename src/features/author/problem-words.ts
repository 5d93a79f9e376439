import type { TFunction } from 'i18next';
import { sentenceGap, type Language } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';

type Say = TFunction<'problems'>;

/** What is wrong, in a sentence. */
export const reasonOf = (t: Say, { code, params }: Problem): string => t(code, { ...params });

/** What to do about it. */
export const remedyOf = (t: Say, { code, params }: Problem): string =>
  t(`${code}_hint`, { ...params });

/** Both, one after the other. */
export const problemWords = (t: Say, language: Language, problem: Problem): string =>
  [reasonOf(t, problem), remedyOf(t, problem)].join(sentenceGap(language));
