import { documentText } from '#core/pack/document.ts';
import { wordsIn } from './prose.ts';
import { eachScenario, warning } from './rule.ts';

const SHORTEST = 40;
const LONGEST = 120;

/** The situation of a `single` or `multiple` without a case, in English: 40 to 120 words. */
export const situation = eachScenario(({ scenario, path }) => {
  const isChoice = scenario.kind === 'single' || scenario.kind === 'multiple';
  const english = scenario.text['en'];
  if (!isChoice || scenario.case !== undefined || !english) return [];
  const count = wordsIn(documentText(english.situation)).length;
  const params = { count, shortest: SHORTEST, longest: LONGEST };
  return count < SHORTEST || count > LONGEST
    ? [warning('situation_length', [...path, 'text', 'en'], params)]
    : [];
});
