import type { Slug } from '#core/ids.ts';
import type { KindName, Scenario } from '#core/pack/model.ts';
import { seeded } from '#core/random.ts';
import { rulesOf } from './kinds.ts';
import type { Response, Verdict } from './response.ts';
import type { Missing, OptionState } from './rules.ts';

interface OfKind {
  readonly kind: KindName;
}

/** TypeScript lets a response of another kind through where both are unions. */
function checkKind(scenario: OfKind, response: OfKind): void {
  if (scenario.kind !== response.kind)
    throw new Error(`a ${response.kind} response to a ${scenario.kind} scenario`);
}

/**
 * Whether a response is right by the scenario's key, and how many of its parts are. All or nothing counts.
 * @param response `null` is "I don't know": nothing is right
 * @throws when the response is of another kind
 */
export function grade<K extends KindName>(
  scenario: Scenario<K>,
  response: Response<K> | null,
): Verdict {
  if (response === null)
    return { right: false, earned: 0, total: rulesOf(scenario).parts(scenario) };
  checkKind(scenario, response);
  return rulesOf(scenario).grade(scenario, response);
}

/**
 * What is missing before a response can be submitted; `null` when it is complete. Not finished is not wrong.
 * More than asked for is incomplete as well (`done` is above `total`).
 * @throws when the response is of another kind
 */
export function missingFrom<K extends KindName>(
  scenario: Scenario<K>,
  response: Response<K>,
): Missing | null {
  checkKind(scenario, response);
  return rulesOf(scenario).missing(scenario, response);
}

/** Whether a response can be submitted. */
export const isComplete = <K extends KindName>(
  scenario: Scenario<K>,
  response: Response<K>,
): boolean => missingFrom(scenario, response) === null;

/**
 * The chance to be right by guessing, 0 to 1: 1/k for one of k, 1/C(n,k) for k of n, 1/P(n,k) for k in order,
 * choices^-prompts for matching, 0 for typed answers.
 */
export const chance = <K extends KindName>(scenario: Scenario<K>): number =>
  rulesOf(scenario).chance(scenario);

/**
 * The order in which to show: options (pinned ones last), the pool of steps (never in the right order),
 * the choices of matching; nothing for typed answers. The same seed gives the same order.
 */
export const shownOrder = <K extends KindName>(scenario: Scenario<K>, seed: number): Slug[] =>
  rulesOf(scenario).order(scenario, seeded(seed));

/**
 * What became of each option, step, prompt (matching) or listed answer (short), by id.
 * @param response `null` is "I don't know"
 * @throws when the response is of another kind
 */
export function optionStates<K extends KindName>(
  scenario: Scenario<K>,
  response: Response<K> | null,
): ReadonlyMap<Slug, OptionState> {
  if (response !== null) checkKind(scenario, response);
  return rulesOf(scenario).states(scenario, response);
}
