import type { ScenarioKey, Slug } from '#core/ids.ts';
import type { Blueprint } from './blueprint.ts';
import type { Form } from './form.ts';
import { questionKey } from './pool.ts';

/**
 * What became of a question. Nothing chosen is wrong; `void` is what cannot be judged, since the question is gone or
 * what is right has changed between the answer and the review: it does not count.
 */
export type Outcome = 'right' | 'wrong' | 'unanswered' | 'void';

/** So many of so many, and how many pass. */
export interface Tally {
  readonly right: number;
  readonly total: number;
  /** The fewest right answers that are enough. */
  readonly needed: number;
}

/** A number that was observed, with the band in which the true one is likely to lie. */
export interface Banded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a form came to. */
export interface Score extends Tally {
  readonly isPassed: boolean;
  /** Questions that nobody could judge. */
  readonly voided: number;
  /**
   * 0 to 1, with a band that holds the share of all questions of this kind, of which the form is a sample, 8 times in
   * 10. It says nothing of the next form, which varies by itself as well.
   */
  readonly share: Banded;
  /** The same on the blueprint's scale, if it were linear on either side of the mark; `null` for percent. */
  readonly points: Banded | null;
  readonly domains: readonly (Tally & { readonly domain: Slug })[];
}

/** The middle 80 % of a normal distribution. */
const Z = 1.2815515655446004;

/** All or nothing, unanswered is wrong, no penalty; what is not scored or cannot be judged does not count. */
export function scoreOf(
  { blueprint, questions }: Form,
  outcomes: ReadonlyMap<ScenarioKey, Outcome>,
): Score {
  const scored = questions
    .filter(({ isScored }) => isScored)
    .map((question) => ({
      domain: question.domain,
      outcome: outcomes.get(questionKey(question)) ?? 'unanswered',
    }));
  const counted = scored.filter(({ outcome }) => outcome !== 'void');
  const tally = (some: typeof counted): Tally => ({
    right: some.filter(({ outcome }) => outcome === 'right').length,
    total: some.length,
    needed: neededOf(blueprint, some.length),
  });
  const whole = tally(counted);
  const share = bandOf(whole);
  return {
    ...whole,
    isPassed: whole.total > 0 && whole.right >= whole.needed,
    voided: scored.length - counted.length,
    share,
    points: pointsOf(blueprint, share),
    domains: blueprint.domains.flatMap(({ id }) => {
      const own = counted.filter(({ domain }) => domain === id);
      return own.length === 0 ? [] : [{ domain: id, ...tally(own) }];
    }),
  };
}

/** Whole numbers throughout: 70 % of 10 are 7, whatever a computer makes of 0.7 times 10. */
const neededOf = ({ pass }: Pick<Blueprint, 'pass'>, total: number): number =>
  Math.ceil(Number(((pass * total) / 100).toFixed(9)));

/** Wilson's interval: it holds for few questions, and at none or all right. */
function bandOf({ right, total }: Tally): Banded {
  if (total === 0) return { value: 0, low: 0, high: 1 };
  const value = right / total;
  const square = (Z * Z) / total;
  const middle = (value + square / 2) / (1 + square);
  const half = (Z * Math.sqrt((value * (1 - value)) / total + square / total / 4)) / (1 + square);
  return {
    value,
    low: Math.max(0, Math.min(value, middle - half)),
    high: Math.min(1, Math.max(value, middle + half)),
  };
}

/** The mark stands where it is, so that points and verdict never contradict each other. */
function pointsOf({ scale, pass }: Blueprint, share: Banded): Banded | null {
  if (scale === null) return null;
  const mark = pass / 100;
  const point = (part: number): number =>
    part < mark || mark >= 1
      ? scale.min + ((scale.pass - scale.min) * part) / Math.max(mark, Number.EPSILON)
      : scale.pass + ((scale.max - scale.pass) * (part - mark)) / (1 - mark);
  const within = (part: number): number =>
    Math.min(scale.max, Math.max(scale.min, point(Math.min(1, Math.max(0, part)))));
  return { value: within(share.value), low: within(share.low), high: within(share.high) };
}
