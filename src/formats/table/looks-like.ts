import { isZip } from '#formats/zip.ts';
import { isBlackboard } from './blackboard.ts';
import { isBrightspace } from './brightspace.ts';
import { guessDelimiter, readDelimited, splitDelimited } from './delimited.ts';
import type { Grid } from './grid.ts';
import { readXlsx } from './xlsx.ts';

const HEAD = 20_000;
/** Comments and examples may fill the first rows of a file of Brightspace. */
const ROWS = 200;

/** The names in an archive are those of a workbook. */
export const looksLikeXlsx = (names: readonly string[]): boolean =>
  names.some((name) => /^xl\/(?:workbook|worksheets\/.+)\.xml$/i.test(name));

/** Rows that name what they hold, in the upload format of Brightspace. */
export function looksLikeBrightspace(text: string): boolean {
  const head = text.slice(0, HEAD);
  return (
    /newquestion/i.test(head) &&
    isBrightspace(splitDelimited(head, guessDelimiter(head)).rows.slice(0, ROWS))
  );
}

/** Several rows that one separator cuts into equally many cells. */
export function looksLikeTable(text: string): boolean {
  const head = text.slice(0, HEAD);
  if (/^\s*[<{[]|^---\n/.test(head) || head.includes('\0')) return false;
  const { rows } = splitDelimited(head, guessDelimiter(head));
  // Its rows are as long as their kinds need.
  if (isBlackboard(rows.slice(0, 30))) return true;
  const widths = rows.slice(0, 30).map(({ cells }) => cells.length);
  const wide = widths.filter((width) => width > 1).length;
  return wide > 0 && wide >= widths.length * 0.8 && new Set(widths).size <= Math.ceil(wide / 2) + 1;
}

/** A CSV, TSV or xlsx file as rows and cells, by its content. */
export const readGrid = (bytes: Uint8Array, delimiter?: string): Grid =>
  isZip(bytes) ? readXlsx(bytes) : readDelimited(bytes, delimiter);
