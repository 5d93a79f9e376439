import type { Document, Line } from '#core/pack/document.ts';
import { plainBlocks, readMarkdown } from '#formats/foreign-markdown.ts';
import { asLine, readHtml, type FromHtml } from '#formats/html.ts';
import type { Remark } from '#formats/imported.ts';
import { tagsAsWords } from '#formats/tag-words.ts';
import { unshielded } from './escapes.ts';

const textFormats = ['moodle', 'html', 'plain', 'markdown'] as const;
export type TextFormat = (typeof textFormats)[number];

/** A text with its format in front, `[html]…`; without one it has that of the question. */
export function formatted(
  text: string,
  inherited: TextFormat,
): { readonly format: TextFormat; readonly text: string } {
  const trimmed = text.trim();
  const format = textFormats.find((name) => trimmed.startsWith(`[${name}]`));
  return format === undefined
    ? { format: inherited, text: trimmed }
    : { format, text: trimmed.slice(format.length + 2) };
}

function blocksOf(text: string, format: TextFormat): FromHtml {
  switch (format) {
    case 'html':
      return readHtml(unshielded(text));
    case 'markdown':
      return readMarkdown(unshielded(text));
    case 'plain':
      return { blocks: plainBlocks(unshielded(text, '\n\n')), remarks: [] };
    // Moodle writes the breaks that count as \n; those of the file only keep its lines short.
    case 'moodle':
      return readHtml(unshielded(tagsAsWords(text), '<br>'));
  }
}

/** Reads the texts of one question, and gathers what was lost in them. */
export interface TextReader {
  readonly remarks: readonly Remark[];
  readonly blocks: (text: string) => Document;
  readonly line: (text: string) => Line;
  /** With its format in front, whatever that of the question. */
  readonly withFormat: (text: string) => string;
}

export function textReader(inherited: TextFormat): TextReader {
  const remarks: Remark[] = [];
  const blocks = (raw: string): Document => {
    const { format, text } = formatted(raw, inherited);
    const read = blocksOf(text, format);
    remarks.push(...read.remarks);
    return read.blocks;
  };
  const withFormat = (raw: string): string => {
    const { format, text } = formatted(raw, inherited);
    return `[${format}]${text}`;
  };
  return { remarks, blocks, line: (text) => asLine(blocks(text)), withFormat };
}
