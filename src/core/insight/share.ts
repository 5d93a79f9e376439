/** How many of how many, with the range in which the true share lies 95 times in 100, if not said otherwise. All shares are 0 to 1. */
export interface Share {
  readonly count: number;
  /** Never below `count`. */
  readonly of: number;
  /** `count / of`; 0 of nothing. */
  readonly share: number;
  /** Wilson's interval; 0 to 1 of nothing. */
  readonly low: number;
  readonly high: number;
}

/** Standard deviations on either side of the middle that hold 95 %. */
export const WITHIN_95 = 1.959_963_984_540_054;
/** The same for 80 %. */
export const WITHIN_80 = 1.281_551_565_544_6004;

/** With fewer answers than this a share says more of chance than of the learner, and is not drawn. */
export const ENOUGH_ANSWERS = 30;

/** How many more are needed before something is drawn; 0 when it can be. */
export const lacking = (count: number, enough: number = ENOUGH_ANSWERS): number =>
  Math.max(0, enough - count);

/**
 * A share with Wilson's score interval: honest with few answers, and never beyond 0 or 1.
 * @param count 0 to `of`
 * @param within how wide, in standard deviations
 */
export function shareOf(count: number, of: number, within: number = WITHIN_95): Share {
  if (of === 0) return { count: 0, of: 0, share: 0, low: 0, high: 1 };
  const share = count / of;
  const z2 = within ** 2;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half =
    (within * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of ** 2))) / (1 + z2 / of);
  return {
    count,
    of,
    share,
    // Rounding must not put the share outside of its own interval.
    low: Math.max(0, Math.min(share, middle - half)),
    high: Math.min(1, Math.max(share, middle + half)),
  };
}

/** One share less another, -1 to 1, with its interval of 95 %. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** `a` less `b`, by Newcombe's interval for independent shares (1998, method 10): it is made of Wilson's two. */
export function differenceOf(a: Share, b: Share): Difference {
  const difference = a.share - b.share;
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(a.share - a.low, b.high - b.share)),
    high: Math.min(1, difference + Math.hypot(a.high - a.share, b.share - b.low)),
  };
}

/** Whether a difference may well be none. */
export const mayBeNone = ({ low, high }: Difference): boolean => low <= 0 && high >= 0;

/** A difference of less than this changes nothing that a learner would do. */
const NEAR = 0.1;

/** Whether it is known that there is about none: that there may be none is said of too few answers, too. */
export const isAboutNone = ({ low, high }: Difference): boolean => low >= -NEAR && high <= NEAR;
