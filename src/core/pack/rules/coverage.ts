import type { Pack } from '#core/pack/model.ts';
import { type Finding, optionsOf, warning } from './rule.ts';

/** Fewer situations than this are learnt by heart. */
const ENOUGH = 3;

const keyOf = (scenario: Parameters<typeof optionsOf>[0]): string =>
  optionsOf(scenario)
    .filter(({ right }) => right)
    .map(({ standsFor }) => standsFor ?? '')
    .toSorted()
    .join(' ');

/** A concept needs several situations outside of the reserve, and not the same answer in each of them. */
export const coverage = ({ concepts }: Pack): readonly Finding[] =>
  concepts.flatMap(({ id, scenarios }) => {
    const path = ['concepts', id];
    const count = scenarios.filter(({ reserve }) => !reserve).length;
    if (count < ENOUGH) return [warning('few_scenarios', path, { count, least: ENOUGH })];
    const keys = scenarios.filter((scenario) => optionsOf(scenario).length > 0).map(keyOf);
    const [first = ''] = keys;
    return keys.length >= ENOUGH && first !== '' && keys.every((key) => key === first)
      ? [warning('same_answer_always', path, { answer: first })]
      : [];
  });
