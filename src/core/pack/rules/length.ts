import type { Pack } from '#core/pack/model.ts';
import { lengthOf } from './prose.ts';
import {
  eachScenario,
  type Finding,
  optionsOf,
  optionText,
  type Placed,
  scenariosOf,
  sourceOf,
  textsOf,
  warning,
} from './rule.ts';

/** So much longer than every wrong option gives a key away. */
const TELLING = 1.4;
/** Below this many questions a share says nothing. */
const ENOUGH = 12;

/** Lengths of the right and of the wrong options in one language. */
function lengths({ scenario }: Placed, language: string) {
  const text = scenario.text[language];
  const measured = optionsOf(scenario).flatMap(({ id, right }) => {
    const option = text && optionText(text, id);
    return option ? [{ right, length: lengthOf(option.text) }] : [];
  });
  const of = (wanted: boolean) =>
    measured.filter(({ right }) => right === wanted).map(({ length }) => length);
  return { right: Math.min(...of(true)), wrong: Math.max(...of(false)) };
}

/** Every right option is far longer than every wrong one. */
export const longestOption = eachScenario((placed, pack) => {
  if (optionsOf(placed.scenario).length === 0) return [];
  return textsOf(pack, placed.scenario.text).flatMap(([language]) => {
    const { right, wrong } = lengths(placed, language);
    return Number.isFinite(right) && wrong > 0 && right > wrong * TELLING
      ? [
          warning('right_option_longest', [...placed.path, 'text', language], {
            right,
            wrong,
            language,
          }),
        ]
      : [];
  });
});

/** The right option is the longest in more than a third of the pack's `single` questions. */
export function longestOften(pack: Pack): readonly Finding[] {
  const singles = scenariosOf(pack).filter(({ scenario }) => scenario.kind === 'single');
  const longest = singles.filter((placed) => {
    const { right, wrong } = lengths(placed, sourceOf(pack));
    return right > wrong;
  });
  return singles.length >= ENOUGH && longest.length * 3 > singles.length
    ? [warning('right_option_often_longest', [], { count: longest.length, of: singles.length })]
    : [];
}
