import { cellOf, type Row } from './grid.ts';
import { unlabelled } from './labels.ts';
import { listIn } from './list-cell.ts';
import type { WordColumns } from './mapping.ts';

/** Cuts a cell that is no list of a program; a line may end as lines of HTML do. */
export const partsOf = (cell: string, separator: string): readonly string[] =>
  listIn(cell) ??
  (separator === '\n' ? cell.replaceAll(/<br\s*\/?>/gi, '\n') : cell).split(separator);

/** The options of a row as they stand, each at its place; empty ones keep theirs, save those at the end. */
export function optionCells(row: Row, words: WordColumns): readonly string[] {
  const cells =
    words.separator !== ''
      ? unlabelled(
          words.options
            .flatMap((column) => partsOf(cellOf(row, column), words.separator))
            .map((part) => part.trim())
            .filter((part) => part !== ''),
        )
      : words.options.map((column) => cellOf(row, column));
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
