/** A line of the file, with what the reader asks of it again and again. */
export interface MarkdownLine {
  /** As it stands, without blanks at its end. */
  readonly text: string;
  /** In the file, from 1. */
  readonly line: number;
  readonly indent: number;
  /** Within a block of code, its fences included: nothing there means anything. */
  readonly isCode: boolean;
  /** Without indentation and marks of emphasis: for labels. */
  readonly bare: string;
  /** How deep a heading, 0 for none. */
  readonly heading: number;
}

/** Labels are short: what is longer is looked at no further. */
const LABEL = 300;

/** Emphasis, the marks of headings and quotes, and pictograms in front. */
const bareText = (text: string): string =>
  text
    .slice(0, LABEL)
    .replaceAll(/\*\*|__|[*`]|<\/?(?:b|strong|i|em|u|p)>/gi, '')
    .replace(/^(?:[\s>#]|[^\p{L}\p{N}([{\-|?!"'<])+/u, '')
    .trim();

/** Some authors forget the blank between the marks of a heading and the number of a question. */
const headingMark = /^#{1,6}(?=\s)|^#{2,6}(?=\p{L}{0,12}\s?\d{1,4}\s?[.):：。．])/u;

/** @param line in the file, from 1 */
export function lineOf(text: string, line: number, isCode: boolean): MarkdownLine {
  const trimmed = text.trimStart();
  // A bullet alone is what is left of a page that became text.
  if (trimmed === '' || trimmed.trimEnd() === '•')
    return { text: '', line, indent: text.length, isCode, bare: '', heading: 0 };
  const heading = isCode ? 0 : (headingMark.exec(trimmed)?.[0].length ?? 0);
  return {
    text: text.trimEnd(),
    line,
    indent: text.length - trimmed.length,
    isCode,
    bare: isCode ? '' : bareText(trimmed),
    heading,
  };
}
