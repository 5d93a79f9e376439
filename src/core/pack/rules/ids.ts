import type { Slug } from '#core/ids.ts';
import type { Pack } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import { error, type Finding, scenariosOf } from './rule.ts';

interface Named {
  readonly id: Slug;
}

function twice(path: Path, things: readonly Named[]): Finding[] {
  const seen = new Set<Slug>();
  return things.flatMap(({ id }) => {
    if (seen.has(id)) return [error('id_twice', [...path, id], { id })];
    seen.add(id);
    return [];
  });
}

/** An id names one thing. */
export function ids(pack: Pack): readonly Finding[] {
  const concepts = new Set(pack.concepts.map(({ id }) => id));
  return [
    ...twice(['domains'], pack.domains),
    ...twice(['terms'], pack.terms),
    ...twice(['notes'], pack.notes),
    ...twice(['cases'], pack.cases),
    ...twice(['concepts'], pack.concepts),
    ...pack.concepts.flatMap(({ id, scenarios }) =>
      twice(['concepts', id, 'scenarios'], scenarios),
    ),
    ...pack.notes.flatMap(({ id, references }) => twice(['notes', id, 'references'], references)),
    ...scenariosOf(pack).flatMap(({ scenario, path }) =>
      twice([...path, 'references'], scenario.references),
    ),
    ...pack.terms
      .filter(({ id }) => concepts.has(id))
      .map(({ id }) => error('term_is_concept', ['terms', id], { id })),
  ];
}
