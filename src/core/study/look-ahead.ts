import type { MemoryModel, Strength } from '#core/memory/model.ts';

/**
 * What a review is worth on exam day, by looking ahead: a dynamic programme over days left, stability and difficulty.
 *
 *     V(k, S, D) = max { R(k, S), max over gaps e < k of  -price c + p V(k - e, S+, D+) + (1 - p) V(k - e, S-, D-) }
 *
 * with p = R(e, S), c the seconds that the review is expected to take, and price the worth of one second. Reviews
 * that are worth their seconds are planned, the others are not.
 */

/** Seconds that an answer takes. */
export interface Costs {
  readonly right: number;
  readonly wrong: number;
  /** The first meeting with a concept. */
  readonly fresh: number;
}

/** What can be expected of a concept: the chance to recall it on exam day, and the seconds until then. */
interface Prospect {
  /** Chance to recall less price times seconds. */
  readonly value: number;
  readonly recall: number;
  readonly seconds: number;
}

/** What is known of a concept. */
export type Standing =
  | { readonly strength: Strength; /** Days since the last review. */ readonly gap: number }
  /** Never met: the chance, 0 to 1, that it is known all the same. */
  | { readonly prior: number };

/** A concept today: asked now, or left for later. */
interface Appraisal {
  readonly now: Prospect;
  readonly later: Prospect;
  /** What the present review adds for each of its seconds; whether time is better spent elsewhere is left to the caller. */
  readonly gain: number;
}

export interface LookAhead {
  /** @param days from today to the exam, 1 to the most that the table was made for */
  readonly appraise: (standing: Standing, days: number) => Appraisal;
}

const STABILITIES = 32;
const LEAST_STABILITY = 0.05;
const MOST_STABILITY = 3000;
const DIFFICULTIES = 6;
const NODES = STABILITIES * DIFFICULTIES;
const LOG_STEP = Math.log(MOST_STABILITY / LEAST_STABILITY) / (STABILITIES - 1);
const DIFFICULTY_STEP = 9 / (DIFFICULTIES - 1);

/** Days that are worth looking at: each for a week, then in steps of about a sixth. */
export function gapsUpTo(days: number): number[] {
  const gaps: number[] = [];
  for (let gap = 1; gap < days; gap += Math.max(1, Math.round(gap / 6))) gaps.push(gap);
  return gaps;
}

const strengthAt = (node: number): Strength => ({
  stability: LEAST_STABILITY * Math.exp(Math.floor(node / DIFFICULTIES) * LOG_STEP),
  difficulty: 1 + (node % DIFFICULTIES) * DIFFICULTY_STEP,
});

/** Where strengths lie among the nodes, each as four numbers: a node and how far it is to the next in each direction. */
const FIELDS = 3;

/** Writes the spot of a strength: the node below, and the shares of the way to the next stability and difficulty. */
function locate(spots: Float64Array, at: number, stability: number, difficulty: number): void {
  const s = Math.log(Math.max(stability, LEAST_STABILITY) / LEAST_STABILITY) / LOG_STEP;
  const d = (difficulty - 1) / DIFFICULTY_STEP;
  const row = Math.min(STABILITIES - 2, Math.max(0, Math.floor(s)));
  const column = Math.min(DIFFICULTIES - 2, Math.max(0, Math.floor(d)));
  spots[at] = row * DIFFICULTIES + column;
  spots[at + 1] = Math.min(1, Math.max(0, s - row));
  spots[at + 2] = Math.min(1, Math.max(0, d - column));
}

/** The value between nodes, for so many days left. */
function between(values: Float64Array, days: number, spots: Float64Array, at: number): number {
  const node = days * NODES + (spots[at] ?? 0);
  const s = spots[at + 1] ?? 0;
  const d = spots[at + 2] ?? 0;
  const below = (values[node] ?? 0) * (1 - d) + (values[node + 1] ?? 0) * d;
  const above =
    (values[node + DIFFICULTIES] ?? 0) * (1 - d) + (values[node + DIFFICULTIES + 1] ?? 0) * d;
  return below * (1 - s) + above * s;
}

/** What does not depend on the price: made once, for all prices. Arrays of numbers, since they are read by the million. */
export interface Terrain {
  readonly model: MemoryModel;
  /** The most days to look ahead. */
  readonly days: number;
  readonly gaps: readonly number[];
  /** By node and gap: the chance to succeed, and where success and failure lead. */
  readonly chances: Float64Array;
  readonly rights: Float64Array;
  readonly wrongs: Float64Array;
  /** By days left and node: the chance to recall without another review. */
  readonly untouched: Float64Array;
}

/** @param days the most days to look ahead, 1 or more */
export function terrainOf(model: MemoryModel, days: number): Terrain {
  const gaps = gapsUpTo(days);
  const size = NODES * gaps.length;
  const chances = new Float64Array(size);
  const rights = new Float64Array(size * FIELDS);
  const wrongs = new Float64Array(size * FIELDS);
  const untouched = new Float64Array((days + 1) * NODES);
  for (let node = 0; node < NODES; node += 1) {
    const strength = strengthAt(node);
    const easier = model.difficulty(strength.difficulty, 'good');
    const harder = model.difficulty(strength.difficulty, 'again');
    gaps.forEach((gap, i) => {
      const at = node * gaps.length + i;
      const recall = model.recall(gap, strength.stability);
      chances[at] = recall;
      locate(rights, at * FIELDS, model.stability(strength, gap, recall, 'good'), easier);
      locate(wrongs, at * FIELDS, model.stability(strength, gap, recall, 'again'), harder);
    });
    for (let left = 0; left <= days; left += 1)
      untouched[left * NODES + node] = model.recall(left, strength.stability);
  }
  return { model, days, gaps, chances, rights, wrongs, untouched };
}

/** By days left and node, under the best plan. */
interface Values {
  readonly value: Float64Array;
  readonly recall: Float64Array;
  readonly seconds: Float64Array;
}

function valuesFor(terrain: Terrain, costs: Costs, price: number): Values {
  const { days, untouched } = terrain;
  const values: Values = {
    value: untouched.slice(),
    recall: untouched.slice(),
    seconds: new Float64Array(untouched.length),
  };
  for (let left = 1; left <= days; left += 1)
    for (let node = 0; node < NODES; node += 1) improve(values, terrain, costs, price, left, node);
  return values;
}

/** Takes the best gap before the next review, where any is better than none. */
function improve(
  values: Values,
  { gaps, chances, rights, wrongs }: Terrain,
  { right, wrong }: Costs,
  price: number,
  left: number,
  node: number,
): void {
  const here = left * NODES + node;
  let best = values.value[here] ?? 0;
  let chosen = -1;
  for (let i = 0; i < gaps.length; i += 1) {
    const rest = left - (gaps[i] ?? left);
    if (rest <= 0) break;
    const at = node * gaps.length + i;
    const chance = chances[at] ?? 0;
    const value =
      chance * between(values.value, rest, rights, at * FIELDS) +
      (1 - chance) * between(values.value, rest, wrongs, at * FIELDS) -
      price * (chance * right + (1 - chance) * wrong);
    if (value > best) {
      best = value;
      chosen = i;
    }
  }
  if (chosen < 0) return;
  const at = node * gaps.length + chosen;
  const rest = left - (gaps[chosen] ?? left);
  const chance = chances[at] ?? 0;
  const mean = (of: Float64Array): number =>
    chance * between(of, rest, rights, at * FIELDS) +
    (1 - chance) * between(of, rest, wrongs, at * FIELDS);
  values.value[here] = best;
  values.recall[here] = mean(values.recall);
  values.seconds[here] = mean(values.seconds) + chance * right + (1 - chance) * wrong;
}

/** What comes of a review, with so many days left after it. */
interface Prospects {
  readonly met: (prior: number, days: number) => Prospect;
  readonly reviewed: (strength: Strength, gap: number, days: number) => Prospect;
}

function prospectsOf(model: MemoryModel, values: Values, costs: Costs, price: number): Prospects {
  const known = model.first('good');
  const unknown = model.first('again');
  // Where success leads, then failure.
  const spots = new Float64Array(2 * FIELDS);
  const expected = (chance: number, days: number, cost: number): Prospect => {
    const mean = (of: Float64Array): number =>
      chance * between(of, days, spots, 0) + (1 - chance) * between(of, days, spots, FIELDS);
    return {
      value: mean(values.value) - price * cost,
      recall: mean(values.recall),
      seconds: mean(values.seconds) + cost,
    };
  };
  return {
    met(prior, days) {
      locate(spots, 0, known.stability, known.difficulty);
      locate(spots, FIELDS, unknown.stability, unknown.difficulty);
      return expected(prior, days, costs.fresh);
    },
    reviewed(strength, gap, days) {
      const chance = model.recall(gap, strength.stability);
      const after = (at: number, rating: 'good' | 'again') =>
        locate(
          spots,
          at,
          model.stability(strength, gap, chance, rating),
          model.difficulty(strength.difficulty, rating),
        );
      after(0, 'good');
      after(FIELDS, 'again');
      return expected(chance, days, costOf(costs, chance));
    },
  };
}

/**
 * Looks ahead at one price.
 * @param price what a second is worth, as a chance to recall one concept on exam day; 0 or more
 */
export function lookAhead(terrain: Terrain, costs: Costs, price: number): LookAhead {
  const { model, gaps } = terrain;
  const values = valuesFor(terrain, costs, price);
  const { met, reviewed } = prospectsOf(model, values, costs, price);
  /** The best of waiting for so many days, or for ever. */
  const waiting = (never: number, days: number, then: (wait: number) => Prospect): Prospect => {
    let best: Prospect = { value: never, recall: never, seconds: 0 };
    for (const wait of gaps) {
      if (wait >= days) break;
      const prospect = then(wait);
      if (prospect.value > best.value) best = prospect;
    }
    return best;
  };
  return {
    appraise(standing, days) {
      if ('prior' in standing) {
        const { prior } = standing;
        const later = waiting(prior, days, (wait) => met(prior, days - wait));
        return appraised(met(prior, days), later, costs.fresh, price);
      }
      const { strength, gap } = standing;
      const never = model.recall(gap + days, strength.stability);
      const later = waiting(never, days, (wait) => reviewed(strength, gap + wait, days - wait));
      const cost = costOf(costs, model.recall(gap, strength.stability));
      return appraised(reviewed(strength, gap, days), later, cost, price);
    },
  };
}

const costOf = ({ right, wrong }: Costs, chance: number): number =>
  chance * right + (1 - chance) * wrong;

/** The present review's own price is no part of its gain: today's time is there to be used. */
const appraised = (now: Prospect, later: Prospect, cost: number, price: number): Appraisal => ({
  now,
  later,
  gain: (now.value + price * cost - later.value) / cost,
});
