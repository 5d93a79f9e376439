/** One column of a figure's table, on the screen and in the file. */
export interface Column<R> {
  readonly head: string;
  /** As a program reads it: shares from 0 to 1, days as YYYY-MM-DD. */
  readonly value: (row: R) => string | number | null;
  /** As a learner reads it; the value where there is nothing else to say. */
  readonly shown?: (row: R) => string;
}

type Values = readonly (string | number | null)[];

/** What a figure says, in rows. Ten thousand of them are put into words only as far as somebody reads them. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: number;
  /** The first rows, on the screen, with numbers as the language writes them; the first cell of a row names it. */
  readonly shown: (most: number, language: string) => readonly (readonly string[])[];
  /** All of them, in the file. */
  readonly values: () => readonly Values[];
}

export const tableOf = <R>(rows: readonly R[], columns: readonly Column<R>[]): Table => ({
  heads: columns.map(({ head }) => head),
  rows: rows.length,
  shown: (most, language) => {
    const numbers = new Intl.NumberFormat(language);
    const cell = (value: Values[number]): string =>
      typeof value === 'number' ? numbers.format(value) : (value ?? '–');
    return rows
      .slice(0, most)
      .map((row) => columns.map(({ value, shown }) => (shown ? shown(row) : cell(value(row)))));
  },
  values: () => rows.map((row) => columns.map(({ value }) => value(row))),
});
