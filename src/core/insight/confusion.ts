import {
  conceptKey,
  scenarioBelow,
  type ConceptKey,
  type PackUid,
  type ScenarioKey,
  type Slug,
} from '#core/ids.ts';
import type { ConceptState, ScenarioState, WrongAnswers } from '#core/journal/learner-state.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import { studyDay, type StudyDay } from '#core/time.ts';
import { forEachConcept } from './concept-keys.ts';
import { isStale } from './stale.ts';

/** Something that was taken for something else: concepts or terms, by what the options stand for. */
export interface Confusion {
  readonly pack: PackUid;
  /** What would have been right. */
  readonly right: Slug;
  /** What was chosen instead. */
  readonly taken: Slug;
  readonly times: number;
  readonly lastDay: StudyDay;
  /** The concepts in which it happened. */
  readonly concepts: readonly ConceptKey[];
  /** Other concepts, in which `taken` is right. */
  readonly contrasts: readonly ConceptKey[];
}

/** As much of a learner as tells of confusions. */
export interface Mistakes {
  readonly concepts: ReadonlyMap<ConceptKey, Pick<ConceptState, 'answers' | 'right'>>;
  readonly scenarios: ReadonlyMap<ScenarioKey, Pick<ScenarioState, 'keyRev' | 'wrong'>>;
}

type KeyedScenario = PackKeys['scenarios'][number];

interface Tally {
  readonly right: Slug;
  readonly taken: Slug;
  times: number;
  lastDay: StudyDay;
  readonly concepts: ConceptKey[];
}

interface Tallies {
  /** By what was right, then by what was taken for it. */
  readonly byRight: Map<Slug, Map<Slug, Tally>>;
  /** As they were found. */
  readonly inOrder: Tally[];
}

/**
 * The pairs that this learner mixes up, the most frequent first. "I don't know" confuses nothing; answers given
 * under another key do not count; options that stand for nothing, or for the same, tell nothing.
 */
export function confusions(
  learner: Mistakes,
  library: readonly PackIndex[],
  keys: readonly PackKeys[],
): Confusion[] {
  return library
    .flatMap((pack) => {
      const packKeys = keys.find(({ uid }) => uid === pack.uid);
      return packKeys === undefined ? [] : packConfusions(learner, pack, packKeys);
    })
    .toSorted((a, b) => b.times - a.times || b.lastDay - a.lastDay);
}

function packConfusions(learner: Mistakes, pack: PackIndex, keys: PackKeys): Confusion[] {
  const keyed = byConcept(keys);
  const tallies: Tallies = { byRight: new Map(), inOrder: [] };
  forEachConcept(pack, (concept, key) => {
    const known = learner.concepts.get(key);
    // Where nothing was answered wrong there is nothing to look up.
    if (known === undefined || known.right === known.answers) return;
    for (const scenario of concept.scenarios) {
      const state = learner.scenarios.get(scenarioBelow(key, scenario.id));
      if (!state?.wrong || isStale(state, scenario)) continue;
      const withKeys = keyed.get(concept.id)?.findLast(({ id }) => id === scenario.id);
      if (withKeys !== undefined) tally(tallies, key, withKeys, state.wrong);
    }
  });
  const rightIn = conceptsByRight(pack.uid, keyed, tallies);
  return tallies.inOrder.map(({ right, taken, times, lastDay, concepts }) => {
    const contrasts = (rightIn.get(taken) ?? []).filter((concept) => !concepts.includes(concept));
    return { pack: pack.uid, right, taken, times, lastDay, concepts, contrasts };
  });
}

type Keyed = ReadonlyMap<Slug, readonly KeyedScenario[]>;

function byConcept({ scenarios }: PackKeys): Keyed {
  const found = new Map<Slug, KeyedScenario[]>();
  for (const scenario of scenarios) {
    const known = found.get(scenario.concept);
    if (known === undefined) found.set(scenario.concept, [scenario]);
    else known.push(scenario);
  }
  return found;
}

/** What was chosen wrongly, against each right option that was left: as often as both can have met. */
function tally(
  tallies: Tallies,
  concept: ConceptKey,
  { options }: KeyedScenario,
  wrong: WrongAnswers,
): void {
  const timesOf = (option: Slug): number => wrong.chosen.find(([id]) => id === option)?.[1] ?? 0;
  for (const right of options) {
    if (!right.right || right.standsFor === undefined) continue;
    const left = wrong.times - timesOf(right.id);
    if (left === 0) continue;
    for (const taken of options) {
      if (taken.right || taken.standsFor === undefined || taken.standsFor === right.standsFor)
        continue;
      const times = Math.min(left, timesOf(taken.id));
      if (times === 0) continue;
      const pair = tallyOf(tallies, right.standsFor, taken.standsFor);
      pair.times += times;
      pair.lastDay = studyDay(Math.max(pair.lastDay, wrong.lastDay));
      // The scenarios of a concept come in a row.
      if (pair.concepts.at(-1) !== concept) pair.concepts.push(concept);
    }
  }
}

function tallyOf({ byRight, inOrder }: Tallies, right: Slug, taken: Slug): Tally {
  const ofRight = byRight.get(right) ?? new Map<Slug, Tally>();
  byRight.set(right, ofRight);
  const known = ofRight.get(taken);
  if (known !== undefined) return known;
  const fresh: Tally = {
    right,
    taken,
    times: 0,
    lastDay: studyDay(-Infinity),
    concepts: [],
  };
  ofRight.set(taken, fresh);
  inOrder.push(fresh);
  return fresh;
}

/** In which concepts each concept or term that was taken for something is what a right option stands for. */
function conceptsByRight(
  pack: PackUid,
  keyed: Keyed,
  { inOrder }: Tallies,
): ReadonlyMap<Slug, readonly ConceptKey[]> {
  const found = new Map<Slug, ConceptKey[]>(inOrder.map(({ taken }) => [taken, []]));
  for (const [concept, scenarios] of keyed) {
    let key: ConceptKey | undefined;
    for (const { options } of scenarios) {
      for (const { right, standsFor } of options) {
        const concepts = right && standsFor !== undefined ? found.get(standsFor) : undefined;
        if (concepts === undefined) continue;
        key ??= conceptKey(pack, concept);
        if (concepts.at(-1) !== key) concepts.push(key);
      }
    }
  }
  return found;
}
