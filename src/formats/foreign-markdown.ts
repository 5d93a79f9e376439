import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { limits } from '#core/pack/limits.ts';
import type { Document, Line } from '#core/pack/document.ts';
import { asLine, readHtml, type FindImage, type FromHtml } from './html.ts';

/** Signs that may mean something to Markdown; a line without any is a paragraph as it stands. */
const anySign = /[\\`*_[\]<>&|]|^[ \t]*(?:[#+~=-]|\d{1,9}[.)]|[ \t]{3})/m;

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

/** Markdown of foreign files, HTML within it included, as the closed text tree. */
export function readMarkdown(text: string, findImage?: FindImage): FromHtml {
  if (text.length > limits.text || !anySign.test(text))
    return { blocks: plainBlocks(text), remarks: [] };
  if (isDense(text)) return { blocks: plainBlocks(text), remarks: [{ code: 'markup-too-dense' }] };
  const html = micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    ...(text.includes('|') ? tables : {}),
  });
  return readHtml(html, findImage);
}

/** The same for a place that holds one line. */
export function readMarkdownLine(
  text: string,
  findImage?: FindImage,
): { line: Line; remarks: FromHtml['remarks'] } {
  const { blocks, remarks } = readMarkdown(text, findImage);
  return { line: asLine(blocks), remarks };
}
