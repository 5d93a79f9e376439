import type { ConceptKey } from '#core/ids.ts';
import type { MemoryModel } from '#core/memory/model.ts';
import { hashText } from '#core/random.ts';
import { lookAhead, terrainOf, type Costs, type LookAhead, type Standing } from './look-ahead.ts';

/**
 * The plan to an exam date: what each concept is worth asking today, and what a number of minutes a day comes to.
 * The price of a second is fitted so that all planned seconds are those that are left; a heavy domain pays less.
 */

/** A concept as the plan sees it. */
export interface Planned {
  readonly key: ConceptKey;
  readonly standing: Standing;
  /** What it counts for in the exam, relative to the others; above 0. */
  readonly weight: number;
}

export interface PlanInput {
  readonly concepts: readonly Planned[];
  readonly model: MemoryModel;
  readonly costs: Costs;
  /** From today to the exam, 1 or more. */
  readonly days: number;
  /** Seconds that will really be studied until then. */
  readonly seconds: number;
}

/** What some time in all comes to. */
export interface Outlook {
  /** Seconds until the exam. */
  readonly seconds: number;
  /** Share of the concepts that will have been met, each counted once, 0 to 1. */
  readonly met: number;
  /** Expected share that is recalled on exam day, by weight, 0 to 1. */
  readonly recall: number;
}

export interface Plan {
  /** What is worth asking today, the most worth first: gain by second, times weight. */
  readonly order: readonly ConceptKey[];
  /** From no time at all to the most; `outlookAt` reads between them. */
  readonly outlooks: readonly Outlook[];
}

/** Prices of a second, as a chance to recall one concept of weight 1: each rung by the same factor above the last. */
const RUNGS = 10;
const LEAST_PRICE = 1e-5;
const MOST_PRICE = 2e-2;
const LOG_RUNG = Math.log(MOST_PRICE / LEAST_PRICE) / (RUNGS - 1);
const rungs = Array.from({ length: RUNGS }, (_, rung) => LEAST_PRICE * Math.exp(rung * LOG_RUNG));

/** So many concepts say what all of them need. */
const SAMPLE = 500;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

const weightedMean = (numbers: readonly number[], weights: readonly number[]): number =>
  sum(numbers.map((number, i) => number * (weights[i] ?? 0))) / sum(weights);

/** The number at a place between two rungs; beyond the ends, that of the end. */
function atRung(numbers: readonly number[], place: number): number {
  const below = Math.min(RUNGS - 1, Math.max(0, Math.floor(place)));
  const above = Math.min(RUNGS - 1, below + 1);
  const share = Math.min(1, Math.max(0, place - below));
  return (numbers[below] ?? 0) * (1 - share) + (numbers[above] ?? 0) * share;
}

/** A price that a weight makes cheaper or dearer, as a shift along the ladder. */
const shiftOf = (weight: number): number => -Math.log(weight) / LOG_RUNG;

/** What one concept comes to at each rung. */
interface Course {
  readonly weight: number;
  readonly seconds: readonly number[];
  readonly recall: readonly number[];
  /** 1 where it will have been met. */
  readonly met: readonly number[];
}

function courseOf(
  { standing, weight }: Planned,
  ladder: readonly LookAhead[],
  days: number,
): Course {
  const best = ladder.map((look) => {
    const { now, later } = look.appraise(standing, days);
    return now.value > later.value ? now : later;
  });
  const isNew = 'prior' in standing;
  return {
    weight,
    seconds: best.map(({ seconds }) => seconds),
    recall: best.map(({ recall }) => recall),
    met: best.map(({ seconds }) => (isNew && seconds === 0 ? 0 : 1)),
  };
}

function outlookOf(courses: readonly Course[], rung: number, scale: number): Outlook {
  const weights = courses.map(({ weight }) => weight);
  const each = (of: 'seconds' | 'recall' | 'met'): number[] =>
    courses.map((course) => atRung(course[of], rung + shiftOf(course.weight)));
  return {
    seconds: sum(each('seconds')) * scale,
    met: mean(each('met')),
    recall: weightedMean(each('recall'), weights),
  };
}

/** What there is without another second: what is known is not all forgotten by then. */
function untouched(concepts: readonly Planned[], model: MemoryModel, days: number): Outlook {
  const weights = concepts.map(({ weight }) => weight);
  const met = concepts.map(({ standing }) => ('prior' in standing ? 0 : 1));
  const recall = concepts.map(({ standing }) =>
    'prior' in standing
      ? standing.prior
      : model.recall(standing.gap + days, standing.strength.stability),
  );
  return { seconds: 0, met: mean(met), recall: weightedMean(recall, weights) };
}

/** Where on the ladder all planned seconds are those that there are. */
function placeFor(outlooks: readonly Outlook[], seconds: number): number {
  const enough = outlooks.findIndex((outlook) => outlook.seconds <= seconds);
  if (enough < 0) return RUNGS - 1;
  if (enough === 0) return 0;
  const dearer = outlooks[enough]?.seconds ?? 0;
  const cheaper = outlooks[enough - 1]?.seconds ?? 0;
  return enough - (seconds - dearer) / Math.max(1e-9, cheaper - dearer);
}

/** By a hash of their names: always the same ones, and no pattern in their order can bend the picture. */
const sampled = (concepts: readonly Planned[]): readonly Planned[] =>
  concepts.length <= SAMPLE
    ? concepts
    : concepts
        .map((concept) => ({ concept, place: hashText(concept.key) }))
        .toSorted((a, b) => a.place - b.place)
        .slice(0, SAMPLE)
        .map(({ concept }) => concept);

/**
 * Plans for an exam. The same input gives the same plan, to the bit.
 * Source of the method: an index policy with a fitted price for time (Whittle's relaxation) over FSRS-6.
 */
export function planFor({ concepts, model, costs, days, seconds }: PlanInput): Plan {
  if (concepts.length === 0) return { order: [], outlooks: [] };
  const terrain = terrainOf(model, days);
  const ladder = rungs.map((price) => lookAhead(terrain, costs, price));
  const sample = sampled(concepts);
  const courses = sample.map((concept) => courseOf(concept, ladder, days));
  const scale = concepts.length / sample.length;
  const outlooks = rungs.map((_, rung) => outlookOf(courses, rung, scale));
  const place = placeFor(outlooks, seconds);
  const looks = new Map<number, LookAhead>();
  const lookFor = (weight: number): LookAhead => {
    const rung = Math.round(Math.min(RUNGS - 1, Math.max(0, place + shiftOf(weight))));
    const found = looks.get(weight) ?? ladder[rung];
    if (found === undefined) throw new Error('a rung is missing');
    looks.set(weight, found);
    return found;
  };
  const worth = concepts
    .map(({ key, standing, weight }) => ({
      key,
      gain: lookFor(weight).appraise(standing, days).gain * weight,
    }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain || (a.key < b.key ? -1 : 1));
  return {
    order: worth.map(({ key }) => key),
    outlooks: [untouched(sample, model, days), ...outlooks.toReversed()],
  };
}

/**
 * What so many seconds in all come to.
 * @param outlooks of a plan, not empty
 */
export function outlookAt(outlooks: readonly Outlook[], seconds: number): Outlook {
  const least = outlooks[0];
  if (least === undefined) throw new Error('a plan without an outlook');
  const above = outlooks.findIndex((outlook) => outlook.seconds >= seconds);
  const high = outlooks.at(above) ?? least;
  const low = outlooks.at(Math.max(0, above - 1)) ?? least;
  const width = high.seconds - low.seconds;
  const share = width <= 0 ? 1 : Math.min(1, (seconds - low.seconds) / width);
  const between = (a: number, b: number): number => a + (b - a) * share;
  return {
    seconds,
    met: between(low.met, high.met),
    recall: between(low.recall, high.recall),
  };
}

/** By rounding alone a share of all can be a little less. */
const ALL = 0.999;

/** Whether every concept will have been met. */
export const meetsAll = ({ met }: Pick<Outlook, 'met'>): boolean => met >= ALL;

/** The least seconds with which every concept will have been met; `null` when no time is enough. */
export function secondsToMeetAll(outlooks: readonly Outlook[]): number | null {
  const all = outlooks.findIndex(meetsAll);
  return all < 0 ? null : (outlooks[all]?.seconds ?? null);
}
