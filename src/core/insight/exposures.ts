import type { Exposure } from './evidence.ts';
import type { ScopedAnswer } from './scope.ts';
import { differenceOf, lacking, shareOf, type Difference, type Share } from './share.ts';

export interface ExposureShare {
  readonly exposure: Exposure;
  readonly right: Share;
  /** Answers that are still needed before it is drawn. */
  readonly lacking: number;
}

export interface Exposures {
  /** In the order of getting to know. */
  readonly shares: readonly ExposureShare[];
  /**
   * How much better the learner is on scenarios seen before than on new ones of concepts that are known: what may be
   * the picture rather than the rule. `null` while either has too few answers.
   */
  readonly gap: Difference | null;
}

const order: readonly Exposure[] = ['first-meeting', 'new-scenario', 'repeat'];

/** What was answered again on the same day is still in the ear: it says neither what is known nor what is memorised. */
const isOnLaterDay = ({ exposure, recall }: ScopedAnswer): boolean =>
  exposure === 'first-meeting' || recall !== null;

/**
 * What is known against what is memorised. A first meeting is shown and compared with nothing: what was never taught
 * can't be known.
 */
export function exposures(answers: readonly ScopedAnswer[]): Exposures {
  const shares = order.map((exposure): ExposureShare => {
    const of = answers.filter((answer) => answer.exposure === exposure && isOnLaterDay(answer));
    const right = shareOf(of.filter((answer) => answer.right).length, of.length);
    return { exposure, right, lacking: lacking(of.length) };
  });
  const [, fresh, seen] = shares;
  const isEnough = fresh?.lacking === 0 && seen?.lacking === 0;
  return { shares, gap: isEnough ? differenceOf(seen.right, fresh.right) : null };
}
