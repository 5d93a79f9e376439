import { sitting, type Sitting } from '#core/insight/cohort.ts';
import { baseBrier, brier, reliability } from '#core/insight/reliability.ts';
import type { Prediction } from '#core/insight/track-record.ts';
import type { TrueMemoryName } from '#core/insight/true-memory.ts';

// Many simulated learners, and how what was predicted of them compares with what came.

const names: readonly TrueMemoryName[] = ['perturbed', 'act-r', 'steep'];

/** Forgets in a way that no numbers of the assumed memory can follow: some are shown, but are no part of the targets. */
const beyondReach: TrueMemoryName = 'exponential';

export const memories: readonly TrueMemoryName[] = [...names, beyondReach];

/** The seeds of a memory's learners: each memory has a range of its own. */
export const seedOf = (name: TrueMemoryName, i: number): number =>
  100_000 * (memories.indexOf(name) + 1) + i;

/** How many learners have it, of so many for each of the others. */
export const sizeOf = (name: TrueMemoryName, each: number): number =>
  name === beyondReach ? Math.ceil(each / 4) : each;

export interface Target {
  readonly what: string;
  readonly isMet: boolean;
}

export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly predicted: number;
  readonly came: number;
  /** Within this the share lies in 99 of 100 cases if the predictions are right. */
  readonly least: number;
  readonly most: number;
}

export interface Score {
  readonly name: string;
  readonly learners: number;
  /** Learners for whom the gate was still shut. */
  readonly shut: number;
  readonly passed: number;
  readonly base: number;
  readonly ours: number;
  readonly oracle: number;
}

export interface Report {
  readonly scores: readonly Score[];
  readonly bins: readonly Bin[];
  readonly oracleBins: readonly Bin[];
  /** Of predictions of single answers. */
  readonly answers: { readonly count: number; readonly ours: number; readonly base: number };
  readonly answerBins: readonly Bin[];
  readonly targets: readonly Target[];
}

/** The least k with at least such a share of a binomial distribution at or below it. */
function quantile(count: number, p: number, below: number): number {
  let logTerm = count * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  let k = 0;
  while (sum < below && k < count) {
    logTerm += Math.log((count - k) / (k + 1)) + Math.log(p / (1 - p));
    k += 1;
    sum += Math.exp(logTerm);
  }
  return k;
}

const binsOf = (predictions: readonly Prediction[]): Bin[] =>
  reliability(predictions).map(({ from, predicted, real: { of: count, share: came } }) => ({
    from,
    count,
    predicted,
    came,
    least: quantile(count, predicted, 0.005) / count,
    most: quantile(count, predicted, 0.995) / count,
  }));

type Judged = Sitting & { readonly predicted: number };

const isJudged = (each: Sitting): each is Judged => each.predicted !== null;
const ours = ({ predicted, passed }: Judged): Prediction => ({ predicted, right: passed });
const theirs = ({ oracle, passed }: Sitting): Prediction => ({ predicted: oracle, right: passed });

function scoreOf(name: string, sittings: readonly Sitting[]): Score {
  const judged = sittings.filter(isJudged);
  return {
    name,
    learners: sittings.length,
    shut: sittings.length - judged.length,
    passed: judged.filter(({ passed }) => passed).length / judged.length,
    base: baseBrier(judged.map(ours)) ?? 0,
    ours: brier(judged.map(ours)) ?? 0,
    oracle: brier(judged.map(theirs)) ?? 0,
  };
}

const ENOUGH = 150;
const POINTS = 0.1;
const BEYOND = 0.05;
const WORSE = 1.3;

/** How far a share lies beyond an interval. */
const beyond = ({ came, least, most }: Bin): number => Math.max(0, least - came, came - most);

const targetsOf = (bins: readonly Bin[], { ours: score, oracle }: Score): Target[] => [
  {
    what: `bins with ${ENOUGH} or more learners within 10 points`,
    isMet: bins.every(
      ({ count, came, predicted }) => count < ENOUGH || Math.abs(came - predicted) <= POINTS,
    ),
  },
  {
    what: 'no bin outside its 99 % binomial interval by more than 5 points',
    isMet: bins.every((bin) => beyond(bin) <= BEYOND),
  },
  {
    what: `Brier at most 1.3 times the oracle’s (it is ${(score / oracle).toFixed(2)} times)`,
    isMet: score <= WORSE * oracle,
  },
];

/** @param each learners of each true memory */
export function report(each: number): Report {
  const group = (name: TrueMemoryName) => ({
    name,
    sittings: Array.from({ length: sizeOf(name, each) }, (_, i) => sitting(name, seedOf(name, i))),
  });
  const groups = names.map(group);
  const apart = group(beyondReach);
  const all = groups.flatMap(({ sittings }) => sittings);
  const judged = all.filter(isJudged);
  const answers = judged.flatMap((one) => one.answers);
  const bins = binsOf(judged.map(ours));
  const whole = scoreOf('all three', all);
  return {
    scores: [
      ...groups.map(({ name, sittings }) => scoreOf(name, sittings)),
      whole,
      scoreOf(apart.name, apart.sittings),
    ],
    bins,
    oracleBins: binsOf(judged.map(theirs)),
    answers: {
      count: answers.length,
      ours: brier(answers) ?? 0,
      base: baseBrier(answers) ?? 0,
    },
    answerBins: binsOf(answers),
    targets: targetsOf(bins, whole),
  };
}
