import type { ExamProfile } from '#core/exam/profile.ts';
import type { Slug } from '#core/ids.ts';
import type { Pack } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import { error, type Finding } from './rule.ts';

/** An exam, domain or task that does not exist, or that no concept can cover. Without profiles the names are believed. */
export function covers(pack: Pack, profiles: readonly ExamProfile[] = []): readonly Finding[] {
  return Object.entries(pack.covers ?? {}).flatMap(([id, byDomain]) => {
    const profile = profiles.find((one) => one.id === id);
    if (!profile && profiles.length > 0) {
      const known = profiles.map((one) => one.id).join(', ');
      return [error('covers_profile', ['covers', id], { id, known })];
    }
    return Object.entries(byDomain).flatMap(([domain, mapped]) => [
      ...ownDomain(pack, ['covers', id, domain], domain),
      ...(profile ? mappedDomains(profile, ['covers', id, domain], mapped) : []),
    ]);
  });
}

function ownDomain({ domains, concepts }: Pack, path: Path, domain: Slug): readonly Finding[] {
  if (!domains.some(({ id }) => id === domain))
    return [error('covers_own_domain', path, { id: domain })];
  const isEmpty = !concepts.some((concept) => concept.domain === domain);
  return isEmpty ? [error('covers_nothing', path, { id: domain })] : [];
}

function mappedDomains(
  { id: exam, domains }: ExamProfile,
  path: Path,
  mapped: Readonly<Record<Slug, readonly string[]>>,
): readonly Finding[] {
  return Object.entries(mapped).flatMap(([id, tasks]) => {
    const domain = domains.find((one) => one.id === id);
    if (!domain) return [error('covers_domain', [...path, id], { id, exam })];
    // Of a guide whose tasks are not known none can be covered.
    return tasks
      .filter((task) => !domain.tasks?.includes(task))
      .map((task) => error('covers_task', [...path, id, task], { task, id, exam }));
  });
}
