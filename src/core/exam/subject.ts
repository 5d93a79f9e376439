import type { PackIndex } from '#core/pack/library.ts';
import { packBlueprint, profileBlueprint, type Blueprint } from './blueprint.ts';
import { coveredDomains, ownDomains, type DomainsOf } from './domains.ts';
import type { ExamProfile } from './profile.ts';
import { coveredBy, isEnough } from './scope.ts';

/** An exam, and the packs that somebody prepares for it with. */
export interface Subject {
  /** One or more; a pack's own exam has that pack alone. */
  readonly packs: readonly PackIndex[];
  readonly blueprint: Blueprint;
  /** Of the blueprint. */
  readonly domainsOf: DomainsOf;
  /** Whether the packs declare that they cover the exam of the blueprint: only then may that be named. */
  readonly covers: boolean;
}

/** A pack's own exam; `null` if it has none. */
export function ownExam(pack: PackIndex): Subject | null {
  const blueprint = packBlueprint(pack);
  if (blueprint === null) return null;
  return { packs: [pack], blueprint, domainsOf: ownDomains, covers: false };
}

/**
 * A real exam with all packs that say what they cover of it; `null` unless they have concepts for enough of its
 * tasks, or while one of its numbers is not known.
 */
export function realExam(packs: readonly PackIndex[], profile: ExamProfile): Subject | null {
  const blueprint = profileBlueprint(profile);
  const covered = coveredBy(packs, profile);
  if (blueprint === null || covered === null || !isEnough(covered)) return null;
  const covering = packs.filter(({ covers }) => covers?.[profile.id] !== undefined);
  return {
    packs: covering,
    blueprint,
    domainsOf: coveredDomains(covering, profile),
    covers: true,
  };
}

/** All exams that can be prepared for: the packs' own, then the real ones that they cover. */
export const subjectsOf = (
  packs: readonly PackIndex[],
  profiles: readonly ExamProfile[],
): readonly Subject[] => [
  ...packs.flatMap((pack) => ownExam(pack) ?? []),
  ...profiles.flatMap((profile) => realExam(packs, profile) ?? []),
];
