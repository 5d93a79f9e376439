import type { ConceptKey, PackUid } from '#core/ids.ts';
import { forEachConcept } from '#core/insight/concept-keys.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { coveredDomains } from './domains.ts';
import type { ExamProfile } from './profile.ts';

/** How much of an exam some packs have concepts for. */
export interface Covered {
  /** Tasks of the exam guide that have concepts. */
  readonly tasks: number;
  readonly of: number;
}

/** Below this share of its tasks nobody may speak of the exam itself. */
const ENOUGH = 0.8;

export const isEnough = ({ tasks, of }: Covered): boolean => of > 0 && tasks >= ENOUGH * of;

/** @returns `null` where the tasks of the guide are not known */
export function coveredBy(packs: readonly PackIndex[], profile: ExamProfile): Covered | null {
  const domainsOf = coveredDomains(packs, profile);
  const named = new Set(
    packs.flatMap(({ uid, covers, concepts }) =>
      [...new Set(concepts.map(({ domain }) => domain))].flatMap((domain) =>
        domainsOf(uid, domain).flatMap((id) => covers?.[profile.id]?.[domain]?.[id] ?? []),
      ),
    ),
  );
  const tasks = profile.domains.flatMap((domain) => domain.tasks ?? []);
  const isKnown = profile.domains.every((domain) => domain.tasks !== undefined);
  return isKnown
    ? { tasks: tasks.filter((task) => named.has(task)).length, of: tasks.length }
    : null;
}

type Weights = ReadonlyMap<ConceptKey, number>;

/** So that a concept of average weight counts 1. */
function normalised(weights: Weights): Weights {
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  return new Map([...weights].map(([key, weight]) => [key, (weight * weights.size) / sum]));
}

/** A domain of weight 0 is no reason to learn nothing of it. */
const LEAST_WEIGHT = 1;

/** The concepts of a pack's own exam: each domain's weight is shared out among its concepts. */
function ownWeights(pack: PackIndex): Weights {
  const counts = new Map<string, number>();
  for (const { domain } of pack.concepts) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  const weights = new Map<ConceptKey, number>();
  forEachConcept(pack, ({ domain }, key) => {
    const weight = pack.domains.find(({ id }) => id === domain)?.weight ?? 0;
    weights.set(key, Math.max(LEAST_WEIGHT, weight) / (counts.get(domain) ?? 1));
  });
  return normalised(weights);
}

/** The concepts that packs have for a real exam: each of its domains is shared out among those that belong to it. */
function profileWeights(packs: readonly PackIndex[], profile: ExamProfile): Weights {
  const parts: { readonly key: ConceptKey; readonly domains: readonly string[] }[] = [];
  const sizes = new Map<string, number>();
  const domainsOf = coveredDomains(packs, profile);
  for (const pack of packs) {
    forEachConcept(pack, ({ domain }, key) => {
      const domains = domainsOf(pack.uid, domain);
      if (domains.length > 0) parts.push({ key, domains });
      for (const id of domains) sizes.set(id, (sizes.get(id) ?? 0) + 1 / domains.length);
    });
  }
  const weightOf = (id: string): number =>
    Math.max(
      LEAST_WEIGHT,
      profile.domains.find((domain) => domain.id === id)?.weight ?? LEAST_WEIGHT,
    );
  return normalised(
    new Map(
      parts.map(({ key, domains }) => [
        key,
        domains.reduce((sum, id) => sum + weightOf(id) / (sizes.get(id) ?? 1), 0) / domains.length,
      ]),
    ),
  );
}

/**
 * What each concept counts for in an exam, 1 on average; concepts that do not belong to it are left out.
 * @param exam the uid of a pack, or the id of a profile
 */
export function examWeights(
  exam: PackUid,
  packs: readonly PackIndex[],
  profiles: readonly ExamProfile[],
): Weights {
  const pack = packs.find(({ uid }) => uid === exam);
  if (pack) return ownWeights(pack);
  const profile = profiles.find(({ id }) => id === exam);
  return profile ? profileWeights(packs, profile) : new Map();
}
