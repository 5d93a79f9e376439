import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { limits } from '#core/pack/limits.ts';
import type { Document, Inline, Line } from '#core/pack/document.ts';
import { tagsAsWords } from './tag-words.ts';
import { asLine, readHtml, type FindImage, type FromHtml } from './html.ts';

/** Signs that may mean something to Markdown, besides code; text without any is words as it stands. */
const anySign = /[\\*_[\]<>&|]| {2}\n|^[ \t]*(?:[#+~=-]|\d{1,9}[.)]|[ \t]{3})/m;

/**
 * Marks whose number makes the parser's work grow with its square; so many stand in no text that a
 * teacher wrote, and with fewer a file of such texts takes less than a second.
 */
const dense: readonly (readonly [RegExp, number])[] = [
  [/[*_]+/g, 150],
  [/[[\]<>!|]|`+/g, 500],
  [/^[ \t]{32,}(?:[-*+]|\d+[.)])/gm, 0],
];

const tables = { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] };

const isDense = (text: string): boolean =>
  dense.some(([sign, most]) => (text.match(sign)?.length ?? 0) > most);

/** Words without marks: a paragraph for each blank line. */
export const plainBlocks = (text: string): Document =>
  text
    .split(/\n(?:[ \t]*\n)+/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => ({ type: 'paragraph', children: [part] }));

const codeSpan = /`([^`\n]+)`/g;

/** A paragraph of words and code: most texts are no more, and need no parser. Null when it is more. */
function simpleParagraph(text: string): Document | null {
  if (/``|\n[ \t]*\n/.test(text) || text.replaceAll(codeSpan, '').includes('`')) return null;
  const pieces = text.trim().split(codeSpan);
  const children = pieces.map((piece, index): Inline =>
    index % 2 === 1 ? { type: 'code', text: piece.trim() } : piece.replaceAll(/\s+/g, ' '),
  );
  return [{ type: 'paragraph', children: children.filter((node) => node !== '') }];
}

/** Markdown of foreign files, HTML within it included, as the closed text tree. */
export function readMarkdown(text: string, findImage?: FindImage): FromHtml {
  if (text.length > limits.text) return { blocks: plainBlocks(text), remarks: [] };
  if (!anySign.test(text)) {
    const blocks = text.includes('`') ? simpleParagraph(text) : plainBlocks(text);
    if (blocks) return { blocks, remarks: [] };
  }
  if (isDense(text)) return { blocks: plainBlocks(text), remarks: [{ code: 'markup-too-dense' }] };
  const html = micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    ...(text.includes('|') ? tables : {}),
  });
  return readHtml(tagsAsWords(html), findImage);
}

/** The same for a place that holds one line. */
export function readMarkdownLine(
  text: string,
  findImage?: FindImage,
): { line: Line; remarks: FromHtml['remarks'] } {
  const { blocks, remarks } = readMarkdown(text, findImage);
  return { line: asLine(blocks), remarks };
}
