import type { Slug } from '#core/ids.ts';
import { shuffled } from '#core/random.ts';
import { optionState, verdictOf, type KindRules, type OptionState } from './rules.ts';

/** Ways to lay out `k` of `n` in a row. */
const permutations = (n: number, k: number): number => {
  let ways = 1;
  for (let i = 0; i < k; i += 1) ways *= n - i;
  return ways;
};

/** The steps that belong, in their order; spare ones left out. */
export const ordering: KindRules<'ordering'> = {
  parts({ steps }) {
    return steps.length;
  },
  grade({ steps }, { order }) {
    const earned = steps.filter((step, place) => order[place] === step).length;
    return verdictOf(earned, steps.length, order.length === steps.length);
  },
  missing({ steps, spare }, { order }) {
    const pool = new Set([...steps, ...spare]);
    const laid = new Set(order.filter((step) => pool.has(step)));
    const whole = laid.size === steps.length && order.length === steps.length;
    return whole ? null : { need: 'order', done: order.length, total: steps.length };
  },
  chance({ steps, spare }) {
    return 1 / permutations(steps.length + spare.length, steps.length);
  },
  order({ steps, spare }, random) {
    const shown = shuffled([...steps, ...spare], random);
    const asShown = shown.filter((step) => steps.includes(step));
    // The pool must never give the answer away.
    const given = asShown.every((step, place) => step === steps[place]);
    return given ? shown.toReversed() : shown;
  },
  states({ steps, spare }, response) {
    const order = response?.order ?? [];
    const states = new Map<Slug, OptionState>();
    steps.forEach((step, place) => {
      const laid = order.includes(step);
      states.set(step, laid && order[place] !== step ? 'chosen-wrong' : optionState(true, laid));
    });
    for (const step of spare) states.set(step, optionState(false, order.includes(step)));
    return states;
  },
};
