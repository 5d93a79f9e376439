import type { Node, RootContent } from 'mdast';
import { fromMarkdown, type CompileContext, type Extension } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { lately } from './lately.ts';

declare module 'mdast' {
  interface TextData {
    /** Letters of the value that were written with a backslash or as a reference: never part of a mark. */
    escaped?: number[];
  }
}

function noteEscape(this: CompileContext): undefined {
  const node = this.stack.at(-1);
  if (node?.type !== 'text') return;
  // Added in place: a text may have very many.
  const escaped = node.data?.escaped ?? [];
  escaped.push(node.value.length);
  node.data = { escaped };
}

const escapes: Extension = {
  enter: { characterEscapeValue: noteEscape, characterReferenceValue: noteEscape },
};

/** The blocks of a text, parsed in one go. */
export const parseWhole = (text: string): readonly RootContent[] =>
  fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown(), escapes],
  }).children;

/** What may reach over a heading: HTML, code between fences, and the addresses of links elsewhere in the text. */
const reaching = /```|~~~|\]:|^[-+*>\d.) \t]*</m;
/** A heading at the beginning of a line ends whatever stands above it. */
const beforeHeading = /^(?=#{1,6}(?:[ \t]|$))/m;

/** The pieces of a file before an edit and after, a few times over. */
const PIECES = 48;
const pieceOf = lately(parseWhole, () => '', PIECES);

function move(node: Node, lines: number, letters: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line += lines;
    point.offset = (point.offset ?? 0) + letters;
  }
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) move(child, lines, letters);
}

/**
 * The blocks of a text. From heading to heading it is parsed by itself, where that is the same: of a long text a letter
 * changes one piece, and the others were parsed before.
 */
export function parseBlocks(text: string): readonly RootContent[] {
  if (reaching.test(text)) return parseWhole(text);
  const blocks: RootContent[] = [];
  let lines = 0;
  let letters = 0;
  for (const piece of text.split(beforeHeading)) {
    const nodes = structuredClone(pieceOf(piece));
    for (const node of nodes) move(node, lines, letters);
    blocks.push(...nodes);
    lines += piece.split('\n').length - 1;
    letters += piece.length;
  }
  return blocks;
}
