import { conceptKey, scenarioKey, type ConceptKey, type PackUid, type Slug } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { isDue, retrievability } from '#core/memory/schedule.ts';
import type { ConceptIndex, PackIndex } from '#core/pack/library.ts';
import type { Item } from '#core/study/item.ts';
import type { Turn } from '#core/study/session-state.ts';
import type { StudyDay } from '#core/time.ts';
import { isStale } from './stale.ts';

export interface DomainSummary {
  readonly pack: PackUid;
  readonly domain: Slug;
  readonly concepts: number;
  /** Concepts met at least once. */
  readonly met: number;
  readonly due: number;
  readonly misconceptions: number;
  /** Mean chance to recall the concepts that were met, 0 to 1, on the day; `null` before the first. */
  readonly recall: number | null;
  /** Scenarios answered under the present key, and those that were right at the first try: the honest measure. */
  readonly firstTries: number;
  readonly firstRight: number;
}

/** What is known of each domain on a day; answers under another key do not count. */
export const domainSummary = (
  learner: Learner,
  library: readonly PackIndex[],
  day: StudyDay,
): DomainSummary[] =>
  library.flatMap((pack) =>
    pack.domains.map(({ id }) =>
      summaryOf(
        learner,
        pack.uid,
        id,
        pack.concepts.filter(({ domain }) => domain === id),
        day,
      ),
    ),
  );

function summaryOf(
  learner: Learner,
  pack: PackUid,
  domain: Slug,
  concepts: readonly ConceptIndex[],
  day: StudyDay,
): DomainSummary {
  const met = concepts.flatMap(({ id }) => learner.concepts.get(conceptKey(pack, id)) ?? []);
  const recalls = met.map(({ memory }) => retrievability(memory, day, learner.settings.personal));
  const tries = concepts.flatMap((concept) =>
    concept.scenarios.flatMap((scenario) => {
      const state = learner.scenarios.get(scenarioKey(pack, concept.id, scenario.id));
      return state === undefined || isStale(state, scenario) ? [] : state;
    }),
  );
  return {
    pack,
    domain,
    concepts: concepts.length,
    met: met.length,
    due: met.filter(({ memory }) => isDue(memory, day)).length,
    misconceptions: met.filter(({ misconception }) => misconception !== null).length,
    recall: met.length === 0 ? null : recalls.reduce((sum, recall) => sum + recall, 0) / met.length,
    firstTries: tries.length,
    firstRight: tries.filter(({ firstRight }) => firstRight).length,
  };
}

export interface SessionSummary {
  readonly answers: number;
  readonly right: number;
  readonly domains: readonly {
    readonly pack: PackUid;
    readonly domain: Slug;
    readonly answers: number;
    readonly right: number;
  }[];
  /** The first miss of each concept, in the order of the session. */
  readonly missed: readonly Item[];
  /** Answers that were certain and wrong, one for each concept. */
  readonly misconceptions: readonly Item[];
}

/** What a session came to, from the answers that stand. */
export function sessionSummary(turns: readonly Turn[]): SessionSummary {
  const domains = new Map<string, SessionSummary['domains'][number]>();
  const missed = new Map<ConceptKey, Item>();
  const misconceptions = new Map<ConceptKey, Item>();
  for (const { item, right, confidence } of turns) {
    const { pack, domain } = item;
    const known = domains.get(`${pack}/${domain}`);
    domains.set(`${pack}/${domain}`, {
      pack,
      domain,
      answers: (known?.answers ?? 0) + 1,
      right: (known?.right ?? 0) + (right ? 1 : 0),
    });
    const concept = conceptKey(pack, item.concept);
    if (!right && !missed.has(concept)) missed.set(concept, item);
    if (!right && confidence === 'certain') misconceptions.set(concept, item);
  }
  return {
    answers: turns.length,
    right: turns.filter(({ right }) => right).length,
    domains: [...domains.values()],
    missed: [...missed.values()],
    misconceptions: [...misconceptions.values()],
  };
}
