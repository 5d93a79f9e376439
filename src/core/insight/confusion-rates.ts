import {
  scenarioKey,
  type ConceptKey,
  type PackUid,
  type ScenarioKey,
  type Slug,
} from '#core/ids.ts';
import type { Slices } from '#core/journal/slices.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import { studyDay, type StudyDay } from '#core/time.ts';
import { confusions, type Confusion, type Mistakes } from './confusion.ts';
import type { ScopedAnswer } from './scope.ts';
import { shareOf, type Share } from './share.ts';

/** Of fewer answers that offered both a single one moves the share by more than 20 points: it is told, not drawn. */
export const ENOUGH_OFFERED = 5;

/** A confusion, and how often it could have happened. */
export interface ConfusionRate extends Confusion {
  /** Of the answers that had both to choose from, those that took the one for the other. */
  readonly rate: Share;
}

interface ScenarioTally {
  readonly keyRev: string;
  answers: number;
  wrongTimes: number;
  lastDay: StudyDay;
  readonly chosen: Map<Slug, number>;
}

interface Tallies {
  readonly concepts: ReadonlyMap<ConceptKey, { readonly answers: number; readonly right: number }>;
  readonly scenarios: ReadonlyMap<ScenarioKey, ScenarioTally>;
}

function countWrong(tally: ScenarioTally, { day, chosen }: ScopedAnswer): void {
  tally.wrongTimes += 1;
  tally.lastDay = studyDay(Math.max(tally.lastDay, day));
  for (const option of chosen) tally.chosen.set(option, (tally.chosen.get(option) ?? 0) + 1);
}

function* tallying(answers: readonly ScopedAnswer[]): Slices<Tallies> {
  const concepts = new Map<ConceptKey, { answers: number; right: number }>();
  const scenarios = new Map<ScenarioKey, ScenarioTally>();
  for (const answer of answers) {
    const concept = concepts.get(answer.concept) ?? { answers: 0, right: 0 };
    concepts.set(answer.concept, concept);
    concept.answers += 1;
    concept.right += Number(answer.right);
    const tally = scenarios.get(answer.scenario) ?? {
      keyRev: answer.keyRev,
      answers: 0,
      wrongTimes: 0,
      lastDay: answer.day,
      chosen: new Map<Slug, number>(),
    };
    scenarios.set(answer.scenario, tally);
    tally.answers += 1;
    // "I don't know" takes nothing for anything.
    if (answer.chosen.length > 0) countWrong(tally, answer);
    yield;
  }
  return { concepts, scenarios };
}

/** What the answers of a scope have left behind, as the whole journal leaves it in a learner. */
const mistakesOf = ({ concepts, scenarios }: Tallies): Mistakes => ({
  concepts,
  scenarios: new Map(
    [...scenarios].map(([key, { keyRev, wrongTimes: times, lastDay, chosen }]) => [
      key,
      { keyRev, wrong: times === 0 ? null : { times, lastDay, chosen: [...chosen] } },
    ]),
  ),
});

type KeyedScenario = PackKeys['scenarios'][number];

/** How often the two of a pair could be chosen between: by pack, what was right, and what could be taken for it. */
type Chances = Map<PackUid, Map<Slug, Map<Slug, number>>>;

function noChances(found: readonly Confusion[]): Chances {
  const chances: Chances = new Map();
  for (const { pack, right, taken } of found) {
    const rights = chances.get(pack) ?? new Map<Slug, Map<Slug, number>>();
    chances.set(pack, rights);
    const takens = rights.get(right) ?? new Map<Slug, number>();
    rights.set(right, takens.set(taken, 0));
  }
  return chances;
}

const chancesOf = (chances: Chances, { pack, right, taken }: Confusion): number =>
  chances.get(pack)?.get(right)?.get(taken) ?? 0;

/** As `confusions` counts them: two options of a scenario may stand for one thing, and each is a pair then. */
function addChances(
  chances: Chances,
  pack: PackUid,
  options: KeyedScenario['options'],
  answers: number,
): void {
  const rights = chances.get(pack);
  for (const { right, standsFor } of options) {
    const takens = right && standsFor !== undefined ? rights?.get(standsFor) : undefined;
    if (takens === undefined) continue;
    for (const other of options) {
      if (other.right || other.standsFor === undefined) continue;
      const count = takens.get(other.standsFor);
      if (count !== undefined) takens.set(other.standsFor, count + answers);
    }
  }
}

/** The pairs that were mixed up in the answers of a scope, the most frequent first, each with its chances. */
export function* confusing(
  answers: readonly ScopedAnswer[],
  packs: readonly PackIndex[],
  keys: readonly PackKeys[],
): Slices<ConfusionRate[]> {
  const tallies = yield* tallying(answers);
  const found = confusions(mistakesOf(tallies), packs, keys);
  const chances = noChances(found);
  for (const { uid, scenarios } of keys) {
    for (const { concept, id, options } of scenarios) {
      const tally = tallies.scenarios.get(scenarioKey(uid, concept, id));
      if (tally !== undefined) addChances(chances, uid, options, tally.answers);
      yield;
    }
  }
  return found.map((confusion) => {
    const { times } = confusion;
    return { ...confusion, rate: shareOf(times, Math.max(times, chancesOf(chances, confusion))) };
  });
}
