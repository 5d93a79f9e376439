import { placesBy } from './answer.ts';
import { cellOf, type Row } from './grid.ts';
import { isMarked } from './labels.ts';
import type { AnswerColumns, AnswerForm, WordColumns } from './mapping.ts';
import { optionCells, partsOf } from './option-cells.ts';

const separators = ['\n', '|', '｜', ';', '；', '、', '/', '／', ','] as const;
/** In the order in which they win when several fit equally. */
const forms: readonly AnswerForm[] = ['letter', 'text', 'number', 'bits', 'index'];

/** The sign that parts the options of one cell: the first that parts nearly all of them. */
export function guessSeparator(rows: readonly Row[], column: number): string {
  return separators.find((separator) => shareOf(rows, column, separator) > 0.8) ?? '|';
}

/** How many of the cells a sign parts, of those that hold something. */
function shareOf(rows: readonly Row[], column: number, separator: string): number {
  const cells = rows.map((row) => cellOf(row, column).trim()).filter((cell) => cell !== '');
  const parted = cells.filter(
    (cell) => partsOf(cell, separator).filter((part) => part.trim() !== '').length > 1,
  );
  return parted.length / Math.max(cells.length, 1);
}

/** The sign that parts wrong answers in the one cell that they have, but no right one; empty when there is none. */
export const guessWrongSeparator = (
  rows: readonly Row[],
  right: readonly number[],
  wrong: number,
): string =>
  separators
    .slice(0, 5)
    .find(
      (separator) =>
        shareOf(rows, wrong, separator) > 0.8 &&
        right.every((column) => shareOf(rows, column, separator) === 0),
    ) ?? '';

/** Which way of telling the answer fits the rows. */
export function guessAnswer(
  rows: readonly Row[],
  words: WordColumns,
  answer: AnswerColumns,
): AnswerColumns {
  const told = rows
    .map((row) => ({
      cells: answer.columns.map((column) => cellOf(row, column).slice(0, 2_000)),
      options: optionCells(row, words).map((option) => option.slice(0, 2_000)),
    }))
    .filter(({ options }) => options.filter((option) => option.trim() !== '').length > 1);
  if (answer.columns.length === 0) {
    const marked = told.filter(({ options }) => options.some(isMarked)).length;
    return marked > told.length / 2 ? { ...answer, by: 'mark' } : answer;
  }
  const answered = told.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const scores = forms.map(
    (by) => answered.filter(({ cells, options }) => placesBy(by, cells, options)).length,
  );
  const best = Math.max(0, ...scores);
  return best > answered.length * 0.7
    ? { ...answer, by: forms[scores.indexOf(best)] ?? 'any' }
    : answer;
}
