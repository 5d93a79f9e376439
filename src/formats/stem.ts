import { lineText, type Document, type Line } from '#core/pack/document.ts';
import { asLine } from './html.ts';

/**
 * Cuts a text in two: the question, which is its last paragraph with words, and all else, which leads up to it.
 * A text of code or lists alone becomes the question in one line.
 */
export function stemOf(blocks: Document): {
  readonly situation: Document;
  readonly question: Line;
} {
  const at = blocks.findLastIndex(
    (block) => block.type === 'paragraph' && lineText(block.children).trim() !== '',
  );
  const block = blocks[at] ?? blocks.at(-1);
  if (block === undefined) return { situation: [], question: [] };
  return {
    situation: blocks.filter((other) => other !== block),
    question: block.type === 'paragraph' ? block.children : asLine([block]),
  };
}

/** Letters that a title in a list can hold. */
const TITLE = 80;

/** The first words of a text, in one line. */
export function fewWords(text: string): string {
  const words = text
    .slice(0, TITLE * 8)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = Array.from(words);
  if (letters.length <= TITLE) return words;
  const cut = letters.slice(0, TITLE - 1).join('');
  const blank = cut.lastIndexOf(' ');
  return `${blank > TITLE / 2 ? cut.slice(0, blank) : cut}…`;
}
