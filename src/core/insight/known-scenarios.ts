import { conceptKey, scenarioBelow, type PackUid, type ScenarioKey, type Slug } from '#core/ids.ts';
import type { Slices } from '#core/journal/slices.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { USUAL_GUESS } from './first-meeting.ts';

/** Of a scenario, what answers to it are judged by today. */
interface KnownScenario {
  readonly pack: PackUid;
  readonly domain: Slug;
  readonly keyRev: string;
  /** Chance to be right by guessing, 0 to 1. */
  readonly chance: number;
  /** Kept for mock exams. */
  readonly reserve: boolean;
}

export type KnownScenarios = ReadonlyMap<ScenarioKey, KnownScenario>;

/** Every scenario of some packs by its key, pack after pack, bit by bit. */
export function* knownScenarios(packs: readonly PackIndex[]): Slices<KnownScenarios> {
  const known = new Map<ScenarioKey, KnownScenario>();
  for (const pack of packs) {
    for (const { id: concept, domain, scenarios } of pack.concepts) {
      yield;
      const key = conceptKey(pack.uid, concept);
      for (const { id, keyRev, chance, reserve } of scenarios)
        known.set(scenarioBelow(key, id), { pack: pack.uid, domain, keyRev, chance, reserve });
    }
  }
  return known;
}

/** The chance, 0 to 1, to be right on a scenario by guessing. */
export type GuessOf = (scenario: ScenarioKey) => number;

/** By what the packs say now. */
export const guessing =
  (known: KnownScenarios): GuessOf =>
  (scenario) =>
    known.get(scenario)?.chance ?? USUAL_GUESS;
