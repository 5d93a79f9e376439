import { shuffled } from '#core/random.ts';
import { verdictOf, type KindRules } from './rules.ts';

/** Each prompt to its choice; a choice may serve several prompts. The states are those of the prompts. */
export const matching: KindRules<'matching'> = {
  parts({ prompts }) {
    return prompts.length;
  },
  grade({ prompts }, { pairs }) {
    const given = new Map(pairs);
    const earned = prompts.filter(({ id, choice }) => given.get(id) === choice).length;
    return verdictOf(earned, prompts.length);
  },
  missing({ prompts, choices }, { pairs }) {
    const given = new Map(pairs);
    const done = prompts.filter(({ id }) => {
      const choice = given.get(id);
      return choice !== undefined && choices.includes(choice);
    }).length;
    return done === prompts.length ? null : { need: 'match', done, total: prompts.length };
  },
  chance({ prompts, choices }) {
    return choices.length ** -prompts.length;
  },
  order({ choices }, random) {
    return shuffled(choices, random);
  },
  states({ prompts }, response) {
    const given = new Map(response?.pairs ?? []);
    return new Map(
      prompts.map(({ id, choice }) => {
        const chosen = given.get(id);
        if (chosen === undefined) return [id, 'missed'];
        return [id, chosen === choice ? 'chosen-right' : 'chosen-wrong'];
      }),
    );
  },
};
