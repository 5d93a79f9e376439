import { decodeText } from '#formats/decode.ts';
import type { ForeignFile } from '#formats/imported.ts';
import { isZip } from '#formats/zip.ts';
import { guessDelimiter, readDelimited, splitDelimited } from './delimited.ts';
import type { Grid } from './grid.ts';
import { readXlsx } from './xlsx.ts';

const HEAD = 20_000;

/** A workbook names its parts in the list of contents, which nobody compresses. */
export const looksLikeXlsx = ({ bytes }: ForeignFile): boolean =>
  isZip(bytes) &&
  /xl\/(?:workbook|worksheets)/.test(new TextDecoder('latin1').decode(bytes.subarray(-HEAD)));

/** Several rows that one separator cuts into equally many cells. */
export function looksLikeTable(file: ForeignFile): boolean {
  if (looksLikeXlsx(file)) return true;
  const { text } = decodeText(file.bytes.subarray(0, HEAD));
  if (/^\s*[<{[]|^---\n/.test(text) || text.includes('\0')) return false;
  const { rows } = splitDelimited(text, guessDelimiter(text));
  const widths = rows.slice(0, 30).map(({ cells }) => cells.length);
  const wide = widths.filter((width) => width > 1).length;
  return wide > 0 && wide >= widths.length * 0.8 && new Set(widths).size <= Math.ceil(wide / 2) + 1;
}

/** A CSV, TSV or xlsx file as rows and cells, by its content. */
export const readGrid = (bytes: Uint8Array, delimiter?: string): Grid =>
  isZip(bytes) ? readXlsx(bytes) : readDelimited(bytes, delimiter);
