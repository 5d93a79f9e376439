import { chanceOf, logit } from '#core/memory/predict.ts';

/** The chance to pass, with the 80 % band around it; all 0 to 1, low <= chance <= high. */
export interface Chance {
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}

export interface Attempt {
  /** Expected share of the questions that will be answered right, 0 to 1. */
  readonly share: number;
  /** Questions that count, 1 or more. */
  readonly scored: number;
  /** Share of them that is needed, 0 to 1. */
  readonly pass: number;
  /** Standard deviation of that share, where the mark is not known exactly; 0 or more. */
  readonly passSpread: number;
  /** Standard deviation of the log odds of `share`: see `tauFor`. */
  readonly tau: number;
}

/** The least uncertainty about the share, in log odds, however many answers there are: memories are no formula. */
const LEAST_TAU = 0.3;

/** Nobody's share is so near to 0 or 1 that its spread vanishes. */
const NEAREST = 0.02;

const nearest = (share: number): number => Math.min(1 - NEAREST, Math.max(NEAREST, share));

/**
 * A predicted share, 0 to 1, with the model off by so many standard deviations: what is left of the uncertainty however
 * many answers there are.
 */
export const predictedAt = (share: number, deviations: number): number =>
  chanceOf(logit(nearest(share)) + deviations * LEAST_TAU);

/**
 * How uncertain the expected share is, as a standard deviation in log odds: never below .3, and more with little
 * evidence. tau^2 = .3^2 + 1 / (n p (1 - p)), the second term being the variance of an estimated log odds.
 * @param evidence pieces of evidence, above 0
 */
export function tauFor(share: number, evidence: number): number {
  const p = nearest(share);
  return Math.sqrt(LEAST_TAU ** 2 + 1 / (evidence * p * (1 - p)));
}

/** The normal distribution function. Source: Abramowitz and Stegun 7.1.26, within 1.5e-7. */
export function normalBelow(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (series * Math.exp((-x * x) / 2)) / 2;
  return x < 0 ? tail : 1 - tail;
}

/** Nine in ten lie below this many standard deviations, so eight in ten within them. */
const BAND = 1.2816;

const STEPS = 80;
const WIDEST = 4;

/** Points of a normal distribution with their weights, which add up to 1. */
const points = (() => {
  const at = Array.from({ length: STEPS + 1 }, (_, i) => -WIDEST + (2 * WIDEST * i) / STEPS);
  const total = at.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  return at.map((z) => ({ z, weight: Math.exp((-z * z) / 2) / total }));
})();

/** Right answers that are needed: 70 % of 20 are 14, and not 15 for a rounding error. */
export const neededOf = (scored: number, pass: number): number => Math.ceil(scored * pass - 1e-9);

/**
 * The chance to pass if the share were known: a binomial distribution, as a normal one. Where the mark is known, so many
 * whole questions are needed, with half a one of grace (the correction for continuity); where it is not, it lies
 * between whole questions as often above as below.
 */
function passing(share: number, { scored, pass, passSpread }: Attempt): number {
  const needed = passSpread === 0 ? neededOf(scored, pass) - 0.5 : scored * pass;
  const spread = Math.sqrt(scored * share * (1 - share) + (scored * passSpread) ** 2);
  if (spread === 0) return scored * share > needed ? 1 : 0;
  return normalBelow((scored * share - needed) / spread);
}

/**
 * The chance to pass: the mean over z ~ N(0, 1) of
 *
 *     Phi((m p_z - n) / sqrt(m p_z (1 - p_z) + (m s)^2)),   p_z = sigma(logit p + tau z)
 *
 * for m questions that count, an expected share p, and n = k - 1/2 if k right ones are needed, or n = m c for a mark c
 * with the standard deviation s. The band is what z = -1.28 and 1.28 give, and never leaves the chance itself out.
 */
export function chanceToPass(attempt: Attempt): Chance {
  const odds = logit(attempt.share);
  const at = (z: number): number => passing(chanceOf(odds + attempt.tau * z), attempt);
  const chance = Math.min(
    1,
    points.reduce((sum, { z, weight }) => sum + weight * at(z), 0),
  );
  return {
    chance,
    low: Math.min(chance, at(-BAND)),
    high: Math.max(chance, at(BAND)),
  };
}

const likelihoods = ['very-unlikely', 'unlikely', 'open', 'likely', 'very-likely'] as const;
/** A chance in words. */
export type Likelihood = (typeof likelihoods)[number];

/** Whole percent, rounded down: 1 to 99, since neither is ever certain. */
export const percentOf = (chance: number): number =>
  Math.min(99, Math.max(1, Math.floor(chance * 100)));

/** From these percents upwards the next word holds. */
const steps = [10, 35, 65, 90];

/** The word for a chance, by its percent rounded down. */
export function likelihood(chance: number): Likelihood {
  const percent = percentOf(chance);
  return likelihoods[steps.filter((step) => percent >= step).length] ?? 'very-likely';
}
