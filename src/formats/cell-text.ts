import { lineText, type Document, type Line } from '#core/pack/document.ts';
import { asLine, readHtml, type FindImage } from './html.ts';
import type { Remark } from './imported.ts';

/** What the texts of cells and fields are written in. */
export type Markup = 'plain' | 'html';

/** Turns the texts of one item into the closed tree, and gathers what is lost on the way. */
export interface TextReader {
  readonly document: (text: string) => Document;
  readonly line: (text: string) => Line;
  /** The words alone, to compare by. */
  readonly words: (text: string) => string;
}

const paragraphs = (text: string): Document =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', children: [line] }));

const plain: TextReader = {
  document: paragraphs,
  line: (text) => {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    return words === '' ? [] : [words];
  },
  words: (text) => text.trim(),
};

/** Looks like a tag or an entity of HTML, not like `a < b`. */
export const htmlSign =
  /<\/?(?:p|br|b|i|u|em|strong|div|span|ul|ol|li|img|a|code|pre|sub|sup|table|font|h[1-6])(?:\s[^<>]*)?\/?>|&(?:nbsp|lt|gt|amp|quot|#\d{1,5});/i;

/** @param remarks where losses go */
export function textReader(markup: Markup, remarks: Remark[], findImage?: FindImage): TextReader {
  if (markup === 'plain') return plain;
  const document = (text: string): Document => {
    // Most fields are plain, and a parser is dear.
    if (!/[<&]/.test(text)) return plain.document(text.replaceAll(/\s+/g, ' '));
    const { blocks, remarks: lost } = readHtml(text, findImage);
    remarks.push(...lost);
    return blocks;
  };
  return {
    document,
    line: (text) => asLine(document(text)),
    words: (text) => (/[<&]/.test(text) ? lineText(asLine(readHtml(text).blocks)) : text).trim(),
  };
}

/**
 * Parts the words of a stem: the last paragraph that asks is the question, else the last one; what stands before and
 * behind it is the situation. A list or a piece of code below the question goes above it.
 */
export function partedStem(
  blocks: Document,
  isQuestion = endsAsking,
): { situation: Document; question: Line } {
  const asks = blocks.findLastIndex(
    (block) => block.type === 'paragraph' && isQuestion(lineText(block.children)),
  );
  const at = asks < 0 ? blocks.findLastIndex(({ type }) => type === 'paragraph') : asks;
  const block = blocks[at];
  if (block?.type !== 'paragraph') return { situation: [], question: asLine(blocks) };
  return { situation: blocks.toSpliced(at, 1), question: block.children };
}

const endsAsking = (words: string): boolean => /[?？]\s*$/.test(words);
