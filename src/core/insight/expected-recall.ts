import type { ConceptKey, PackUid, Slug } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { isDue, retrievability } from '#core/memory/schedule.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import { predictedAt } from './chance.ts';
import { countedAnswers } from './changed.ts';
import { forEachConcept } from './concept-keys.ts';
import { shareOf, WITHIN_95, type Share } from './share.ts';

/** Of fewer concepts a single one moves the share by more than 20 points: it would tell of that one, and is not drawn. */
export const ENOUGH_CONCEPTS = 5;

/** Of fewer answers the band of a concept takes in two thirds of the scale and more, and is not drawn. */
export const ENOUGH_OF_CONCEPT = 3;

/** One concept that was met. */
export interface ConceptRecall {
  readonly key: ConceptKey;
  readonly concept: Slug;
  readonly domain: Slug;
  readonly pack: PackUid;
  /** Chance to recall it on the day, 0 to 1. */
  readonly recall: number;
  /** The true chance lies between these two 95 times in 100; 0 to 1. */
  readonly low: number;
  readonly high: number;
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
  /** The share recalled would lie between these two 95 times in 100; 0 to 1. */
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
 * Between which two a share that memory promises lies 95 times in 100. It is twice unsure: with few concepts, or answers,
 * behind it, as a share that was counted is (Wilson); and with any number of them, since memories are no formula. The
 * two are put together as Newcombe does it.
 * @param recall mean chance, 0 to 1
 * @param of how many stand behind it
 */
export function recallBand(recall: number, of: number): Pick<Expected, 'low' | 'high'> {
  if (of === 0) return { low: 0, high: 1 };
  const counted = shareOf(recall * of, of);
  const below = Math.max(0, recall - predictedAt(recall, -WITHIN_95));
  const above = Math.max(0, predictedAt(recall, WITHIN_95) - recall);
  return {
    low: Math.max(0, recall - Math.hypot(recall - counted.low, below)),
    high: Math.min(1, recall + Math.hypot(counted.high - recall, above)),
  };
}

/** How many of some concepts would be recalled. */
export function expected(concepts: number, met: readonly ConceptRecall[]): Expected {
  const count = met.length;
  const due = met.filter((each) => each.due).length;
  if (count === 0) return { concepts, met: 0, due, recall: null, low: 0, high: 1 };
  const recall = met.reduce((sum, each) => sum + each.recall, 0) / count;
  return { concepts, met: count, due, recall, ...recallBand(recall, count) };
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
      const recall = retrievability(state.memory, day, learner.settings.personal);
      group.met.push({
        key,
        concept: concept.id,
        domain: concept.domain,
        pack: pack.uid,
        recall,
        ...recallBand(recall, answers),
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
