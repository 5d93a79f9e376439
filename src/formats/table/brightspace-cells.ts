import type { Document, Line } from '#core/pack/document.ts';
import { textReader } from '#formats/cell-text.ts';
import type { Remark } from '#formats/imported.ts';
import { cellOf, type Row } from './grid.ts';

/** The texts of one row in the upload format of Brightspace. */
export interface RowTexts {
  readonly text: string;
  /** Why an option is right or wrong. */
  readonly why: string;
  readonly isHtml: boolean;
  /** The text is a regular expression. */
  readonly isPattern: boolean;
  /** A text without quotation marks fell into several cells at its commas. */
  readonly wasParted: boolean;
}

const flag = /^\s*(?:html|not ?html|plain(?: ?text)?|reg(?:ular )?exp?(?:ression)?)\s*$/i;
const isFlag = (cell: string): boolean => flag.test(cell);
const isEmpty = (cell: string): boolean => cell.trim() === '';

/** Written without a flag, as whole paragraphs of HTML nonetheless. */
const wholeHtml = /^\s*<(p|div|span|ul|ol|table)\b[^<>]*>[^]*<\/\1>\s*$/i;

function flagsOf(cells: readonly string[], text: string) {
  const flags = cells.filter(isFlag).map((cell) => cell.trim().toLowerCase());
  return {
    isHtml: flags.includes('html') || (flags.length === 0 && wholeHtml.test(text)),
    isPattern: flags.some((name) => name.startsWith('reg')),
  };
}

/** As the text stood before it was cut at its commas. */
const together = (cells: readonly string[]): string => cells.join(',').trim();

/** A row with one text, wherever in it the text stands: `Hint,,,,"Look again."` as well. */
export function oneText(row: Row, from: number): RowTexts {
  const cells = row.cells.slice(from);
  // The first cell is the text, be it the word HTML.
  const words = cells.filter((cell, index) => !isEmpty(cell) && (index === 0 || !isFlag(cell)));
  const text = together(words);
  return { text, why: '', ...flagsOf(cells.slice(1), text), wasParted: words.length > 1 };
}

/**
 * A row with a text and the reason that belongs to it: `text,flag,reason`, and `text,reason` without a flag. A cell
 * that begins with a blank goes on with the one before: its comma stood in a text without quotation marks.
 */
export function textAndWhy(row: Row, from: number): RowTexts {
  const cells = row.cells.slice(from);
  const find = (ends: (cell: string) => boolean) =>
    cells.findIndex((cell, index) => index > 0 && ends(cell));
  const end = [find(isFlag), find((cell) => !/^\s+\S/.test(cell)), cells.length].find(
    (at) => at >= 0,
  );
  const words = cells.slice(0, end);
  const reasons = cells.slice(end).filter((cell) => !isEmpty(cell) && !isFlag(cell));
  const text = together(words);
  return {
    text,
    why: together(reasons),
    ...flagsOf(cells.slice(1), text),
    wasParted: words.filter((cell) => !isEmpty(cell)).length > 1 || reasons.length > 1,
  };
}

/** Reads texts as what their flags say, and gathers what is lost by it. */
export interface Scribe {
  readonly line: (texts: RowTexts) => Line;
  readonly document: (texts: RowTexts) => Document;
  readonly why: (texts: RowTexts) => Document;
}

export function scribeOf(remarks: Remark[]): Scribe {
  const reader = ({ isHtml, wasParted, text }: RowTexts) => {
    if (wasParted)
      remarks.push({ code: 'brightspace-joined', params: { text: text.slice(0, 100) } });
    return textReader(isHtml ? 'html' : 'plain', remarks);
  };
  return {
    line: (texts) => reader(texts).line(texts.text),
    document: (texts) => reader(texts).document(texts.text),
    why: (texts) => reader(texts).document(texts.why),
  };
}

/** What an option is worth; null where nothing is said. Some programs leave a cell empty before it. */
export function weightedRow(row: Row): { readonly weight: number | null; readonly row: Row } {
  const [, first = '', second = '', third = ''] = row.cells;
  const isShifted =
    isEmpty(first) && numberIn(second) !== null && !isEmpty(third) && !isFlag(third);
  const cells = isShifted ? row.cells.toSpliced(1, 1) : row.cells;
  return { weight: numberIn(cells[1] ?? ''), row: { ...row, cells } };
}

/** `100`, `33.333`, `50%`, `12,5`. */
function numberIn(cell: string): number | null {
  const [, digits] = /^\s*(-?\d{1,9}(?:[.,]\d{1,12})?)\s*%?\s*$/.exec(cell) ?? [];
  return digits === undefined ? null : Number(digits.replace(',', '.'));
}

/** By which a match names its choice. */
export const numberOf = (row: Row): string => /^\s*0*(\d{1,6})/.exec(cellOf(row, 1))?.[1] ?? '';
