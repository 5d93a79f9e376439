/** How often what is known is answered wrongly all the same: a misreading, a slip of the finger. */
const SLIP = 0.02;

/**
 * The chance to answer right, 0 to 1: R (1 - slip) + (1 - R) g.
 * @param recall chance to recall the concept, 0 to 1
 * @param guess chance to be right by guessing, 0 to 1 (1/k for one of k)
 */
export const chanceRight = (recall: number, guess: number): number =>
  recall * (1 - SLIP) + (1 - recall) * guess;

/** How far one answer moves the bias. */
const STEP = 0.1;

/** Beyond these a logit says nothing more. */
const LEAST = 1e-4;

/** Logarithm of the odds of a chance; a certain one counts as nearly so. */
export const logit = (chance: number): number => {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, chance));
  return Math.log(inside / (1 - inside));
};

/** The chance, 0 to 1, with such log odds. */
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** A chance moved by a bias in log odds; without any it stays to the bit. */
export const biased = (chance: number, bias: number): number =>
  bias === 0 ? chance : chanceOf(logit(chance) + bias);

/**
 * The running bias of predictions after one more answer: stochastic gradient descent on its log loss.
 * @param predicted the biased chance, 0 to 1, that was predicted for the answer
 * @param weight what the answer counts for, 0 to 1
 */
export const biasAfter = (bias: number, predicted: number, right: boolean, weight = 1): number =>
  bias + weight * STEP * ((right ? 1 : 0) - predicted);
