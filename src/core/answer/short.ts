import type { Slug } from '#core/ids.ts';
import type { Scenario } from '#core/pack/model.ts';
import { optionState, verdictOf, type KindRules } from './rules.ts';

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Commands: outer blanks and full-width ASCII are forgiven, nothing else. */
const exactForm = (typed: string): string =>
  typed
    .replaceAll('\u3000', ' ')
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .trim();

/** Words: width, case and blanks are forgiven. Upper before lower case folds `ß` and `ς` too. */
const proseForm = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').replace(/\s+/gu, '');

const formOf = (compare: Scenario<'short'>['compare'], typed: string): string =>
  compare === 'exact' ? exactForm(typed) : proseForm(typed);

/** The listed answer, right or a common wrong one, that was typed; `null` for anything else. */
function answerTyped(scenario: Scenario<'short'>, typed: string): Slug | null {
  const form = formOf(scenario.compare, typed);
  const found = scenario.answers.find(({ texts }) =>
    texts.some((text) => formOf(scenario.compare, text) === form),
  );
  return found?.id ?? null;
}

/** A typed answer; a list of accepted ones, never a pattern. */
export const short: KindRules<'short'> = {
  parts() {
    return 1;
  },
  grade(scenario, { typed }) {
    const id = answerTyped(scenario, typed);
    const right = scenario.answers.some((answer) => answer.right && answer.id === id);
    return verdictOf(right ? 1 : 0, 1);
  },
  missing(_scenario, { typed }) {
    return typed.trim() === '' ? { need: 'type', done: 0, total: 1 } : null;
  },
  chance() {
    return 0;
  },
  order() {
    return [];
  },
  states(scenario, response) {
    const id = response === null ? null : answerTyped(scenario, response.typed);
    const right = scenario.answers.some((answer) => answer.right && answer.id === id);
    return new Map(
      scenario.answers.map((answer) => {
        // Several answers are accepted, one is enough: beside a right one the others were not missed.
        const wanted = answer.right && !(right && answer.id !== id);
        return [answer.id, optionState(wanted, answer.id === id)];
      }),
    );
  },
};
