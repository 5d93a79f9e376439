import { documentText, lineText } from '#core/pack/document.ts';
import type { ScenarioText } from '#core/pack/model.ts';
import { eachScenarioAlone, type Finding, sourceOf, textsOf, warning } from './rule.ts';
import { numbersApart } from './quantities.ts';

/** What is compared between two languages: the same part of the scenario. */
const partsOf = ({ situation, question, options, decides }: ScenarioText) => [
  { at: ['situation'], text: documentText(situation) },
  { at: ['question'], text: lineText(question) },
  { at: ['decides'], text: documentText(decides) },
  ...options.map(({ id, text }) => ({ at: ['options', id], text: lineText(text) })),
  ...options.map(({ id, why }) => ({ at: ['options', id, 'why'], text: documentText(why ?? []) })),
];

/** A number in figures in one language that the other does not know, in figures or in words. */
export const numbers = eachScenarioAlone(({ scenario, path }, pack) => {
  const source = scenario.text[sourceOf(pack)];
  if (!source) return [];
  return textsOf(pack, scenario.text).flatMap(([language, text]) => {
    if (language === sourceOf(pack)) return [];
    const others = partsOf(text);
    return partsOf(source).flatMap(({ at, text: own }): Finding[] => {
      const other = others.find((part) => part.at.join('/') === at.join('/'))?.text;
      if (other === undefined) return [];
      const place = [...path, 'text', language, ...at];
      return numbersApart(own, other)
        .slice(0, 1)
        .map((number) => warning('numbers_differ', place, { number, language }));
    });
  });
});
