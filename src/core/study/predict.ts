/** The chance to answer wrong what one knows: a misreading, a slip of the finger. */
const SLIP = 0.05;

/**
 * The chance to answer right, 0 to 1: R (1 - slip) + (1 - R) g.
 * @param recall chance to recall the concept, 0 to 1
 * @param guess chance to be right by guessing, 0 to 1 (1/k for one of k)
 */
export const chanceRight = (recall: number, guess: number, slip: number = SLIP): number =>
  recall * (1 - slip) + (1 - recall) * guess;
