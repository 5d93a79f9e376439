import { chance, shownOrder } from '#core/answer/grade.ts';
import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Pack, Scenario } from '#core/pack/model.ts';
import { type Finding, error, scenariosOf } from '#core/pack/rules/rule.ts';
import { type Puzzle, puzzlesOf, winning } from './puzzle.ts';
import {
  contrarian,
  type Guess,
  memoriser,
  plainGuess,
  plainStrategies,
  textGuess,
  textStrategies,
} from './strategies.ts';

/** Percentage points from chance, above or below, that a guess by form may have. */
const FORM_BOUND = 5;
/**
 * Percentage points above chance that a guess from memory may have, straight or in reverse. The two pull against each
 * other: an answer that comes back in a concept helps the memoriser, one that never does helps the contrarian. Far
 * below chance is no leak, since the reverse is measured by itself.
 */
const MEMORY_BOUND = 10;
/** Below this many questions a share says nothing. */
const ENOUGH = 12;
/** How often each ordering is laid out. */
const LAYOUTS = 1000;

/** How one way of guessing fares over a pack. */
export interface Row {
  readonly strategy: string;
  /** Where words matter. */
  readonly language?: Language;
  readonly questions: number;
  /** In how many of them the strategy prefers anything; elsewhere it draws lots. */
  readonly speaks: number;
  /** Share that is right, 0 to 1. */
  readonly score: number;
  /** Share that is right by lot, 0 to 1. */
  readonly chance: number;
  /** Standard deviation of that share if only lots decided, 0 to 1. */
  readonly spread: number;
  /** Whether the bound is kept; `null` where none is set. */
  readonly kept: boolean | null;
  /** When it is not: the scenarios that move the score, those first that need the least change. */
  readonly worst: readonly string[];
}

export interface Audit {
  readonly rows: readonly Row[];
  /** Concepts in which memory alone answers every scenario. */
  readonly learntByHeart: readonly Slug[];
}

interface Guessed {
  readonly id: string;
  readonly chance: number;
  readonly score: number;
  readonly speaks: boolean;
  /** Between the best right option and the best wrong one; in the strategy's own unit. */
  readonly margin: number;
}

function guessed(puzzle: Puzzle, guess: Guess): Guessed {
  const scores = guess(puzzle);
  const best = (wanted: boolean): number =>
    Math.max(...scores.filter((_, place) => puzzle.scenario.options[place]?.right === wanted));
  return {
    id: puzzle.id,
    chance: puzzle.chance,
    score: winning(puzzle, scores),
    speaks: new Set(scores).size > 1,
    margin: Math.abs(best(true) - best(false)),
  };
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

type Bound = 'form' | 'memory';

function isKept(bound: Bound, points: number, questions: number): boolean | null {
  if (questions < ENOUGH) return null;
  return bound === 'form' ? Math.abs(points) <= FORM_BOUND : points <= MEMORY_BOUND;
}

function rowOf(
  name: Pick<Row, 'strategy' | 'language'>,
  bound: Bound,
  all: readonly Guessed[],
): Row {
  const questions = all.length;
  const share = (numbers: readonly number[]): number => sum(numbers) / Math.max(1, questions);
  const score = share(all.map((one) => one.score));
  const byLot = share(all.map((one) => one.chance));
  const variance = share(all.map((one) => one.chance * (1 - one.chance)));
  const kept = isKept(bound, (score - byLot) * 100, questions);
  const moves = (one: Guessed): boolean =>
    one.speaks && (score > byLot ? one.score > one.chance : one.score < one.chance);
  const worst = all.filter(moves).toSorted((a, b) => a.margin - b.margin);
  return {
    ...name,
    questions,
    speaks: all.filter(({ speaks }) => speaks).length,
    score,
    chance: byLot,
    spread: Math.sqrt(variance / Math.max(1, questions)),
    kept,
    worst: kept === false ? worst.map(({ id }) => id) : [],
  };
}

/** How often the steps of an ordering are right as they are laid out, without moving any. */
function asLaidOut(id: string, scenario: Scenario<'ordering'>): Guessed {
  const { steps } = scenario;
  const right = Array.from({ length: LAYOUTS }, (_, seed) => shownOrder(scenario, seed)).filter(
    (order) => steps.every((step, place) => order[place] === step),
  );
  const byLot = chance(scenario);
  return { id, chance: byLot, score: right.length / LAYOUTS, speaks: true, margin: 0 };
}

/**
 * Measures whether the keys of a pack can be guessed without understanding: by form, with bounds on both sides of
 * chance, since what is never right helps as well; and from memory of a concept's other scenarios, of what was right
 * there and of what was wrong. Ties are shared evenly, so that the scores are expectations. Below twelve questions no
 * bound is set.
 */
export function audit(pack: Pack): Audit {
  const puzzles = puzzlesOf(pack);
  const orderings = scenariosOf(pack).flatMap(({ concept, scenario }) =>
    scenario.kind === 'ordering' ? [asLaidOut(`${concept.id}/${scenario.id}`, scenario)] : [],
  );
  const by = (guess: Guess): readonly Guessed[] => puzzles.map((each) => guessed(each, guess));
  const remembered = by(memoriser(puzzles));
  return {
    rows: [
      ...pack.languages.flatMap((language) =>
        textStrategies.map((strategy) =>
          rowOf({ strategy, language }, 'form', by(textGuess(strategy, pack, language))),
        ),
      ),
      ...plainStrategies.map((strategy) =>
        rowOf({ strategy }, 'form', by(plainGuess(strategy, puzzles))),
      ),
      rowOf({ strategy: 'ordering' }, 'form', orderings),
      rowOf({ strategy: 'memoriser' }, 'memory', remembered),
      rowOf({ strategy: 'contrarian' }, 'memory', by(contrarian(puzzles))),
    ],
    learntByHeart: alwaysWon(pack, remembered),
  };
}

const alwaysWon = ({ concepts }: Pack, all: readonly Guessed[]): readonly Slug[] =>
  concepts
    .map(({ id }) => ({ id, own: all.filter((one) => one.id.startsWith(`${id}/`)) }))
    .filter(({ own }) => own.length > 1 && own.every(({ score }) => score === 1))
    .map(({ id }) => id);

const points = (share: number): number => Math.round(share * 1000) / 10;

const fromMemory = new Set(['memoriser', 'contrarian']);

/** The bounds that are broken. */
export const leaks = ({ rows }: Audit): readonly Finding[] =>
  rows
    .filter(({ kept }) => kept === false)
    .map(({ strategy, language, score, chance: byLot }) =>
      error(fromMemory.has(strategy) ? 'learnt_by_heart' : 'guessed_by_form', [], {
        strategy: language === undefined ? strategy : `${strategy} (${language})`,
        score: points(score),
        chance: points(byLot),
      }),
    );
