import { guarded } from './grid.ts';

/** A cell of a table: numbers are written bare, so that a program reads them as such; `null` is empty. */
export type CsvCell = string | number | null;

const quoted = (text: string): string =>
  /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** No text is a formula to a spreadsheet; a number is none anyway, be it below zero. */
function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return quoted(guarded(cell.replaceAll('\r', '')));
}

/**
 * Rows as CSV (RFC 4180). With the mark of UTF-8, without which Excel takes it for another encoding.
 */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`;
