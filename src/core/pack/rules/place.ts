import type { Pack } from '#core/pack/model.ts';
import { type Finding, scenariosOf, warning } from './rule.ts';

/** Standard deviations beyond which chance is no explanation. */
const SKEWED = 3;

/** The place of the right option in the files of `single` questions, against what chance would give. */
export function place(pack: Pack): readonly Finding[] {
  const singles = scenariosOf(pack).flatMap(({ scenario }) =>
    scenario.kind === 'single' ? [scenario.options] : [],
  );
  const places = Math.max(0, ...singles.map(({ length }) => length));
  return Array.from({ length: places }, (_, index) => index).flatMap((index) => {
    const possible = singles.filter(({ length }) => length > index);
    const count = possible.filter((options) => options[index]?.right).length;
    const chances = possible.map(({ length }) => 1 / length);
    const expected = chances.reduce((sum, chance) => sum + chance, 0);
    const spread = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
    return Math.abs(count - expected) > SKEWED * spread
      ? [warning('key_place_skewed', [], { place: index + 1, count, of: singles.length })]
      : [];
  });
}
