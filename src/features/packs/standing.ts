import { conceptKey, scenarioKey, type PackUid } from '#core/ids.ts';
import { hasChangedAnswer } from '#core/insight/changed.ts';
import { isStale } from '#core/insight/stale.ts';
import type { ConceptState, Learner, ScenarioState } from '#core/journal/learner-state.ts';
import { dueDay, isDue, retrievability } from '#core/memory/schedule.ts';
import type { ConceptIndex, ScenarioIndex } from '#core/pack/library.ts';
import { addDays, type StudyDay } from '#core/time.ts';

export const standings = ['unmet', 'due', 'fading', 'known'] as const;
/** Where a concept stands in memory; `fading` comes due within days. */
export type Standing = (typeof standings)[number];

/** Days ahead in which something that is still known is called fading. */
const SOON = 3;

export const signs = [
  'misconception',
  'changed',
  'flagged',
  'noted',
  'suspended',
  'buried',
] as const;
/** What else is to be said of a concept. */
export type Sign = (typeof signs)[number];

/** What a list shows of a concept's state on a day. */
export interface Outline {
  readonly standing: Standing;
  /** Chance to recall it on the day, 0 to 1; `null` before it was met. */
  readonly recall: number | null;
  readonly signs: readonly Sign[];
}

export function standingOf(state: ConceptState | undefined, day: StudyDay): Standing {
  if (state === undefined) return 'unmet';
  if (isDue(state.memory, day)) return 'due';
  return dueDay(state.memory) <= addDays(day, SOON) ? 'fading' : 'known';
}

/** A flag on one of its scenarios counts for the concept. */
export function outlineOf(
  learner: Learner,
  pack: PackUid,
  concept: ConceptIndex,
  day: StudyDay,
): Outline {
  const key = conceptKey(pack, concept.id);
  const state = learner.concepts.get(key);
  const { flagged, suspended, buried } = learner.marks;
  const has: { readonly [S in Sign]: boolean } = {
    misconception: state !== undefined && state.misconception !== null,
    changed: state !== undefined && hasChangedAnswer(learner, key, concept, day),
    flagged:
      flagged.has(key) ||
      concept.scenarios.some(({ id }) => flagged.has(scenarioKey(pack, concept.id, id))),
    noted: learner.notes.has(key),
    suspended: suspended.has(key),
    buried: buried.get(key) === day,
  };
  return {
    standing: standingOf(state, day),
    recall:
      state === undefined ? null : retrievability(state.memory, day, learner.settings.personal),
    signs: signs.filter((sign) => has[sign]),
  };
}

/** What is known of a scenario under its present key; `undefined` if it was never answered under it. */
export function evidenceOf(
  learner: Learner,
  pack: PackUid,
  concept: string,
  scenario: Pick<ScenarioIndex, 'id' | 'keyRev'>,
): ScenarioState | undefined {
  const state = learner.scenarios.get(scenarioKey(pack, concept, scenario.id));
  return state === undefined || isStale(state, scenario) ? undefined : state;
}
