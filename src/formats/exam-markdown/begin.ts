import type { MarkdownLine } from './markdown-line.ts';

/** What a line says that begins a question. */
export interface Beginning {
  /** As the file counts it; empty when it does not. */
  readonly number: string;
  /** What stands behind the number. */
  readonly first: string;
}

export type Begins = (line: MarkdownLine) => Beginning | null;

const word = String.raw`(?:questions?|ques|q|problem|prob|no|exercise|item|frage|pregunta|domanda|pergunta|quest[ãa]o|vraag|pytanie|вопрос|питання|soru|câu(?: hỏi)?|soal|第|問題|問|設問|質問|문제|题目)\.?\s*(?:(?:no|nr|num|number)\b\.?\s*:?\s*)?[#№]?\s*(\d{1,5})(?!\d)\s*(?:問目?|[题題])?`;
const afterWord = String.raw`(?:[*_\s]*[.)。．:：,、\-–—|]+|\s|$)[*_]*\s*(.*)$`;
const wordStart = new RegExp(`^${word}${afterWord}`, 'i');
const numberStart = /^(\d{1,5})(?: ?[.)。．:：])?(?:\s+|$)(.*)$/;
export const plainNumber = /^(\d{1,4})[.)．]\s+(.+)$/;

/** Without the marks of a heading, and with the bold of the whole taken off. */
export function headingText(line: MarkdownLine): string {
  const text = line.text
    .trim()
    .replace(/^#+\s*/, '')
    .replace(/^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u, '')
    .replace(/\s+#+$/, '');
  return unbold(text);
}

const unbold = (text: string): string => {
  const [, inner, rest] = /^\*\*([^*]+)\*\*(.*)$/.exec(text) ?? [];
  return inner === undefined || rest === undefined ? text : `${inner}${rest}`.trim();
};

export const begins =
  (
    is: (line: MarkdownLine) => boolean,
    textOf: (line: MarkdownLine) => string,
    pattern: RegExp,
  ): Begins =>
  (line) => {
    if (line.isCode || !is(line)) return null;
    const [, number, first] = pattern.exec(textOf(line)) ?? [];
    return number === undefined ? null : { number, first: (first ?? '').trim() };
  };

export const isHeading = (line: MarkdownLine): boolean => line.heading > 0;
const isBold = (line: MarkdownLine): boolean => /^\s{0,3}\*\*/.test(line.text);
export const isPlain = (line: MarkdownLine): boolean =>
  line.heading === 0 && line.indent <= 3 && !isBold(line);
const admonition = (line: MarkdownLine): boolean => /^\?\?\?\+? question "/.test(line.text);
const admonitionText = (line: MarkdownLine): string =>
  line.text.replace(/^[^"]*"/, '').replace(/"\s*$/, '');
const boldText = (line: MarkdownLine): string => unbold(line.text.trim());
export const plainText = (line: MarkdownLine): string => line.text.trim();

/** A question by its word, in a heading. */
export const headed = begins(isHeading, headingText, wordStart);
/** A question by its word, however its line looks. */
export const worded = begins(() => true, headingText, wordStart);

/** How files begin their questions; where two fit as well, the first is meant. */
export const styles: readonly Begins[] = [
  headed,
  begins(isHeading, headingText, numberStart),
  begins(isBold, boldText, wordStart),
  begins(isBold, boldText, numberStart),
  begins(admonition, admonitionText, wordStart),
  begins(isPlain, plainText, wordStart),
];
