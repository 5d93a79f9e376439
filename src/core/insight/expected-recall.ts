import type { ConceptKey, PackUid, Slug } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { isDue, retrievability } from '#core/memory/schedule.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import { countedAnswers } from './changed.ts';
import { forEachConcept } from './concept-keys.ts';
import { shareOf, WITHIN_95, type Share } from './share.ts';

/** One concept that was met. */
export interface ConceptRecall {
  readonly key: ConceptKey;
  readonly concept: Slug;
  readonly domain: Slug;
  readonly pack: PackUid;
  /** Chance to recall it on the day, 0 to 1. */
  readonly recall: number;
  readonly due: boolean;
  /** Right answers under the keys of today. */
  readonly right: Share;
}

/** What would be recalled of a group of concepts if all that were met were asked on the day. */
export interface Expected {
  /** Concepts that there are. */
  readonly concepts: number;
  /** Those met so far: the rest is in no chance here. */
  readonly met: number;
  readonly due: number;
  /** Mean chance to recall those met, 0 to 1; `null` when none was. */
  readonly recall: number | null;
  /** The share recalled would lie between these two 95 times in 100, if the chances are right; 0 to 1. */
  readonly low: number;
  readonly high: number;
}

export interface DomainRecall extends Expected {
  readonly pack: PackUid;
  readonly domain: Slug;
}

export interface RecallReport {
  readonly all: Expected;
  /** In the order of the packs. */
  readonly domains: readonly DomainRecall[];
  /** The weakest first. */
  readonly concepts: readonly ConceptRecall[];
}

/**
 * How many of some concepts would be recalled: each is a coin of its own chance, so the sum is spread by
 * the sum of p (1 - p).
 */
export function expected(concepts: number, met: readonly ConceptRecall[]): Expected {
  const count = met.length;
  const due = met.filter((each) => each.due).length;
  if (count === 0) return { concepts, met: 0, due, recall: null, low: 0, high: 1 };
  const mean = met.reduce((sum, { recall }) => sum + recall, 0) / count;
  const variance = met.reduce((sum, { recall }) => sum + recall * (1 - recall), 0);
  const half = (WITHIN_95 * Math.sqrt(variance)) / count;
  return {
    concepts,
    met: count,
    due,
    recall: mean,
    low: Math.max(0, mean - half),
    high: Math.min(1, mean + half),
  };
}

/** Recall on a day if nothing is studied until then, by domain and concept. */
export function expectedRecall(
  learner: Learner,
  packs: readonly PackIndex[],
  day: StudyDay,
): RecallReport {
  const all: ConceptRecall[] = [];
  const domains = packs.flatMap((pack) => {
    const groups = new Map(
      pack.domains.map(({ id }) => [id, { concepts: 0, met: new Array<ConceptRecall>() }]),
    );
    forEachConcept(pack, (concept, key) => {
      const group = groups.get(concept.domain);
      if (group === undefined) return;
      group.concepts += 1;
      const state = learner.concepts.get(key);
      if (state === undefined) return;
      const { answers, right } = countedAnswers(learner, pack.uid, concept);
      group.met.push({
        key,
        concept: concept.id,
        domain: concept.domain,
        pack: pack.uid,
        recall: retrievability(state.memory, day, learner.settings.personal),
        due: isDue(state.memory, day),
        right: shareOf(right, answers),
      });
    });
    return [...groups].map(([domain, { concepts, met }]): DomainRecall => {
      all.push(...met);
      return { pack: pack.uid, domain, ...expected(concepts, met) };
    });
  });
  const concepts = domains.reduce((sum, group) => sum + group.concepts, 0);
  return {
    all: expected(concepts, all),
    domains: domains.filter((group) => group.concepts > 0),
    concepts: all.toSorted((a, b) => a.recall - b.recall),
  };
}
