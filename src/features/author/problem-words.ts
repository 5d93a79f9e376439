import type { TFunction } from 'i18next';
import type { Problem } from '#core/pack/problem.ts';

type Say = TFunction<'problems'>;

/** What is wrong, in a sentence. */
export const reasonOf = (t: Say, { code, params }: Problem): string => t(code, { ...params });

/** What to do about it. */
export const remedyOf = (t: Say, { code, params }: Problem): string =>
  t(`${code}_hint`, { ...params });
