import type { Slug } from '#core/ids.ts';
import type { KindName, Scenario } from '#core/pack/model.ts';
import type { Random } from '#core/random.ts';
import type { Response, Verdict } from './response.ts';

/**
 * What became of one option (step, prompt or accepted answer):
 * chosen and right, right but not chosen, chosen and wrong, wrong and not chosen.
 */
export type OptionState = 'chosen-right' | 'missed' | 'chosen-wrong' | 'rightly-left';

/** What is still to be done before an answer can be submitted, as a value for words. */
export interface Missing {
  readonly need: 'choose' | 'order' | 'match' | 'type';
  readonly done: number;
  readonly total: number;
}

/** What one kind of question knows about itself. One of these stands in the table of `kinds.ts` for each kind. */
export interface KindRules<K extends KindName> {
  /** How many things must be right. */
  parts(scenario: Scenario<K>): number;
  grade(scenario: Scenario<K>, response: Response<K>): Verdict;
  /** `null` when nothing is missing. */
  missing(scenario: Scenario<K>, response: Response<K>): Missing | null;
  /** Chance to be right by guessing, 0 to 1. */
  chance(scenario: Scenario<K>): number;
  /** The ids in the order to show. */
  order(scenario: Scenario<K>, random: Random): Slug[];
  /** `null` is "I don't know": nothing was chosen. */
  states(scenario: Scenario<K>, response: Response<K> | null): ReadonlyMap<Slug, OptionState>;
}

/** All parts right is right; there is no partial credit. */
export const verdictOf = (earned: number, total: number, clean = true): Verdict => ({
  right: clean && earned === total,
  earned,
  total,
});

export const optionState = (right: boolean, chosen: boolean): OptionState => {
  if (right) return chosen ? 'chosen-right' : 'missed';
  return chosen ? 'chosen-wrong' : 'rightly-left';
};
