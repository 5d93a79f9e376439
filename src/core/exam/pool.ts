import { scenarioKey, type PackUid, type ScenarioKey, type Slug } from '#core/ids.ts';
import { examScenarios } from '#core/pack/form.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Blueprint } from './blueprint.ts';

/** A scenario that a form may be drawn from. */
export interface Drawable {
  readonly pack: PackUid;
  readonly concept: Slug;
  readonly scenario: Slug;
  /** Of the blueprint. */
  readonly domain: Slug;
  /** The situation that it shares with others. */
  readonly case?: Slug;
  /** Kept for mock exams, so that study cannot have shown it. */
  readonly reserve: boolean;
  /** Larger when it was seen later; `null` if never. */
  readonly seen: number | null;
}

/** The name of a question in a form: a scenario comes in it once. */
export const questionKey = (question: {
  readonly pack: PackUid;
  readonly concept: Slug;
  readonly scenario: Slug;
}): ScenarioKey => scenarioKey(question.pack, question.concept, question.scenario);

/** Tells when a scenario was seen last: larger is later; `null` is never. */
export type SeenAt = (scenario: ScenarioKey) => number | null;

/** For forms that are the same for everybody, whatever each has seen. */
export const nobodyHasSeen: SeenAt = () => null;

/** What a pack has for a blueprint with the same domains. */
export function poolOf(
  pack: Pick<PackIndex, 'uid' | 'domains' | 'concepts'>,
  blueprint: Pick<Blueprint, 'kinds'>,
  seenAt: SeenAt,
): readonly Drawable[] {
  return [...examScenarios(pack, blueprint)].flatMap(([domain, placed]) =>
    placed.map(({ concept, scenario }) => ({
      pack: pack.uid,
      concept,
      scenario: scenario.id,
      domain,
      ...(scenario.case === undefined ? {} : { case: scenario.case }),
      reserve: scenario.reserve,
      seen: seenAt(scenarioKey(pack.uid, concept, scenario.id)),
    })),
  );
}
