import type { Language } from '#core/language.ts';
import { documentText, lineText } from '#core/pack/document.ts';
import type { OptionText, Pack } from '#core/pack/model.ts';
import { absolutes } from '#core/pack/rules/absolute.ts';
import { lengthOf } from '#core/pack/rules/prose.ts';
import { optionText } from '#core/pack/rules/rule.ts';
import { contentWords, shared, specifics } from './clues.ts';
import type { Puzzle } from './puzzle.ts';

/** A score for each option in the order of the file; the highest are picked, ties by lot. */
export type Guess = (puzzle: Puzzle) => readonly number[];

/** By what somebody guesses who reads one language and understands nothing. */
export const textStrategies = ['longest', 'specific', 'stem', 'title', 'absolute'] as const;
export type TextStrategy = (typeof textStrategies)[number];

/** By what somebody guesses who needs no words. */
export const plainStrategies = ['first', 'favourite'] as const;
export type PlainStrategy = (typeof plainStrategies)[number];

/** All that is read before the answer. */
function stemOf(pack: Pack, { scenario }: Puzzle, language: Language): string {
  const shownCase = pack.cases.find(({ id }) => id === scenario.case)?.text[language];
  const text = scenario.text[language];
  return [
    documentText(shownCase?.situation ?? []),
    documentText(text?.situation ?? []),
    lineText(text?.question ?? []),
  ].join('\n');
}

/** Scores options by their words; an option without words in the language has 0. */
const byText =
  (language: Language, score: (option: OptionText, puzzle: Puzzle) => number): Guess =>
  (puzzle) =>
    puzzle.scenario.options.map(({ id }) => {
      const text = puzzle.scenario.text[language];
      const option = text && optionText(text, id);
      return option ? score(option, puzzle) : 0;
    });

/** The guess of one strategy in one language. */
export function textGuess(strategy: TextStrategy, pack: Pack, language: Language): Guess {
  switch (strategy) {
    case 'longest':
      return byText(language, ({ text }) => lengthOf(text));
    case 'specific':
      return byText(language, ({ text }) => specifics(text, language));
    case 'stem':
      return byText(language, ({ text }, puzzle) =>
        shared(contentWords(lineText(text)), contentWords(stemOf(pack, puzzle, language))),
      );
    case 'title':
      return byText(language, ({ text }, { concept }) =>
        shared(contentWords(lineText(text)), contentWords(concept.text[language]?.title ?? '')),
      );
    case 'absolute':
      return byText(language, ({ text }) =>
        absolutes.get(language)?.test(lineText(text)) ? -1 : 0,
      );
  }
}

/** Scores options by how often what they stand for is right, or wrong, in other scenarios. */
const byRecord =
  (right: boolean, others: (puzzle: Puzzle) => readonly Puzzle[]): Guess =>
  (puzzle) => {
    const seen = others(puzzle)
      .flatMap(({ scenario }) => scenario.options)
      .filter((option) => option.right === right);
    return puzzle.scenario.options.map(({ standsFor }) =>
      standsFor === undefined ? 0 : seen.filter((option) => option.standsFor === standsFor).length,
    );
  };

/** The favourites are counted in other concepts: what a concept gives away is the memoriser's. */
export function plainGuess(strategy: PlainStrategy, puzzles: readonly Puzzle[]): Guess {
  switch (strategy) {
    case 'first':
      return ({ scenario }) => scenario.options.map((_, place) => -place);
    case 'favourite':
      return byRecord(true, ({ concept }) => puzzles.filter((other) => other.concept !== concept));
  }
}

const siblings =
  (puzzles: readonly Puzzle[]) =>
  (puzzle: Puzzle): readonly Puzzle[] =>
    puzzles.filter((other) => other !== puzzle && other.concept === puzzle.concept);

/** Somebody who knows all other scenarios of the concept, and picks what was right there most often. */
export const memoriser = (puzzles: readonly Puzzle[]): Guess => byRecord(true, siblings(puzzles));

/** The same in reverse: picks what was wrong there most often, since the answer seems never to come twice. */
export const contrarian = (puzzles: readonly Puzzle[]): Guess => byRecord(false, siblings(puzzles));
