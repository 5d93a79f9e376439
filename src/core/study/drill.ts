import { scenarioBelow, type ScenarioKey } from '#core/ids.ts';
import type { Filter } from '#core/journal/event.ts';
import { learnerDay, type Learner } from '#core/journal/learner-state.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import { seeded, shuffled } from '#core/random.ts';
import type { Clock } from '#core/time.ts';
import { contrastScenarios } from './contrast.ts';
import { interleaved, neighboursIn } from './interleave.ts';
import { candidates, choicesFor, itemOf, type Candidate, type Item } from './item.ts';
import type { Choice } from './pick.ts';

export interface DrillOptions {
  readonly filter: Filter;
  readonly seed: number;
  /** Needed for contrasts by term. */
  readonly keys?: readonly PackKeys[] | undefined;
}

/**
 * The questions of a drill: by pack, domain, concept; missed, flagged or unseen ones, or a contrast; as many as
 * `filter.size` says, else all. Concepts take turns; a missed one is asked once. Suspended, buried and reserve ones
 * are left out. The same learner, day and seed give the same list.
 */
export function drill(
  learner: Learner,
  library: readonly PackIndex[],
  clock: Clock,
  { filter, seed, keys = [] }: DrillOptions,
): Item[] {
  const isWanted = filterOf(learner, filter, keys);
  const day = learnerDay(learner, clock);
  const inScope = candidates(learner, library, day, filter.pack).filter(
    ({ concept }) =>
      (filter.domain === undefined || concept.domain === filter.domain) &&
      (filter.concept === undefined || concept.id === filter.concept),
  );
  const perConcept = filter.only === 'missed' ? 1 : Infinity;
  const pools: Item[][] = [];
  for (const candidate of shuffled(inScope, seeded(seed))) {
    // The first round alone will do.
    if (pools.length === filter.size) break;
    const choices = choicesFor(learner, candidate, day);
    const wanted = choices.filter((choice) => isWanted(candidate, choice)).slice(0, perConcept);
    if (wanted.length > 0)
      pools.push(wanted.map((choice) => itemOf(candidate, 'drill', choice, choices)));
  }
  const items = inRounds(pools).slice(0, filter.size);
  return interleaved(items, neighboursIn(library, items));
}

/** The first of each list, then the second of each, and so on. */
function inRounds(pools: readonly (readonly Item[])[]): Item[] {
  const rounds = pools.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: rounds }, (_, round) =>
    pools.flatMap((pool) => pool.slice(round, round + 1)),
  ).flat();
}

type IsWanted = (candidate: Candidate, choice: Choice) => boolean;

const scenarioOf = ({ key }: Candidate, { scenario }: Choice): ScenarioKey =>
  scenarioBelow(key, scenario);

function filterOf(learner: Learner, filter: Filter, keys: readonly PackKeys[]): IsWanted {
  const { flagged } = learner.marks;
  switch (filter.only ?? 'all') {
    case 'all':
      return () => true;
    case 'missed':
      return ({ state }) => state?.lastRight === false;
    case 'flagged':
      return (candidate, choice) =>
        flagged.has(candidate.key) || flagged.has(scenarioOf(candidate, choice));
    case 'unseen':
      return (candidate, choice) => !learner.scenarios.has(scenarioOf(candidate, choice));
    case 'contrast': {
      const { pair } = filter;
      if (pair === undefined) return () => false;
      const sides = contrastScenarios(pair, keys);
      return (candidate, choice) =>
        sides.has(scenarioOf(candidate, choice)) || pair.includes(candidate.concept.id);
    }
  }
}
