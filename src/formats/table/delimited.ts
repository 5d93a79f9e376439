import { decodeText } from '#formats/decode.ts';
import type { Remark } from '#formats/imported.ts';
import { isBrightspace } from './brightspace.ts';
import { tableLimits, unguarded, type Grid, type Row } from './grid.ts';

const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const SAMPLE_LINES = 30;
/** Rows that say what a table is. */
const BEGINNING = 200;
/** Open quotes that are worth another look; with more the file has quotes of its own kind. */
const OPEN_QUOTES = 20;
/** No cell is that long; its quote was a sign. */
const LONGEST_CELL = 100_000;

interface Split {
  readonly rows: readonly Row[];
  readonly remarks: readonly Remark[];
}

interface Walk {
  readonly text: string;
  readonly delimiter: string;
  readonly remarks: Remark[];
  at: number;
  line: number;
  openQuotes: number;
}

/** The cell from here to the next separator, as it stands. */
function bare(walk: Walk): string {
  const { text, delimiter, at } = walk;
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
  walk.at = end;
  return text.slice(at, end);
}

const countBreaks = (text: string): number => text.split('\n').length - 1;

/** Takes the quote here for a sign. */
function unclosed(walk: Walk): string {
  if (!walk.remarks.some(({ code }) => code === 'table-quote-open'))
    walk.remarks.push({ code: 'table-quote-open', line: walk.line });
  return bare(walk);
}

/**
 * A cell between quotes, in which a quote is written twice. A quote that is followed by something else belongs to the
 * text. One that is never closed, or only by the beginning of another cell, is taken for a sign, so that it cannot
 * swallow the rest of the file.
 */
function quoted(walk: Walk): string {
  const { text, delimiter, at } = walk;
  const ends = (sign: string | undefined) => sign === delimiter || sign === '\n';
  let from = at + 1;
  let cell = '';
  for (;;) {
    const quote = walk.openQuotes < OPEN_QUOTES ? text.indexOf('"', from) : -1;
    if (quote < 0 || quote - at > LONGEST_CELL) {
      walk.openQuotes += 1;
      return unclosed(walk);
    }
    const next = text[quote + 1];
    cell += text.slice(from, quote);
    from = quote + 2;
    if (next === undefined || ends(next)) {
      walk.at = quote + 1;
      walk.line += countBreaks(text.slice(at, quote));
      return cell;
    }
    if (next !== '"' && ends(text[quote - 1])) return unclosed(walk);
    cell += next === '"' ? '"' : `"${next}`;
  }
}

function rowOf(walk: Walk): Row {
  const { text, delimiter, line } = walk;
  const cells: string[] = [];
  let columns = 0;
  for (;;) {
    const cell = text[walk.at] === '"' ? quoted(walk) : bare(walk);
    columns += 1;
    if (columns <= tableLimits.columns) cells.push(unguarded(cell));
    if (text[walk.at] !== delimiter) break;
    walk.at += 1;
  }
  if (columns > tableLimits.columns)
    walk.remarks.push({
      code: 'table-too-wide',
      params: { count: columns, limit: tableLimits.columns },
      line,
    });
  walk.at += 1;
  walk.line += 1;
  return { line, cells };
}

/**
 * Splits a text into rows and cells (RFC 4180, and what comes near). Written out because it must tell the line of
 * each row, stay linear and lose no more than one line to a stray quote.
 */
export function splitDelimited(
  text: string,
  delimiter: string,
  firstLine = 1,
  limit: number = tableLimits.rows,
): Split {
  const remarks: Remark[] = [];
  const walk: Walk = { text, delimiter, remarks, at: 0, line: firstLine, openQuotes: 0 };
  const rows: Row[] = [];
  while (walk.at < text.length && rows.length < limit) {
    if (text[walk.at] === '\n') {
      walk.at += 1;
      walk.line += 1;
    } else rows.push(rowOf(walk));
  }
  if (walk.at < text.length)
    remarks.push({ code: 'table-too-long', params: { limit }, line: walk.line });
  return { rows, remarks: remarks.slice(0, 20) };
}

/** Behind the word with which Brightspace begins a question there is nothing but the separator. */
const brightspace = /^"?NewQuestion"?[ ]*([,;\t|])/im;

/** The separator that cuts the first lines into equally many cells, and into the most. */
export function guessDelimiter(text: string): Delimiter {
  const end = Math.min(text.length, 100_000);
  const named = brightspace.exec(text.slice(0, end))?.[1];
  if (named !== undefined) return delimiters.find((delimiter) => delimiter === named) ?? ',';
  const scores = delimiters.map((delimiter) => {
    const rows = splitDelimited(text.slice(0, end), delimiter).rows.slice(0, SAMPLE_LINES);
    const widths = rows.map(({ cells }) => cells.length);
    const usual = mode(widths);
    const share = widths.filter((width) => width === usual).length / Math.max(widths.length, 1);
    // A tab is never a word's; a comma or semicolon may be.
    const weight = delimiter === '\t' ? 1.5 : 1;
    return usual < 2 ? 0 : share * weight * Math.log2(usual + 1);
  });
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ',';
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The line below the head of a table in Markdown. */
const isRuler = ({ cells }: Row): boolean =>
  cells.some((cell) => cell.includes('-')) &&
  cells.every((cell) => /^\s*(?::?-+:?)?\s*$/.test(cell));

/** A question of Brightspace takes several rows, so that a file of them may have more. */
function splitAll(text: string, delimiter: string, firstLine: number): Split {
  const found = splitDelimited(text, delimiter, firstLine);
  return found.rows.length === tableLimits.rows && isBrightspace(found.rows.slice(0, BEGINNING))
    ? splitDelimited(text, delimiter, firstLine, tableLimits.short)
    : found;
}

/** Reads CSV, TSV and their kin; the separator is guessed where none is given. */
export function readDelimited(bytes: Uint8Array, delimiter?: string): Grid {
  // Some programs write the mark of UTF-8 twice.
  const text = decodeText(bytes).text.replace(/^\uFEFF+/, '');
  // Excel's own way to name the separator.
  const named = /^sep=(.)\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const by = delimiter ?? named?.[1] ?? guessDelimiter(body);
  const { rows, remarks } = splitAll(body, by, named ? 2 : 1);
  const kept = by === '|' ? rows.filter((row) => !isRuler(row)) : rows;
  return { sheets: [{ name: '', rows: kept }], remarks };
}
