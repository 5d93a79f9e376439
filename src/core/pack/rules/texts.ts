import { lineText, type Line } from '#core/pack/document.ts';
import type { Slug } from '#core/ids.ts';
import type { Scenario } from '#core/pack/model.ts';
import {
  eachScenario,
  error,
  type Finding,
  optionPath,
  optionText,
  shownIds,
  textsOf,
} from './rule.ts';

/** What stands side by side on the screen, and so must differ. */
const groupsOf = (scenario: Scenario): readonly (readonly Slug[])[] =>
  scenario.kind === 'matching'
    ? [scenario.prompts.map(({ id }) => id), scenario.choices]
    : [shownIds(scenario)];

const isExact = (scenario: Scenario): boolean =>
  scenario.kind === 'short' && scenario.compare === 'exact';

/** Letters of another width or case and blanks make no other option, except in commands. */
const form = (line: Line, exact: boolean): string =>
  exact
    ? lineText(line).trim()
    : lineText(line).normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** Two options that read the same. */
export const texts = eachScenario(({ scenario, path }, pack) =>
  textsOf(pack, scenario.text).flatMap(([language, text]) =>
    groupsOf(scenario).flatMap((ids) => {
      const seen = new Map<string, Slug>();
      const found: Finding[] = [];
      for (const id of ids) {
        const option = optionText(text, id);
        if (!option) continue;
        const same = form(option.text, isExact(scenario));
        const other = seen.get(same);
        if (other !== undefined)
          found.push(error('option_text_twice', optionPath(path, language, id), { id, other }));
        seen.set(same, id);
      }
      return found;
    }),
  ),
);
