import type { Language } from '#core/language.ts';
import type { ScopedAnswer } from './scope.ts';
import { differenceOf, lacking, shareOf, type Difference, type Share } from './share.ts';

export interface LanguageShare {
  readonly language: Language;
  readonly right: Share;
  /** Answers that are still needed before it is drawn. */
  readonly lacking: number;
}

export interface LanguageShares {
  /** The one with most answers first. */
  readonly shares: readonly LanguageShare[];
  /** The first less the second, where both have enough answers. */
  readonly difference: Difference | null;
}

/** How often the learner was right, by the language that was on the screen. */
export function languageShares(answers: readonly ScopedAnswer[]): LanguageShares {
  const counts = new Map<Language, { of: number; right: number }>();
  for (const { language, right } of answers) {
    const count = counts.get(language) ?? { of: 0, right: 0 };
    counts.set(language, count);
    count.of += 1;
    count.right += Number(right);
  }
  const shares = [...counts]
    .map(([language, { of, right }]) => ({
      language,
      right: shareOf(right, of),
      lacking: lacking(of),
    }))
    .toSorted((a, b) => b.right.of - a.right.of);
  const [first, second] = shares;
  const isEnough = first?.lacking === 0 && second?.lacking === 0;
  return { shares, difference: isEnough ? differenceOf(first.right, second.right) : null };
}
