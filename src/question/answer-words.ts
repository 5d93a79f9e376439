import type { Slug } from '#core/ids.ts';
import { lineText } from '#core/pack/document.ts';
import type { Scenario, ScenarioText } from '#core/pack/model.ts';
import { letterOf, lineOf } from './kind-view.ts';

/** The right answer in few words, by the numbers and letters on the screen: to be said aloud. */
export function answerWords(
  scenario: Scenario,
  text: ScenarioText,
  shown: readonly Slug[],
): string {
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return scenario.options
        .filter((option) => option.right)
        .map((option) => shown.indexOf(option.id) + 1)
        .toSorted((a, b) => a - b)
        .join(', ');
    case 'ordering':
      return scenario.steps.map((id) => shown.indexOf(id) + 1).join(', ');
    case 'matching':
      return scenario.prompts
        .map(({ choice }, place) => `${place + 1} ${letterOf(shown.indexOf(choice))}`)
        .join(', ');
    case 'short': {
      const accepted = scenario.answers.find((answer) => answer.right);
      if (accepted === undefined) return '';
      return lineText(lineOf(text, accepted.id)) || (accepted.texts[0] ?? '');
    }
  }
}
