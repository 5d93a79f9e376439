import type { Pack } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import { error, type Finding, scenariosOf } from './rule.ts';

interface Former {
  readonly id: string;
  readonly path: Path;
}

/** A learner's progress follows `was`, so that a former id leads to one place, and a retired one to none. */
export function formerIds(pack: Pack): readonly Finding[] {
  const retired = new Set(pack.retired);
  const present: Former[] = [
    ...pack.concepts.map(({ id }) => ({ id, path: ['concepts', id] })),
    ...scenariosOf(pack).map(({ concept, scenario, path }) => ({
      id: `${concept.id}/${scenario.id}`,
      path,
    })),
  ];
  const former: Former[] = [
    ...pack.concepts.flatMap(({ id, was }) =>
      was.map((old) => ({ id: old, path: ['concepts', id, 'was'] })),
    ),
    ...scenariosOf(pack).flatMap(({ concept, scenario, path }) =>
      scenario.was.map((old) => ({ id: `${concept.id}/${old}`, path: [...path, 'was'] })),
    ),
  ];
  const inUse = new Set(present.map(({ id }) => id));
  const claimed = new Set<string>();
  const found = present
    .filter(({ id }) => retired.has(id))
    .map(({ id, path }) => error('retired_reused', path, { id }));
  for (const { id, path } of former) {
    if (inUse.has(id)) found.push(error('was_in_use', path, { id }));
    if (claimed.has(id)) found.push(error('was_twice', path, { id }));
    if (retired.has(id)) found.push(error('was_retired', path, { id }));
    claimed.add(id);
  }
  return found;
}
