import { placesBy } from './answer.ts';
import { cellOf, type Row } from './grid.ts';
import { isMarked } from './labels.ts';
import type { AnswerColumns, AnswerForm, WordColumns } from './mapping.ts';
import { optionCells, partsOf } from './option-cells.ts';

const separators = ['\n', '|', ';', '、', '/', ','] as const;
/** In the order in which they win when several fit equally. */
const forms: readonly AnswerForm[] = ['letter', 'text', 'number', 'bits', 'index'];

/** The sign that parts the options of one cell: the first that parts nearly all of them. */
export function guessSeparator(rows: readonly Row[], column: number): string {
  const cells = rows.map((row) => cellOf(row, column).trim()).filter((cell) => cell !== '');
  const share = (separator: string) =>
    cells.filter((cell) => partsOf(cell, separator).filter((part) => part.trim() !== '').length > 1)
      .length / Math.max(cells.length, 1);
  return separators.find((separator) => share(separator) > 0.8) ?? '|';
}

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
