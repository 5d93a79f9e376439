import type { Slug } from '#core/ids.ts';
import type { Scenario } from '#core/pack/model.ts';
import { letterOf } from '#question/kind-view.ts';

/** What stands before each option on paper, in the order shown. */
export const marksOf = (shown: readonly Slug[]): readonly string[] =>
  shown.map((_id, place) => letterOf(place));

/** What is right, by those letters. */
export function keyWords(scenario: Scenario, shown: readonly Slug[]): string {
  const letter = (id: Slug): string => letterOf(shown.indexOf(id));
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return scenario.options
        .filter(({ right }) => right)
        .map(({ id }) => letter(id))
        .toSorted()
        .join(', ');
    case 'ordering':
      return scenario.steps.map(letter).join(' → ');
    case 'matching':
      return scenario.prompts
        .map(({ choice }, place) => `${place + 1} ${letter(choice)}`)
        .join(', ');
    case 'short':
      return scenario.answers
        .filter(({ right }) => right)
        .flatMap(({ texts }) => texts)
        .join(' / ');
  }
}
