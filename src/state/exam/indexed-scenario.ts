import type { FormQuestion } from '#core/exam/draw.ts';
import type { PackIndex, ScenarioIndex } from '#core/pack/library.ts';
import { findConcept } from '#state/library.ts';

/** What the packs here say of a question; `null` where none has it any more. */
export const indexedScenario = (
  packs: readonly PackIndex[],
  { pack, concept, scenario }: FormQuestion,
): ScenarioIndex | null =>
  findConcept(packs, pack, concept)?.concept.scenarios.find(({ id }) => id === scenario) ?? null;
