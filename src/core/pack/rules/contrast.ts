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

const turnsRound = (one: Told, other: Told): boolean =>
  [...one.right].some((thing) => other.wrong.has(thing));

/** Nothing can be said of a concept in which fewer than two scenarios have options. */
function lacksContrast({ scenarios }: Concept): boolean {
  const told = scenarios.map(toldIn).filter(({ right }) => right.size > 0);
  return (
    told.length > 1 &&
    !told.some((one) => told.some((other) => other !== one && turnsRound(one, other)))
  );
}

/** A concept that is mixed up with others shows a pair: what is right in one scenario is wrong in another. */
export const contrast = ({ concepts }: Pack): readonly Finding[] =>
  concepts
    .filter((concept) => concept.confusable.length > 0 && lacksContrast(concept))
    .map(({ id, confusable }) =>
      warning('contrast_missing', ['concepts', id], { confusable: confusable.join(', ') }),
    );
