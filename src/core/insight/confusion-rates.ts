import {
  scenarioKey,
  type ConceptKey,
  type PackUid,
  type ScenarioKey,
  type Slug,
} from '#core/ids.ts';
import type { WrongAnswers } from '#core/journal/learner-state.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import { studyDay } from '#core/time.ts';
import { confusions, type Confusion, type Mistakes } from './confusion.ts';
import type { ScopedAnswer } from './scope.ts';
import { shareOf, type Share } from './share.ts';

/** A confusion, and how often it could have happened. */
export interface ConfusionRate extends Confusion {
  /** Of the answers that had both to choose from, those that took the one for the other. */
  readonly rate: Share;
}

interface ScenarioTally {
  readonly keyRev: string;
  answers: number;
  wrong: WrongAnswers | null;
}

interface Tallies extends Mistakes {
  readonly scenarios: Map<ScenarioKey, ScenarioTally>;
}

function wrongWith(before: WrongAnswers | null, { day, chosen }: ScopedAnswer): WrongAnswers {
  const times = new Map(before?.chosen);
  for (const option of chosen) times.set(option, (times.get(option) ?? 0) + 1);
  const lastDay = studyDay(Math.max(before?.lastDay ?? day, day));
  return { times: (before?.times ?? 0) + 1, lastDay, chosen: [...times] };
}

/** What the answers of a scope have left behind, as the whole journal leaves it in a learner. */
function tallied(answers: readonly ScopedAnswer[]): Tallies {
  const concepts = new Map<ConceptKey, { answers: number; right: number }>();
  const scenarios = new Map<ScenarioKey, ScenarioTally>();
  for (const answer of answers) {
    const of = concepts.get(answer.concept) ?? { answers: 0, right: 0 };
    concepts.set(answer.concept, of);
    of.answers += 1;
    of.right += Number(answer.right);
    const scenario = scenarios.get(answer.scenario) ?? {
      keyRev: answer.keyRev,
      answers: 0,
      wrong: null,
    };
    scenarios.set(answer.scenario, scenario);
    scenario.answers += 1;
    // "I don't know" takes nothing for anything.
    if (answer.chosen.length > 0) scenario.wrong = wrongWith(scenario.wrong, answer);
  }
  return { concepts, scenarios };
}

const pairKey = (pack: PackUid, right: Slug, taken: Slug): string => `${pack}/${right}/${taken}`;

/** How many answers had each of the pairs to choose from. */
function chancesOf(
  wanted: ReadonlySet<string>,
  keys: readonly PackKeys[],
  { scenarios: tallies }: Tallies,
): ReadonlyMap<string, number> {
  const chances = new Map<string, number>();
  for (const { uid, scenarios } of keys) {
    for (const { concept, id, options } of scenarios) {
      const answers = tallies.get(scenarioKey(uid, concept, id))?.answers ?? 0;
      if (answers === 0) continue;
      for (const pair of pairsIn(uid, options))
        if (wanted.has(pair)) chances.set(pair, (chances.get(pair) ?? 0) + answers);
    }
  }
  return chances;
}

/** As `confusions` counts them: two options of a scenario may stand for one thing, and each is a pair then. */
function pairsIn(pack: PackUid, options: PackKeys['scenarios'][number]['options']): string[] {
  return options.flatMap(({ right, standsFor }) =>
    right && standsFor !== undefined
      ? options.flatMap((taken) =>
          taken.right || taken.standsFor === undefined || taken.standsFor === standsFor
            ? []
            : pairKey(pack, standsFor, taken.standsFor),
        )
      : [],
  );
}

/** The pairs that were mixed up in the answers of a scope, the most frequent first, each with its chances. */
export function confusionRates(
  answers: readonly ScopedAnswer[],
  packs: readonly PackIndex[],
  keys: readonly PackKeys[],
): ConfusionRate[] {
  const tallies = tallied(answers);
  const found = confusions(tallies, packs, keys);
  const wanted = new Set(found.map(({ pack, right, taken }) => pairKey(pack, right, taken)));
  const chances = chancesOf(wanted, keys, tallies);
  return found.map((confusion) => {
    const { pack, right, taken, times } = confusion;
    const of = chances.get(pairKey(pack, right, taken)) ?? times;
    return { ...confusion, rate: shareOf(times, Math.max(times, of)) };
  });
}
