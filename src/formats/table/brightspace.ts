import { cellOf, isBlank, type Row } from './grid.ts';

/** A row, and what it is by its first cell, without regard to case and blanks: `Feedback ` is one of them. */
export interface BrightspaceRow extends Row {
  readonly key: string;
}

/** The rows of one question in the upload format of Brightspace (D2L), the one that begins it among them. */
export interface BrightspaceBlock {
  /** `MC`, `TF`, …, as the file writes it. */
  readonly type: string;
  readonly line: number;
  readonly rows: readonly BrightspaceRow[];
}

export interface BrightspaceBlocks {
  readonly blocks: readonly BrightspaceBlock[];
  /** What stands above the first question, and belongs to none. */
  readonly above: readonly Row[];
}

/** What the first cell of a row may say; `pts` is what some programs write. */
const known = new Set(
  'newquestion id title questiontext points pts difficulty image option answer choice match item true false hint feedback inputbox scoring initialtext answerkey'.split(
    ' ',
  ),
);

const keyOf = (row: Row): string => cellOf(row, 0).replaceAll(/\s+/g, '').toLowerCase();

const isComment = (row: Row): boolean => cellOf(row, 0).trimStart().startsWith('//');
const isFilled = (row: Row): boolean => !isBlank(row) && !isComment(row);

export const isBrightspace = (rows: readonly Row[]): boolean => {
  const filled = rows.filter(isFilled);
  const fitting = filled.filter((row) => known.has(keyOf(row)));
  const begins = filled.some(
    (row) => keyOf(row) === 'newquestion' && /^\s*[a-z]{1,3}\s*$/i.test(cellOf(row, 1)),
  );
  return begins && fitting.length > filled.length * 0.7;
};

/** Some programs write the id above the row that begins the question. */
const isIdOfNext = (
  row: BrightspaceRow,
  next: BrightspaceRow | undefined,
  own: BrightspaceBlock | undefined,
): boolean =>
  row.key === 'id' &&
  next?.key === 'newquestion' &&
  (own === undefined || own.rows.some(({ key }) => key === 'questiontext'));

/** Cuts the rows at each `NewQuestion`; comments and empty rows are nobody's. */
export function brightspaceBlocks(all: readonly Row[]): BrightspaceBlocks {
  const rows = all.filter(isFilled).map((row): BrightspaceRow => ({ ...row, key: keyOf(row) }));
  const blocks: (BrightspaceBlock & { readonly rows: BrightspaceRow[] })[] = [];
  const above: Row[] = [];
  let ahead: BrightspaceRow[] = [];
  for (const [index, row] of rows.entries()) {
    const own = blocks.at(-1);
    if (row.key === 'newquestion') {
      blocks.push({ type: cellOf(row, 1).trim(), line: row.line, rows: [...ahead, row] });
      ahead = [];
    } else if (isIdOfNext(row, rows[index + 1], own)) ahead = [row];
    else (own?.rows ?? above).push(row);
  }
  return { blocks, above };
}
