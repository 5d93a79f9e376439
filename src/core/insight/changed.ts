import { conceptKey, scenarioBelow, type ConceptKey, type PackUid } from '#core/ids.ts';
import { isLeftOut, type Learner, type ScenarioState } from '#core/journal/learner-state.ts';
import type { ConceptIndex } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import { isStale } from './stale.ts';

const staleOf = (learner: Learner, key: ConceptKey, concept: ConceptIndex): ScenarioState[] =>
  concept.scenarios.flatMap((scenario) => {
    const state = learner.scenarios.get(scenarioBelow(key, scenario.id));
    return state !== undefined && isStale(state, scenario) ? [state] : [];
  });

/**
 * Whether what is right has changed for a scenario that the learner has answered, and that may be asked on a day:
 * its concept comes back, until it is answered under the new key.
 */
export const hasChangedAnswer = (
  learner: Learner,
  key: ConceptKey,
  concept: ConceptIndex,
  day: StudyDay,
): boolean =>
  concept.scenarios.some((scenario) => {
    const id = scenarioBelow(key, scenario.id);
    const state = learner.scenarios.get(id);
    if (state === undefined || scenario.reserve || !isStale(state, scenario)) return false;
    return !isLeftOut(learner.marks, id, day);
  });

/** The answers to a concept that count: not those to a question whose answer has changed since. */
export function countedAnswers(
  learner: Learner,
  pack: PackUid,
  concept: ConceptIndex,
): { readonly answers: number; readonly right: number } {
  const key = conceptKey(pack, concept.id);
  const state = learner.concepts.get(key);
  const stale = staleOf(learner, key, concept);
  return {
    answers: stale.reduce((sum, { answers }) => sum - answers, state?.answers ?? 0),
    right: stale.reduce((sum, { right }) => sum - right, state?.right ?? 0),
  };
}
