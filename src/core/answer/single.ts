import { choiceOrder, choiceStates } from './choice.ts';
import { verdictOf, type KindRules } from './rules.ts';

/** One of several. */
export const single: KindRules<'single'> = {
  parts() {
    return 1;
  },
  grade({ options }, { chosen }) {
    return verdictOf(options.some(({ id, right }) => right && id === chosen) ? 1 : 0, 1);
  },
  missing({ options }, { chosen }) {
    const known = options.some(({ id }) => id === chosen);
    return known ? null : { need: 'choose', done: 0, total: 1 };
  },
  chance({ options }) {
    return 1 / options.length;
  },
  order({ options, pin }, random) {
    return choiceOrder(options, pin, random);
  },
  states({ options }, response) {
    return choiceStates(options, response === null ? [] : [response.chosen]);
  },
};
