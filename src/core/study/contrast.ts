import { scenarioKey, type ConceptKey, type ScenarioKey, type Slug } from '#core/ids.ts';
import type { Confusion } from '#core/insight/confusion.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { PackKeys } from '#core/pack/library.ts';

const CONFUSED_OFTEN = 2;
const PER_SIDE = 2;

/**
 * The concepts of each pair that was confused twice (in either direction), side by side, until each of them has been
 * answered right on a later day. So the next session has them, and every one after it until they are told apart.
 */
export function pendingContrasts(
  learner: Learner,
  found: readonly Confusion[],
): (readonly ConceptKey[])[] {
  return oftenConfused(found).map((pair) => {
    const lastDay = Math.max(...pair.map((confusion) => confusion.lastDay));
    const sides = new Set([
      ...pair.flatMap(({ concepts }) => concepts.slice(0, PER_SIDE)).slice(0, PER_SIDE),
      ...pair.flatMap(({ contrasts }) => contrasts.slice(0, PER_SIDE)).slice(0, PER_SIDE),
    ]);
    return [...sides].filter((concept) => {
      const state = learner.concepts.get(concept);
      return state === undefined || !state.lastRight || state.memory.day <= lastDay;
    });
  });
}

/** A for B and B for A are one pair: where the first of them stands, the one that comes later named first. */
function oftenConfused(found: readonly Confusion[]): Confusion[][] {
  const byRight = new Map<Slug, Confusion[][]>();
  const pairs: Confusion[][] = [];
  for (const confusion of found) {
    const { pack, right, taken } = confusion;
    const reverse = byRight
      .get(taken)
      ?.find(([other]) => other?.taken === right && other.pack === pack);
    if (reverse !== undefined) {
      reverse.unshift(confusion);
      continue;
    }
    const pair = [confusion];
    pairs.push(pair);
    const known = byRight.get(right);
    if (known === undefined) byRight.set(right, [pair]);
    else known.push(pair);
  }
  return pairs.filter((pair) => pair.reduce((sum, { times }) => sum + times, 0) >= CONFUSED_OFTEN);
}

/** The scenarios in which one side of a pair is right: both directions. */
export function contrastScenarios(
  pair: readonly [Slug, Slug],
  keys: readonly PackKeys[],
): ReadonlySet<ScenarioKey> {
  const found = new Set<ScenarioKey>();
  for (const { uid, scenarios } of keys) {
    for (const { concept, id, options } of scenarios) {
      const isSide = options.some(
        ({ right, standsFor }) => right && standsFor !== undefined && pair.includes(standsFor),
      );
      if (isSide || pair.includes(concept)) found.add(scenarioKey(uid, concept, id));
    }
  }
  return found;
}
