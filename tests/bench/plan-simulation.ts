import { conceptKey } from '#core/ids.ts';
import { fitted, type Review } from '#core/memory/fit.ts';
import { memoryModel, type MemoryModel, type Strength } from '#core/memory/model.ts';
import type { Rating } from '#core/memory/rating.ts';
import { strengthAfter, strengthBy } from '#core/memory/strength.ts';
import { seeded, shuffled, type Random } from '#core/random.ts';
import { planFor, type Planned } from '#core/study/plan.ts';

// Simulated learners whose true memory is unlike the assumed one, studying for an exam under several rules.
// Every rule meets the same learners (paired seeds), sees only right or wrong and how sure, and starts with the
// average learner's parameters.

const CONCEPTS = 500;
const DAYS = 30;
const PRIOR = 0.3;
const GUESS = 0.25;
const SURE_IF_KNOWN = 0.8;
const SURE_IF_GUESSED = 0.15;
const COSTS = { right: 25, wrong: 45, fresh: 50 };
const NEW_A_DAY = 17;

export interface Setting {
  readonly minutes: number;
  /** Share of days on which nothing is studied. */
  readonly skipped: number;
}

/** What a rule knows of a concept: nothing of what is true. */
interface Seen {
  strength: Strength | null;
  /** The day of the last answer. */
  day: number;
  readonly reviews: Review[];
  /** SM-2. */
  ease: number;
  interval: number;
  repetitions: number;
}

interface Truth {
  readonly model: MemoryModel;
  strength: Strength | null;
  day: number;
  readonly known: boolean;
}

interface Today {
  readonly day: number;
  readonly seconds: number;
  readonly random: Random;
  /** Days on which something was studied, and days that have passed. */
  readonly studied: number;
}

/** The concepts to ask today, the first first; what there is no time for is left. */
type Rule = (seen: readonly Seen[], today: Today) => readonly number[];

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Learners forget faster than assumed on the whole, and differ; so do concepts. */
function truths(random: Random): Truth[] {
  const own = 0.5 * normal(random);
  const decay = 0.3 + 0.3 * normal(random);
  const growth = 0.3 * normal(random);
  const lapse = 0.3 * normal(random);
  return Array.from({ length: CONCEPTS }, () => ({
    model: memoryModel({ first: own + 0.5 * normal(random), decay, growth, lapse }),
    strength: null,
    day: 0,
    known: random() < PRIOR,
  }));
}

const all = Array.from({ length: CONCEPTS }, (_, i) => i);
const average = memoryModel();

const recallOf = ({ strength, day }: Seen, on: number, model = average): number =>
  strength === null ? PRIOR : model.recall(on - day, strength.stability);

const isNew = ({ strength }: Seen): boolean => strength === null;
const byRecall =
  (seen: readonly Seen[], day: number) =>
  (a: number, b: number): number =>
    recallOf(at(seen, a), day) - recallOf(at(seen, b), day) || a - b;

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error('an index left the list');
  return item;
}

const fresh = (seen: readonly Seen[]): number[] =>
  all.filter((i) => isNew(at(seen, i))).slice(0, NEW_A_DAY);
const met = (seen: readonly Seen[], day: number): number[] =>
  all.filter((i) => !isNew(at(seen, i)) && at(seen, i).day < day);

const dueByRecall = (seen: readonly Seen[], day: number): number[] =>
  met(seen, day)
    .filter((i) => recallOf(at(seen, i), day) <= 0.9)
    .toSorted(byRecall(seen, day));

const aheadByRecall = (seen: readonly Seen[], day: number): number[] =>
  met(seen, day)
    .filter((i) => recallOf(at(seen, i), day) > 0.9)
    .toSorted(byRecall(seen, day));

const reviewsFirst: Rule = (seen, { day }) => [...dueByRecall(seen, day), ...fresh(seen)];
const newFirst: Rule = (seen, { day }) => [
  ...fresh(seen),
  ...dueByRecall(seen, day),
  ...aheadByRecall(seen, day),
];
const random: Rule = (_, today) => shuffled(all, today.random);
const superMemo: Rule = (seen, { day }) => [
  ...met(seen, day)
    .filter((i) => at(seen, i).day + at(seen, i).interval <= day)
    .toSorted(
      (a, b) => at(seen, a).day + at(seen, a).interval - at(seen, b).day - at(seen, b).interval,
    ),
  ...fresh(seen),
];

/** What is gained by exam day for each second, if nothing else were ever asked. */
const greedy: Rule = (seen, { day }) => {
  const gain = (i: number): number => {
    const { strength, day: last } = at(seen, i);
    const left = DAYS - day;
    if (strength === null) {
      const right = average.recall(left, average.first('good').stability);
      const wrong = average.recall(left, average.first('again').stability);
      return (PRIOR * right + (1 - PRIOR) * wrong - PRIOR) / COSTS.fresh;
    }
    const gap = day - last;
    const p = average.recall(gap, strength.stability);
    const after = (rating: Rating) =>
      average.recall(left, average.stability(strength, gap, p, rating));
    const recall = p * after('good') + (1 - p) * after('again');
    const cost = p * COSTS.right + (1 - p) * COSTS.wrong;
    return (recall - average.recall(gap + left, strength.stability)) / cost;
  };
  const gains = all.map(gain);
  return all
    .filter((i) => isNew(at(seen, i)) || at(seen, i).day < day)
    .toSorted((a, b) => at(gains, b) - at(gains, a));
};

/** Days between two fits: a fit of yesterday is still good. */
const REFIT = 3;

const lookingAhead = (): Rule => {
  let model = average;
  let fittedOn = -REFIT;
  return (seen, { day, seconds, studied }) => {
    if (day - fittedOn >= REFIT) {
      model = memoryModel(fitted(seen.map(({ reviews }) => reviews)));
      fittedOn = day;
    }
    const names = all.map((i) => conceptKey('simulated', String(i)));
    const number = new Map(names.map((name, i) => [name, i]));
    const strengths = seen.map(({ reviews }) => strengthBy(model, reviews));
    // Before a week has passed, one skipped day says little.
    const availability = day < 7 ? 1 : studied / day;
    const left = DAYS - day;
    const { order } = planFor({
      concepts: names.flatMap((key, i): Planned[] => {
        const strength = at(strengths, i);
        const gap = day - at(seen, i).day;
        if (strength === null) return [{ key, weight: 1, standing: { prior: PRIOR } }];
        return gap === 0 ? [] : [{ key, weight: 1, standing: { strength, gap } }];
      }),
      model,
      costs: COSTS,
      days: left,
      seconds: seconds * (1 + (left - 1) * availability),
    });
    return order.map((key) => number.get(key) ?? 0);
  };
};

export const rules: readonly { readonly name: string; readonly make: () => Rule }[] = [
  { name: 'FSRS .90, reviews first', make: () => reviewsFirst },
  { name: 'SM-2', make: () => superMemo },
  { name: 'random', make: () => random },
  { name: 'new first', make: () => newFirst },
  { name: 'myopic greedy', make: () => greedy },
  { name: 'ours: look-ahead', make: lookingAhead },
];

/** One answer: what is true of the learner moves on, and so does what the rules see. */
function answer(truth: Truth, seen: Seen, day: number, dice: Random): number {
  const isFirst = truth.strength === null;
  const gap = day - truth.day;
  const recalls =
    truth.strength === null
      ? truth.known
      : dice() < truth.model.recall(gap, truth.strength.stability);
  const right = recalls || dice() < GUESS;
  const sure = dice() < (recalls ? SURE_IF_KNOWN : SURE_IF_GUESSED);
  truth.strength = strengthAfter(truth.model, truth.strength, {
    gap,
    rating: recalls ? 'good' : 'again',
  });
  truth.day = day;
  const rating: Rating = !right ? 'again' : sure ? 'good' : 'hard';
  seen.reviews.push({ gap: isFirst ? 0 : gap, right, rating, chance: GUESS });
  seen.strength = strengthAfter(average, seen.strength, { gap, rating });
  seen.day = day;
  schedule(seen, rating);
  if (isFirst) return COSTS.fresh;
  return right ? COSTS.right : COSTS.wrong;
}

/** SM-2 as its author published it in 1990. */
function schedule(seen: Seen, rating: Rating): void {
  const quality = rating === 'again' ? 2 : rating === 'hard' ? 3 : 4;
  seen.ease = Math.max(1.3, seen.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
  if (quality < 3) {
    seen.repetitions = 0;
    seen.interval = 1;
    return;
  }
  seen.repetitions += 1;
  if (seen.repetitions === 1) seen.interval = 1;
  else seen.interval = seen.repetitions === 2 ? 6 : Math.round(seen.interval * seen.ease);
}

/** Mean true chance to recall on exam day. */
export function simulate(rule: Rule, { minutes, skipped }: Setting, seed: number): number {
  const learners = truths(seeded(seed));
  const days = seeded(seed + 1);
  const dice = seeded(seed + 2);
  const own = seeded(seed + 3);
  const seen = all.map((): Seen => ({
    strength: null,
    day: -1,
    reviews: [],
    ease: 2.5,
    interval: 0,
    repetitions: 0,
  }));
  let studied = 0;
  for (let day = 0; day < DAYS; day += 1) {
    if (days() < skipped) continue;
    const seconds = minutes * 60;
    let left = seconds;
    for (const i of rule(seen, { day, seconds, random: own, studied })) {
      if (left <= 0) break;
      left -= answer(at(learners, i), at(seen, i), day, dice);
    }
    studied += 1;
  }
  const recalls = learners.map(({ model, strength, day, known }) =>
    strength === null ? Number(known) : model.recall(DAYS - day, strength.stability),
  );
  return recalls.reduce((sum, recall) => sum + recall, 0) / CONCEPTS;
}
