import type { ConceptKey } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { memoryModel, type Personal } from '#core/memory/model.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { daysBetween, type StudyDay } from '#core/time.ts';
import { costsOf, secondsUntil, type Budget } from './budget.ts';
import { candidates } from './item.ts';
import type { Costs, Standing } from './look-ahead.ts';
import { planFor, type Plan, type Planned } from './plan.ts';

/** What a plan is made from: plain data, that a worker can be handed. */
export interface PlanAsk {
  readonly concepts: readonly Planned[];
  readonly personal: Personal;
  readonly costs: Costs;
  /** From today to the exam, 0 on its day. */
  readonly days: number;
  /** Seconds that will really be studied until then. */
  readonly seconds: number;
}

/** In the last days and on that of the exam nothing is met for the first time: it would not stay. */
export const LAST_DAYS = 3;

/** The chance that somebody who has never met a concept here knows it all the same. */
const PRIOR = 0.3;

/**
 * What the plan of a day is made from. The same learner, packs and day give the same.
 * @param weights what each concept counts for in the exam
 * @param budget the time from that day to the exam
 * @param exam the day of it, today or later
 */
export function planAsk(
  learner: Learner,
  packs: readonly PackIndex[],
  weights: ReadonlyMap<ConceptKey, number>,
  budget: Budget,
  day: StudyDay,
  exam: StudyDay,
): PlanAsk {
  const concepts = candidates(learner, packs, day).flatMap(({ key, state }): Planned[] => {
    const weight = weights.get(key);
    if (weight === undefined) return [];
    if (state === undefined) return [{ key, weight, standing: { prior: PRIOR } }];
    const { stability, difficulty, day: last } = state.memory;
    const gap = daysBetween(last, day);
    return [{ key, weight, standing: { strength: { stability, difficulty }, gap } }];
  });
  return {
    concepts,
    personal: learner.settings.personal,
    costs: costsOf(learner),
    days: daysBetween(day, exam),
    seconds: secondsUntil(budget, budget.set),
  };
}

const isDone = (standing: Standing): boolean => 'gap' in standing && standing.gap === 0;

/** Below this chance to recall it on the day, a concept is at risk. */
const SAFE = 0.9;

/** The last days: what is at risk on the day of the exam, by what it counts. */
function atRisk({ concepts, personal, days }: PlanAsk): ConceptKey[] {
  const model = memoryModel(personal);
  const recall = (standing: Standing): number =>
    'prior' in standing ? 1 : model.recall(standing.gap + days, standing.strength.stability);
  return concepts
    .map(({ key, standing, weight }) => ({ key, weight, risk: 1 - recall(standing) }))
    .filter(({ risk }) => risk > 1 - SAFE)
    .toSorted((a, b) => b.risk * b.weight - a.risk * a.weight || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

/** Makes the plan of a day. The same input gives the same plan, to the bit. */
export function planOf(ask: PlanAsk): Plan {
  const { concepts, personal, costs, days, seconds } = ask;
  const { order, outlooks } =
    days <= LAST_DAYS
      ? { order: atRisk(ask), outlooks: [] }
      : planFor({ concepts, model: memoryModel(personal), costs, days, seconds });
  // What was answered today is not asked again today.
  const done = new Set(concepts.flatMap(({ key, standing }) => (isDone(standing) ? key : [])));
  return { order: order.filter((key) => !done.has(key)), outlooks };
}
