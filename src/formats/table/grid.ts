import type { Remark } from '#formats/imported.ts';

/** A file of rows and columns as texts, whatever it was. */
export interface Grid {
  readonly sheets: readonly Sheet[];
  readonly remarks: readonly Remark[];
}

export interface Sheet {
  /** Empty where the format has none. */
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Row {
  /** On which it begins, from 1. */
  readonly line: number;
  /** Cells at the end may be missing. */
  readonly cells: readonly string[];
}

/** What a table may hold; what is beyond is left, and said. `short`: rows of which a question takes several. */
export const tableLimits = { rows: 10_000, short: 100_000, columns: 200 } as const;

export const cellOf = (row: Row, column: number | null | undefined): string =>
  column === null || column === undefined ? '' : (row.cells[column] ?? '');

export const isBlank = (row: Row): boolean => row.cells.every((cell) => cell.trim() === '');

/** Signs with which a spreadsheet takes a text for a formula, full-width ones too. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** A text that a spreadsheet will show, not run. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The same without the apostrophe. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
