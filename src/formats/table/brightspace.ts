import { cellOf, isBlank, type Row } from './grid.ts';

/** The rows of one question in the upload format of Brightspace (D2L), the one that begins it among them. */
export interface BrightspaceBlock {
  /** `MC`, `TF`, …, as the file writes it. */
  readonly type: string;
  readonly line: number;
  readonly rows: readonly Row[];
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

/** What a row is, without regard to case and blanks: `Feedback ` is one of them. */
export const keyOf = (row: Row): string => cellOf(row, 0).replaceAll(/\s+/g, '').toLowerCase();

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
  rows: readonly Row[],
  index: number,
  own: readonly Row[] | undefined,
): boolean => {
  const next = rows[index + 1];
  const isId = rows[index] !== undefined && keyOf(rows[index]) === 'id';
  const isNext = next !== undefined && keyOf(next) === 'newquestion';
  return isId && isNext && (own === undefined || own.some((row) => keyOf(row) === 'questiontext'));
};

/** Cuts the rows at each `NewQuestion`; comments and empty rows are nobody's. */
export function brightspaceBlocks(all: readonly Row[]): BrightspaceBlocks {
  const rows = all.filter(isFilled);
  const blocks: { readonly type: string; readonly line: number; readonly rows: Row[] }[] = [];
  const above: Row[] = [];
  let ahead: Row[] = [];
  for (const [index, row] of rows.entries()) {
    const own = blocks.at(-1)?.rows;
    if (keyOf(row) === 'newquestion') {
      blocks.push({ type: cellOf(row, 1).trim(), line: row.line, rows: [...ahead, row] });
      ahead = [];
    } else if (isIdOfNext(rows, index, own)) ahead = [row];
    else (own ?? above).push(row);
  }
  return { blocks, above };
}
