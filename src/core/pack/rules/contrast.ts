import type { Slug } from '#core/ids.ts';
import type { Concept, Pack, Scenario } from '#core/pack/model.ts';
import { type Finding, optionsOf, warning } from './rule.ts';

/** What is told apart in a scenario: what its options stand for. Answers that are typed or ordered have nothing. */
interface Told {
  readonly right: ReadonlySet<Slug>;
  readonly wrong: ReadonlySet<Slug>;
}

function toldIn(scenario: Scenario): Told {
  const named = (wanted: boolean): ReadonlySet<Slug> =>
    new Set(
      optionsOf(scenario).flatMap(({ right, standsFor }) =>
        right === wanted && standsFor !== undefined ? [standsFor] : [],
      ),
    );
  return { right: named(true), wrong: named(false) };
}

const toldOf = ({ scenarios }: Concept): readonly Told[] =>
  scenarios.map(toldIn).filter(({ right }) => right.size > 0);

const isTaken = (right: ReadonlySet<Slug>, wrong: ReadonlySet<Slug>): boolean =>
  [...right].some((thing) => wrong.has(thing));

/** Each of the two scenarios offers what is right in the other one, and there it is wrong. */
const turnsRound = (one: Told, other: Told): boolean =>
  isTaken(one.right, other.wrong) && isTaken(other.right, one.wrong);

/** Nothing can be said of a concept in which fewer than two scenarios have options. */
function lacksContrast(concept: Concept, confused: readonly Concept[]): boolean {
  const own = toldOf(concept);
  const all = [...own, ...confused.flatMap(toldOf)];
  return own.length > 1 && !own.some((one) => all.some((other) => turnsRound(one, other)));
}

/** A concept that is mixed up with others turns one condition round, in itself or against one of them. */
export const contrast = ({ concepts }: Pack): readonly Finding[] =>
  concepts
    .filter(({ confusable }) => confusable.length > 0)
    .filter((concept) =>
      lacksContrast(
        concept,
        concepts.filter(({ id }) => concept.confusable.includes(id)),
      ),
    )
    .map(({ id, confusable }) =>
      warning('contrast_missing', ['concepts', id], { confusable: confusable.join(', ') }),
    );
