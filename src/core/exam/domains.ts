import type { PackUid, Slug } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { ExamProfile } from './profile.ts';

/**
 * The domains of an exam that a domain of a pack belongs to; none if it is no part of the exam. Where there are several,
 * each has an equal part in what is there.
 */
export type DomainsOf = (pack: PackUid, domain: Slug) => readonly Slug[];

/** Of the own exam of a pack. */
export const ownDomains: DomainsOf = (_, domain) => [domain];

/** Of a real exam, as the packs say it; what they say of domains that it does not have counts nowhere. */
export function coveredDomains(
  packs: readonly PackIndex[],
  { id, domains }: Pick<ExamProfile, 'id' | 'domains'>,
): DomainsOf {
  const known = new Set(domains.map((domain) => domain.id));
  const byPack = new Map(packs.map(({ uid, covers }) => [uid, covers?.[id]]));
  // A pack has them in the order of its file, or in that of its document: a code gives one form for both.
  return (pack, domain) =>
    Object.keys(byPack.get(pack)?.[domain] ?? {})
      .filter((name) => known.has(name))
      .toSorted();
}
