import type { Pack } from '#core/pack/model.ts';
import {
  eachScenario,
  type Finding,
  optionPath,
  optionsOf,
  scenariosOf,
  sourceOf,
  warning,
} from './rule.ts';

/** Wrong options are real things; one in ten may be a misconception that exists nowhere. */
export function misconceptions(pack: Pack): readonly Finding[] {
  const options = scenariosOf(pack).flatMap(({ scenario }) => optionsOf(scenario));
  const count = options.filter(({ never }) => never).length;
  return count * 10 > options.length
    ? [warning('never_often', [], { count, of: options.length })]
    : [];
}

/** What an option stands for is what a learner took for something else. */
export const standsFor = eachScenario(({ scenario, path }, pack) =>
  optionsOf(scenario)
    .filter((option) => option.standsFor === undefined && option.never !== true)
    .map(({ id }) => warning('stands_for_missing', optionPath(path, sourceOf(pack), id), { id })),
);
