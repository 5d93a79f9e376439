import type { Slug } from '#core/ids.ts';
import type { Domain, Exam, Scenario } from './model.ts';

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

/** A scenario with the concept that it belongs to. */
interface Placed<S> {
  readonly concept: Slug;
  readonly scenario: S;
}

/** As much of a pack as is looked through: the whole one or its index. */
interface Concepts<S> {
  readonly domains: readonly Pick<Domain, 'id'>[];
  readonly concepts: readonly {
    readonly id: Slug;
    readonly domain: Slug;
    readonly scenarios: readonly S[];
  }[];
}

/** The scenarios that a form may be drawn from, by domain. */
export function examScenarios<S extends Pick<Scenario, 'kind'>>(
  { concepts, domains }: Concepts<S>,
  { kinds }: Pick<Exam, 'kinds'>,
): ReadonlyMap<Slug, readonly Placed<S>[]> {
  const inDomain = (id: Slug): readonly Placed<S>[] =>
    concepts
      .filter(({ domain }) => domain === id)
      .flatMap(({ id: concept, scenarios }) =>
        scenarios
          .filter(({ kind }) => kinds.includes(kind))
          .map((scenario) => ({ concept, scenario })),
      );
  return new Map(domains.map(({ id }) => [id, inDomain(id)]));
}
