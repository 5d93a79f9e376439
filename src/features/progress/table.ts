/** One column of a figure's table, on the screen and in the file. */
export interface Column<R> {
  readonly head: string;
  /** As a program reads it: shares from 0 to 1, days as YYYY-MM-DD. */
  readonly value: (row: R) => string | number | null;
  /** As a learner reads it; the value where there is nothing else to say. */
  readonly shown?: (row: R) => string;
}

/** What a figure says, in rows. */
export interface Table {
  readonly heads: readonly string[];
  /** On the screen; the first cell of a row names it. */
  readonly shown: readonly (readonly string[])[];
  /** In the file. */
  readonly values: readonly (readonly (string | number | null)[])[];
}

export const tableOf = <R>(rows: readonly R[], columns: readonly Column<R>[]): Table => ({
  heads: columns.map(({ head }) => head),
  shown: rows.map((row) =>
    columns.map(({ value, shown }) => (shown ? shown(row) : String(value(row) ?? '–'))),
  ),
  values: rows.map((row) => columns.map(({ value }) => value(row))),
});
