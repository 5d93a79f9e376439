import type { Slug } from '#core/ids.ts';
import type { Domain, Exam, Pack, Scenario } from './model.ts';

/**
 * How many questions of a form each domain has by its weight; together they are all questions. What is left over after
 * whole numbers goes to the largest remainders, and among equal ones to the first domain.
 */
export function questionsByDomain(
  domains: readonly Domain[],
  questions: number,
): ReadonlyMap<Slug, number> {
  const sum = domains.reduce((total, { weight }) => total + weight, 0);
  const exact = domains.map(({ id, weight }) => ({ id, count: (questions * weight) / sum }));
  const whole = exact.map(({ id, count }) => ({ id, count: Math.floor(count), rest: count % 1 }));
  const left = questions - whole.reduce((total, { count }) => total + count, 0);
  const favoured = new Set(
    whole
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ id }) => id),
  );
  return new Map(whole.map(({ id, count }) => [id, count + (favoured.has(id) ? 1 : 0)]));
}

/** The scenarios that a form may be drawn from, by domain. */
export function examScenarios(
  { concepts, domains }: Pack,
  { kinds }: Exam,
): ReadonlyMap<Slug, readonly Scenario[]> {
  const inDomain = (id: Slug): readonly Scenario[] =>
    concepts
      .filter(({ domain }) => domain === id)
      .flatMap(({ scenarios }) => scenarios.filter(({ kind }) => kinds.includes(kind)));
  return new Map(domains.map(({ id }) => [id, inDomain(id)]));
}
