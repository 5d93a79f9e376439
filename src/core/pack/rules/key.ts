import type { Scenario } from '#core/pack/model.ts';
import { eachScenario, error, type Finding, warning } from './rule.ts';

/** A key that no learner can meet: too few options, all of them right, a pair that leads nowhere. */
export const key = eachScenario(({ scenario, path }) => [
  ...wrongKey(scenario).map(({ code, params }) => error(code, path, params)),
  ...fewOptions(scenario).map(({ code, params }) => warning(code, path, params)),
]);

/** Easily guessed, yet it can be answered: old questions often ask for true or false. */
function fewOptions(scenario: Scenario): readonly Flaw[] {
  if (scenario.kind !== 'single' && scenario.kind !== 'multiple') return [];
  const count = scenario.options.length;
  return count >= LEAST_OPTIONS && count < GOOD_OPTIONS
    ? [{ code: 'few_options', params: { count } }]
    : [];
}

const LEAST_OPTIONS = 2;
const GOOD_OPTIONS = 4;

type Flaw = Pick<Finding, 'code' | 'params'>;

function wrongKey(scenario: Scenario): readonly Flaw[] {
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return wrongOptions(scenario);
    case 'ordering':
      return scenario.steps.length < 2
        ? [{ code: 'too_few_steps', params: { count: scenario.steps.length } }]
        : [];
    case 'matching':
      return wrongPairs(scenario);
    case 'short':
      return scenario.answers.some(({ right }) => right)
        ? []
        : [{ code: 'no_accepted_answer', params: {} }];
  }
}

function wrongOptions({ options, pin }: Scenario<'single' | 'multiple'>): readonly Flaw[] {
  const found: Flaw[] = [];
  const ids = options.map(({ id }) => id);
  if (options.length < LEAST_OPTIONS)
    found.push({ code: 'too_few_options', params: { count: options.length } });
  if (options.length > 0 && options.every(({ right }) => right))
    found.push({ code: 'all_right', params: {} });
  for (const { id, right, never } of options)
    if (right && never) found.push({ code: 'never_is_right', params: { id } });
  for (const id of pin) if (!ids.includes(id)) found.push({ code: 'unknown_pin', params: { id } });
  return found;
}

function wrongPairs({ prompts, choices }: Scenario<'matching'>): readonly Flaw[] {
  const found: Flaw[] = [];
  if (prompts.length < 2)
    found.push({ code: 'too_few_prompts', params: { count: prompts.length } });
  if (choices.length < 2)
    found.push({ code: 'too_few_choices', params: { count: choices.length } });
  for (const { id, choice } of prompts)
    if (!choices.includes(choice)) found.push({ code: 'unknown_choice', params: { id, choice } });
  return found;
}
