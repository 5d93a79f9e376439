import { conceptKey, scenarioKey, type PackUid, type Slug } from '#core/ids.ts';
import { isStale } from '#core/insight/stale.ts';
import { isLeftOut, type Learner, type ScenarioState } from '#core/journal/learner-state.ts';
import type { ConceptIndex, ScenarioIndex } from '#core/pack/library.ts';
import type { KindName } from '#core/pack/model.ts';
import type { StudyDay } from '#core/time.ts';

/** A scenario that is not kept for mock exams: `asStudied` alone makes one, so that no queue can hold another. */
export type StudiedScenario = Slug & { readonly __brand: 'StudiedScenario' };

/** The scenario as one that study may show; `null` when it is kept for mock exams. */
export const asStudied = ({
  id,
  reserve,
}: Pick<ScenarioIndex, 'id' | 'reserve'>): StudiedScenario | null =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand's constructor
  reserve ? null : (id as StudiedScenario);

/** A scenario that may be asked. */
export interface Choice {
  readonly scenario: StudiedScenario;
  readonly kind: KindName;
  /** Chance to be right by guessing, 0 to 1. */
  readonly chance: number;
}

/**
 * The scenarios of a concept that may be asked on a day, the best first: answered under another key before
 * never seen, never seen before seen longest ago. So none comes twice running, or again within a week, while there is another.
 * Reserve scenarios and those left out are not among them.
 */
export function choicesOf(
  learner: Learner,
  pack: PackUid,
  concept: ConceptIndex,
  day: StudyDay,
): Choice[] {
  const found: { readonly choice: Choice; readonly turn: number }[] = [];
  for (const scenario of concept.scenarios) {
    const { id, kind, chance } = scenario;
    const key = scenarioKey(pack, concept.id, id);
    const studied = asStudied(scenario);
    if (studied === null || isLeftOut(learner.marks, key, day)) continue;
    const state = learner.scenarios.get(key);
    found.push({ choice: { scenario: studied, kind, chance }, turn: turnOf(state, scenario) });
  }
  return found.toSorted((a, b) => a.turn - b.turn).map(({ choice }) => choice);
}

/** What was learnt of it may be wrong now: that comes first. */
function turnOf(state: ScenarioState | undefined, scenario: ScenarioIndex): number {
  if (state === undefined) return 0;
  return isStale(state, scenario) ? -1 : state.lastTurn;
}

/** The scenario to ask of a concept; `null` when none may be asked. */
export function pickScenario(
  learner: Learner,
  pack: PackUid,
  concept: ConceptIndex,
  day: StudyDay,
): Choice | null {
  if (isLeftOut(learner.marks, conceptKey(pack, concept.id), day)) return null;
  return choicesOf(learner, pack, concept, day)[0] ?? null;
}
