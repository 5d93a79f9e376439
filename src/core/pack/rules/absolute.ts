import { lineText } from '#core/pack/document.ts';
import { eachScenario, optionsOf, optionText, textsOf, warning } from './rule.ts';

/** By language: words that allow no exception. */
export const absolutes = new Map([
  ['en', /\b(?:always|never|only|all|every|none|must)\b/i],
  ['ja', /必ず|常に|すべて|全て|決して|一切|絶対/u],
]);

/** Words that allow no exception stand in two or more wrong options, and in no right one. */
export const absolute = eachScenario(({ scenario, path }, pack) =>
  textsOf(pack, scenario.text).flatMap(([language, text]) => {
    const pattern = absolutes.get(language);
    const said = optionsOf(scenario).filter(({ id }) =>
      pattern?.test(lineText(optionText(text, id)?.text ?? [])),
    );
    const wrong = said.filter(({ right }) => !right).length;
    return wrong >= 2 && wrong === said.length
      ? [warning('absolute_words', [...path, 'text', language], { count: wrong, language })]
      : [];
  }),
);
