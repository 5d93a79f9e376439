import type { Slug } from '#core/ids.ts';
import type { Concept, Pack, Scenario } from '#core/pack/model.ts';
import { pathKey, type Doubts } from '#core/pack/source.ts';

/** How much of its subject a pack covers, and how fresh its evidence is. */
export interface Coverage {
  readonly domains: readonly DomainCoverage[];
  /** Concepts with fewer than three scenarios, in the order of the pack. */
  readonly thin: readonly ThinConcept[];
  readonly ages: Ages;
}

interface ThinConcept {
  readonly id: Slug;
  /** All that there are, and how many of them cannot be read. */
  readonly scenarios: number;
  readonly unread: number;
}

interface DomainCoverage {
  readonly id: Slug;
  /** Percent that it should have, and that its scenarios are of all. */
  readonly weight: number;
  readonly share: number;
  readonly concepts: number;
  readonly scenarios: number;
}

/** Scenarios that can be read, by how long ago their references were last checked. */
interface Ages {
  readonly underSix: number;
  readonly underTwelve: number;
  readonly older: number;
  /** Never, or without a reference. */
  readonly unchecked: number;
}

/** With three or more, learners cannot memorise the picture. */
const ENOUGH = 3;

const monthOf = (date: string): number => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month;
};

/**
 * @param pack with what cannot be read as well
 * @param today `YYYY-MM-DD`, which ages are counted from
 * @param doubts of what cannot be read
 */
export function coverageOf(pack: Pack, today: string, doubts: Doubts): Coverage {
  const isRead = ({ id }: Concept, scenario: Scenario): boolean =>
    !doubts.has(pathKey(['concepts', id, 'scenarios', scenario.id]));
  const readIn = (concept: Concept): readonly Scenario[] =>
    concept.scenarios.filter((scenario) => isRead(concept, scenario));
  const all = pack.concepts.flatMap(({ scenarios }) => scenarios);
  const domains = pack.domains.map(({ id, weight }): DomainCoverage => {
    const concepts = pack.concepts.filter(({ domain }) => domain === id);
    const scenarios = concepts.reduce((sum, concept) => sum + concept.scenarios.length, 0);
    const share = all.length === 0 ? 0 : Math.round((100 * scenarios) / all.length);
    return { id, weight, share, concepts: concepts.length, scenarios };
  });
  const ages = pack.concepts
    .flatMap(readIn)
    .map(({ checked, references }) =>
      checked === undefined || references.length === 0
        ? null
        : monthOf(today) - monthOf(checked.on) - Number(today.slice(8) < checked.on.slice(8)),
    );
  const count = (fits: (age: number) => boolean): number =>
    ages.filter((age) => age !== null && fits(age)).length;
  return {
    domains,
    thin: pack.concepts
      .map((concept) => {
        const scenarios = concept.scenarios.length;
        return { id: concept.id, scenarios, unread: scenarios - readIn(concept).length };
      })
      .filter(({ scenarios }) => scenarios < ENOUGH),
    ages: {
      underSix: count((age) => age < 6),
      underTwelve: count((age) => age >= 6 && age < 12),
      older: count((age) => age >= 12),
      unchecked: ages.filter((age) => age === null).length,
    },
  };
}
