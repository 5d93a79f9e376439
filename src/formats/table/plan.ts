import type { Key } from '#formats/draft.ts';
import type { Remark } from '#formats/imported.ts';
import { limits } from '#core/pack/limits.ts';
import { asks, canBeTyped, compareOf } from '#formats/answer-text.ts';
import { placesBy } from './answer.ts';
import { cellOf, type Row } from './grid.ts';
import { kindOf, type TableKind } from './kinds.ts';
import { isMarked, placeOf, saysYes, truthOf } from './labels.ts';
import { noWords, type Mapping } from './mapping.ts';
import { optionCells } from './option-cells.ts';

/** What a row asks for, before its words are read. */
export interface Plan {
  /** Which of the row's options are taken; the key counts these. */
  readonly places: readonly number[];
  /** `True` and `False` follow the options. */
  readonly hasTruth: boolean;
  /** Texts of accepted answers, where no option holds them. */
  readonly typed: readonly string[];
  /** The answer is what is asked with, and the question what is typed. */
  readonly isTurned: boolean;
  readonly key: Key;
  readonly remarks: readonly Remark[];
}

/** A row as it is planned: its cells, and what its kind and options are. */
interface Asked {
  readonly row: Row;
  readonly mapping: Mapping;
  readonly kind: TableKind | null;
  readonly options: readonly string[];
  readonly filled: readonly number[];
  readonly answers: readonly string[];
  /** The words of a cell, without markup. */
  readonly words: (text: string) => string;
}

const noPlan = { places: [], hasTruth: false, typed: [], isTurned: false, remarks: [] };

/** @returns the reason when the row cannot be asked */
export function planOf(row: Row, mapping: Mapping, words: Asked['words']): Plan | Remark {
  const kindCell = cellOf(row, mapping.kind).trim();
  const kind = kindOf(kindCell);
  if (kind === 'none') return { code: 'table-not-marked', params: { kind: kindCell } };
  const options = optionCells(row, mapping.words[0] ?? noWords).map(words);
  const filled = options.flatMap((option, place) => (option.trim() === '' ? [] : [place]));
  const answers = mapping.answer.columns.map((column) => words(cellOf(row, column)));
  const asked: Asked = { row, mapping, kind, options, filled, answers, words };
  if (filled.length > limits.options)
    return {
      code: 'table-options-too-many',
      params: { count: filled.length, limit: limits.options },
    };
  const unusual = unusualPlan(asked);
  if (unusual) return unusual;
  return filled.length === 0 ? withoutOptions(asked) : choicePlan(asked);
}

/** Kinds that say themselves how options and answer are meant. */
function unusualPlan(asked: Asked): Plan | Remark | null {
  const { kind, filled } = asked;
  if (kind === 'ordering') return orderingPlan(asked);
  if (kind === 'matching') return matchingPlan(asked);
  if (kind === 'statements') return statementsPlan(asked);
  return (kind === 'short' || kind === 'exact') && filled.length > 0 ? typedPlan(asked) : null;
}

/** An answer that names no option of the row. */
const unknown = ({ answers, mapping, filled }: Asked): Remark => {
  const answer = answers.filter((text) => text.trim() !== '').join(', ');
  if (answer !== '')
    return { code: 'table-answer-unknown', params: { answer: answer.slice(0, 200) } };
  return mapping.answer.columns.length === 0 && mapping.answer.marks.length === 0
    ? { code: 'table-no-answer-column' }
    : { code: 'table-no-answer', params: { count: filled.length } };
};

const renumbered = (filled: readonly number[], places: readonly number[]): readonly number[] =>
  places.map((place) => filled.indexOf(place)).filter((place) => place >= 0);

function rightPlaces(asked: Asked): { right: readonly number[]; isOther: boolean } | null {
  const { mapping, row, options, filled, answers } = asked;
  const { by, marks } = mapping.answer;
  const marked =
    marks.length > 0
      ? filled.filter((place) => saysYes(cellOf(row, marks[place])))
      : filled.filter((place) => isMarked(options[place] ?? ''));
  if (by === 'mark' || marks.length > 0)
    return marked.length > 0 ? { right: marked, isOther: false } : null;
  const right = placesBy(by, answers, options);
  if (right && right.length > 0) return { right, isOther: false };
  const other = by === 'any' ? null : placesBy('any', answers, options);
  return other && { right: other, isOther: true };
}

function choicePlan(asked: Asked): Plan | Remark {
  const { filled, kind, answers } = asked;
  if (filled.length === 1) return { code: 'table-one-option' };
  const found = rightPlaces(asked);
  if (!found) return unknown(asked);
  const right = renumbered(filled, found.right);
  const isMultiple = kind === 'multiple' || right.length > 1;
  return {
    ...noPlan,
    places: filled,
    key: { kind: isMultiple ? 'multiple' : 'single', right },
    remarks: found.isOther
      ? [{ code: 'table-answer-otherwise', params: { answer: answers.join(', ').slice(0, 200) } }]
      : [],
  };
}

function typedPlan(asked: Asked): Plan | Remark {
  const { filled, options, kind, answers } = asked;
  const isTold = answers.some((text) => text.trim() !== '');
  const found = isTold ? rightPlaces(asked) : { right: filled };
  if (!found) return unknown(asked);
  const isExact = kind === 'exact' || filled.some((at) => compareOf(options[at] ?? '') === 'exact');
  const isOurs = asked.mapping.answer.by === 'letter' && isTold;
  const compare = kind === 'exact' || (isExact && !isOurs) ? 'exact' : 'prose';
  return {
    ...noPlan,
    places: filled,
    key: { kind: 'short', right: renumbered(filled, found.right), compare },
  };
}

function orderingPlan(asked: Asked): Plan | Remark {
  const { filled } = asked;
  if (filled.length < 2) return { code: 'table-one-option' };
  const isTold = asked.answers.some((text) => text.trim() !== '');
  const found = isTold ? rightPlaces(asked) : { right: filled };
  if (!found) return unknown(asked);
  return {
    ...noPlan,
    places: filled,
    key: { kind: 'ordering', steps: renumbered(filled, found.right) },
  };
}

/** `A-D, B-E`: prompts with their choices. */
function matchingPlan(asked: Asked): Plan | Remark {
  const { filled, answers } = asked;
  const pairs = answers
    .join(',')
    .split(/[,;]/)
    .filter((part) => part.trim() !== '')
    .map((part) => part.split(/\s*(?:-|=>?|→)\s*/).map((label) => placeOf(label)));
  const known = pairs.flatMap(([prompt, choice]): [number, number][] =>
    prompt !== null && prompt !== undefined && choice !== null && choice !== undefined
      ? [[filled.indexOf(prompt), filled.indexOf(choice)]]
      : [],
  );
  const isSound =
    known.length === pairs.length &&
    known.length > 0 &&
    known.every(([prompt, choice]) => prompt >= 0 && choice >= 0) &&
    new Set(known.map(([prompt]) => prompt)).size === known.length &&
    !known.some(([, choice]) => known.some(([prompt]) => prompt === choice));
  return isSound
    ? { ...noPlan, places: filled, key: { kind: 'matching', pairs: known } }
    : unknown(asked);
}

/** Statements that are each true or false: matched with the two words. */
function statementsPlan(asked: Asked): Plan | Remark {
  const { filled } = asked;
  const found = rightPlaces(asked);
  if (!found) return unknown(asked);
  return {
    ...noPlan,
    places: filled,
    hasTruth: true,
    key: {
      kind: 'matching',
      pairs: filled.map((place, index) => [
        index,
        filled.length + (found.right.includes(place) ? 0 : 1),
      ]),
    },
  };
}

function withoutOptions(asked: Asked): Plan | Remark {
  const { kind, answers, mapping, row, words } = asked;
  const texts = answers.filter((text) => text.trim() !== '');
  const truth = texts.length === 1 ? truthOf(texts[0] ?? '') : null;
  if (truth !== null && kind !== 'short' && kind !== 'exact')
    return { ...noPlan, hasTruth: true, key: { kind: 'single', right: [truth ? 0 : 1] } };
  if (texts.length === 0) return unknown(asked);
  if (kind !== null && kind !== 'short' && kind !== 'exact')
    return { code: 'table-no-options', params: { kind: cellOf(row, mapping.kind).trim() } };
  const typed = texts.flatMap((text) => text.split(/[|\n]/)).map((text) => text.trim());
  const accepted = [...new Set(typed.filter((text) => text !== ''))];
  if (accepted.length === 0) return unknown(asked);
  if (accepted.length > limits.options)
    return {
      code: 'table-options-too-many',
      params: { count: accepted.length, limit: limits.options },
    };
  if (kind !== null || accepted.every(canBeTyped)) return shortPlan(accepted, kind === 'exact');
  const question = words(cellOf(row, mapping.words[0]?.question));
  if (canBeTyped(question) && !asks(question))
    return { ...shortPlan([question], false), isTurned: true, remarks: [{ code: 'table-turned' }] };
  return { code: 'table-answer-long' };
}

function shortPlan(typed: readonly string[], isExact: boolean): Plan {
  const compare = isExact || typed.some((text) => compareOf(text) === 'exact') ? 'exact' : 'prose';
  return {
    ...noPlan,
    typed,
    key: { kind: 'short', right: typed.map((_text, place) => place), compare },
  };
}
