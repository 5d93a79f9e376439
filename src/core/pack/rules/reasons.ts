import type { Slug } from '#core/ids.ts';
import { lineText } from '#core/pack/document.ts';
import type { Scenario } from '#core/pack/model.ts';
import {
  eachScenario,
  type Finding,
  optionPath,
  optionsOf,
  shownIds,
  textsOf,
  warning,
} from './rule.ts';

/** Who must say why: every option and step, every prompt, every wrong typed answer. */
function owesReason(scenario: Scenario): readonly Slug[] {
  if (scenario.kind === 'matching') return scenario.prompts.map(({ id }) => id);
  if (scenario.kind === 'short')
    return scenario.answers.filter(({ right }) => !right).map(({ id }) => id);
  return shownIds(scenario);
}

/** Wrong options are real things that are right elsewhere, save common misconceptions. */
const owesRightWhen = (scenario: Scenario): readonly Slug[] =>
  optionsOf(scenario)
    .filter(({ right, never }) => !right && never !== true)
    .map(({ id }) => id);

/** An option without a reason, or a wrong one that does not say when it is right; nothing said of what decides. */
export const reasons = eachScenario(({ scenario, path }, pack) => {
  const why = owesReason(scenario);
  const rightWhen = owesRightWhen(scenario);
  return textsOf(pack, scenario.text).flatMap(([language, text]) => [
    ...(text.decides.length === 0 ? [warning('decides_missing', [...path, 'text', language])] : []),
    ...text.options.flatMap((option): Finding[] => {
      const { id } = option;
      const at = optionPath(path, language, id);
      const found: Finding[] = [];
      if (!option.why && why.includes(id)) found.push(warning('why_missing', at, { id, language }));
      if (!option.rightWhen && rightWhen.includes(id))
        found.push(warning('right_when_missing', at, { id, language }));
      if (option.rightWhen && !rightWhen.includes(id))
        found.push(warning('right_when_unneeded', at, { id }));
      if (option.rightWhen && /[.。．]$/u.test(lineText(option.rightWhen).trim()))
        found.push(warning('right_when_full_stop', at, { id }));
      return found;
    }),
  ]);
});
