import type { Slug } from '#core/ids.ts';
import type { Localized } from '#core/language.ts';
import { lineText } from './document.ts';
import type { Scenario, ScenarioText } from './model.ts';

const said = (text: ScenarioText, id: Slug): string => {
  const option = text.options.find((candidate) => candidate.id === id);
  return option ? lineText(option.text) : id;
};

function wordsIn(scenario: Scenario, text: ScenarioText): string {
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return scenario.options
        .filter(({ right }) => right)
        .map(({ id }) => said(text, id))
        .join(' / ');
    case 'ordering':
      return scenario.steps.map((id) => said(text, id)).join(' → ');
    case 'matching':
      return scenario.prompts
        .map(({ id, choice }) => `${said(text, id)} = ${said(text, choice)}`)
        .join(' / ');
    case 'short':
      return scenario.answers
        .filter(({ right }) => right)
        .flatMap(({ texts }) => texts)
        .join(' / ');
  }
}

/** What is right, in words, by language. */
export const answerWords = (scenario: Scenario): Localized<string> =>
  Object.fromEntries(
    Object.entries(scenario.text).flatMap(([language, text]) =>
      text ? [[language, wordsIn(scenario, text)]] : [],
    ),
  );
