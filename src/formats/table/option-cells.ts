import { cellOf, type Row } from './grid.ts';
import { unlabelled } from './labels.ts';
import { listItems } from './listed-cell.ts';
import type { WordColumns } from './mapping.ts';

/** Cuts a cell; a line may end as lines of HTML do. A program's list is cut by itself. */
export const partsOf = (cell: string, separator: string): readonly string[] =>
  listItems(cell) ??
  (separator === '\n' ? cell.replaceAll(/<br\s*\/?>/gi, '\n') : cell).split(separator);

/** The options of a row as they stand, each at its place; empty ones keep theirs, save those at the end. */
export function optionCells(row: Row, words: WordColumns): readonly string[] {
  const [first] = words.options;
  const cells =
    words.separator !== '' && first !== undefined
      ? unlabelled(
          partsOf(cellOf(row, first), words.separator)
            .map((part) => part.trim())
            .filter((part) => part !== ''),
        )
      : words.options.map((column) => cellOf(row, column));
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
