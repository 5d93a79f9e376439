import { choiceOrder, choiceStates } from './choice.ts';
import { verdictOf, type KindRules } from './rules.ts';

/** Ways to choose `k` of `n`. */
export const combinations = (n: number, k: number): number => {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
};

/** So many of several, all or nothing. */
export const multiple: KindRules<'multiple'> = {
  parts({ choose }) {
    return choose;
  },
  grade({ options, choose }, { chosen }) {
    const picked = new Set(chosen);
    const earned = options.filter(({ id, right }) => right && picked.has(id)).length;
    return verdictOf(earned, choose, picked.size === choose);
  },
  missing({ options, choose }, { chosen }) {
    const picked = new Set(chosen);
    const done = options.filter(({ id }) => picked.has(id)).length;
    return done === choose && picked.size === choose
      ? null
      : { need: 'choose', done: picked.size, total: choose };
  },
  chance({ options, choose }) {
    return 1 / combinations(options.length, choose);
  },
  order({ options, pin }, random) {
    return choiceOrder(options, pin, random);
  },
  states({ options }, response) {
    return choiceStates(options, response?.chosen ?? []);
  },
};
