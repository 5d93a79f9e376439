import { scenarioKey, type PackUid, type ScenarioKey, type Slug } from '#core/ids.ts';
import { examScenarios } from '#core/pack/form.ts';
import { hashText } from '#core/random.ts';
import type { Subject } from './subject.ts';

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

/**
 * What the packs have for an exam. Where a domain of a pack belongs to several of the exam's, its scenarios are dealt
 * out to them by their names: a form asks each once, and it is the same form on every device.
 */
export const poolOf = (
  { packs, blueprint, domainsOf }: Subject,
  seenAt: SeenAt,
): readonly Drawable[] =>
  packs.flatMap((pack) =>
    [...examScenarios(pack, blueprint)].flatMap(([own, placed]) => {
      const domains = domainsOf(pack.uid, own);
      return placed.flatMap(({ concept, scenario }): readonly Drawable[] => {
        const key = scenarioKey(pack.uid, concept, scenario.id);
        const domain = domains.length > 1 ? domains[hashText(key) % domains.length] : domains.at(0);
        if (domain === undefined) return [];
        return [
          {
            pack: pack.uid,
            concept,
            scenario: scenario.id,
            domain,
            ...(scenario.case === undefined ? {} : { case: scenario.case }),
            reserve: scenario.reserve,
            seen: seenAt(key),
          },
        ];
      });
    }),
  );
