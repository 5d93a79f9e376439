import type { Checked, Pack } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import { type Finding, scenariosOf, warning } from './rule.ts';

/** The same day a year earlier; dates as `YYYY-MM-DD` sort as text. */
const yearBefore = (date: string): string => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;

/** Facts come from somewhere, and were looked up lately. */
export function evidence(pack: Pack): readonly Finding[] {
  const oldest = yearBefore(pack.released);
  const aged = (path: Path, checked: Checked | undefined): Finding[] => {
    if (!checked) return [warning('checked_missing', path)];
    const { on } = checked;
    return on < oldest
      ? [warning('reference_old', [...path, 'checked'], { on, released: pack.released })]
      : [];
  };
  return [
    ...scenariosOf(pack).flatMap(({ scenario, path }) => [
      ...(scenario.references.length === 0 ? [warning('no_reference', path)] : []),
      ...aged(path, scenario.checked),
    ]),
    ...pack.notes.flatMap(({ id, checked }) => aged(['notes', id], checked)),
  ];
}
