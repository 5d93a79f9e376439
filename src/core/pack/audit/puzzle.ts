import { chance } from '#core/answer/grade.ts';
import { combinations } from '#core/answer/multiple.ts';
import type { Concept, Pack, Scenario } from '#core/pack/model.ts';
import { scenariosOf } from '#core/pack/rules/rule.ts';

/** A scenario as somebody sees it who guesses: so many options, so many of them right. */
export interface Puzzle {
  /** `<concept>/<scenario>`. */
  readonly id: string;
  readonly concept: Concept;
  readonly scenario: Scenario<'single' | 'multiple'>;
  /** Chance to be right without any clue, 0 to 1. */
  readonly chance: number;
}

/** The scenarios of a pack in which options are picked, in the order of the files. */
export const puzzlesOf = (pack: Pack): readonly Puzzle[] =>
  scenariosOf(pack).flatMap(({ concept, scenario }) =>
    scenario.kind === 'single' || scenario.kind === 'multiple'
      ? [{ id: `${concept.id}/${scenario.id}`, concept, scenario, chance: chance(scenario) }]
      : [],
  );

/**
 * The chance to be right, 0 to 1, for somebody who picks the options with the highest scores: as many as asked
 * for, and by lot among those that tie for the last places.
 * @param scores one for each option, in the order of the file
 */
export function winning({ scenario }: Puzzle, scores: readonly number[]): number {
  const choose = scenario.kind === 'multiple' ? scenario.choose : 1;
  const last = scores.toSorted((a, b) => b - a)[choose - 1];
  if (last === undefined || scores.length !== scenario.options.length)
    throw new Error('a guess needs a score for each option');
  const above = scenario.options.filter((_, place) => (scores[place] ?? last) > last);
  const tied = scenario.options.filter((_, place) => scores[place] === last);
  const left = choose - above.length;
  const isPossible =
    above.every(({ right }) => right) && tied.filter(({ right }) => right).length === left;
  return isPossible ? 1 / combinations(tied.length, left) : 0;
}
