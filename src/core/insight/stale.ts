import type { ScenarioState } from '#core/journal/learner-state.ts';
import type { ScenarioIndex } from '#core/pack/library.ts';

/** Whether what is right has changed since the last answer: such evidence counts nowhere. */
export const isStale = (
  state: Pick<ScenarioState, 'keyRev'>,
  scenario: Pick<ScenarioIndex, 'keyRev'>,
): boolean => state.keyRev !== scenario.keyRev;
