import type { Blockquote, ListItem, Node, Paragraph, RootContent } from 'mdast';
import { isSlug, type Slug } from '#core/ids.ts';
import { lineEnd, lineStart, oneLine, rangeOf, type Range } from './layout.ts';

/** Where the parts of an option, step, prompt, choice, answer or claim stand. */
export interface ItemLayout {
  readonly id: Slug;
  readonly ordered: boolean;
  /** The item, and quotes that stand behind it; each from the beginning of its first line. */
  readonly pieces: readonly Range[];
  /** `-` or `1.` */
  readonly marker: Range;
  /** `[x]` */
  readonly box: Range | null;
  readonly right?: boolean;
  /** `(id)` */
  readonly name: Range;
  /** All that stands behind `(id)`, with the blank before it. */
  readonly tail: Range;
  readonly text: Range;
  readonly pair: Marked | null;
  readonly term: Marked | null;
  readonly never: Range | null;
  readonly why: Quoted | null;
  readonly when: Quoted | null;
  /** What stands before a line that belongs to the item. */
  readonly indent: string;
}

interface Marked {
  readonly range: Range;
  readonly id: Slug;
}

/** Lines in a quote. */
export interface Quoted {
  readonly range: Range;
  /** What stands before each of them. */
  readonly prefix: string;
}

const opening = /^(?:(\[([ x])\])\s+)?\(([^()\s]*)\)(?=\s|$)/;
const termAtEnd = /(?<!\\)\{(?:=([^{}]*)|(never))\}$/;
const pairAtEnd = /(?:^|\s)=>\s*\(([^()\s]*)\)$/;

/** The items of a section as the reader finds them; those without an id, or with one that stood before, are left out. */
export function itemsOf(text: string, blocks: readonly RootContent[]): readonly ItemLayout[] {
  const bare: {
    readonly node: ListItem;
    readonly ordered: boolean;
    readonly quotes: Blockquote[];
  }[] = [];
  for (const block of blocks) {
    if (block.type === 'list')
      for (const node of block.children)
        bare.push({ node, ordered: block.ordered === true, quotes: [] });
    else if (block.type === 'blockquote') bare.at(-1)?.quotes.push(block);
  }
  const items: ItemLayout[] = [];
  for (const { node, ordered, quotes } of bare) {
    const item = itemOf(text, node, ordered, quotes);
    if (item && !items.some(({ id }) => id === item.id)) items.push(item);
  }
  return items;
}

function itemOf(
  text: string,
  node: ListItem,
  ordered: boolean,
  quotes: readonly Blockquote[],
): ItemLayout | null {
  const [head, ...below] = node.children;
  if (head?.type !== 'paragraph') return null;
  const { from, to } = rangeOf(head);
  const match = opening.exec(text.slice(from, to));
  const [whole = '', box, mark, id = ''] = match ?? [];
  if (!match || !isSlug(id)) return null;
  const all = [...below.filter((block) => block.type === 'blockquote'), ...quotes];
  const start = rangeOf(node).from;
  const marker = /^(?:[-+*]|\d+[.)])/.exec(text.slice(start))?.[0] ?? '';
  const blocks = all.flatMap((quote) => quote.children);
  const inner = blocks
    .filter((block) => block.type === 'blockquote')
    .flatMap(({ children }) => children);
  return {
    id,
    ordered,
    pieces: [node, ...quotes].map((piece) => ({
      from: lineStart(text, rangeOf(piece).from),
      to: rangeOf(piece).to,
    })),
    marker: { from: start, to: start + marker.length },
    box: box === undefined ? null : { from, to: from + box.length },
    ...(mark === undefined ? {} : { right: mark === 'x' }),
    name: { from: from + whole.length - id.length - 2, to: from + whole.length },
    tail: { from: from + whole.length, to },
    ...tailOf(text, head, from + whole.length),
    why: quotedOf(
      text,
      blocks.filter((block) => block.type !== 'blockquote'),
      1,
    ),
    when: quotedOf(text, inner.filter((block) => block.type === 'paragraph').slice(0, 1), 2),
    indent: text.slice(lineStart(text, start), from).replaceAll(/[^\s]/g, ' '),
  };
}

/** The words of an item, and the marks behind them. */
function tailOf(text: string, head: Paragraph, start: number) {
  const { to } = rangeOf(head);
  let term: Marked | null = null;
  let never: Range | null = null;
  let rest = text.slice(start, to).trimEnd();
  const hasMarks = head.children.at(-1)?.type === 'text';
  for (let match = hasMarks ? termAtEnd.exec(rest) : null; match; match = termAtEnd.exec(rest)) {
    const range = { from: start + match.index, to: start + match.index + match[0].length };
    if (match[1] === undefined) never ??= range;
    else term ??= { range, id: match[1].trim() };
    rest = rest.slice(0, match.index).trimEnd();
  }
  const found = hasMarks ? pairAtEnd.exec(rest) : null;
  const arrow = found ? found.index + found[0].indexOf('=>') : 0;
  const pair = found
    ? { range: { from: start + arrow, to: start + rest.length }, id: found[1] ?? '' }
    : null;
  const words = found ? rest.slice(0, found.index).trimEnd() : rest;
  const blank = words.length - words.trimStart().length;
  return { text: { from: start + blank, to: start + words.length }, pair, term, never };
}

/** Blocks in a quote, from where their first line may begin. */
function quotedOf(text: string, blocks: readonly Node[], depth: 1 | 2): Quoted | null {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return null;
  const start = lineStart(text, rangeOf(first).from);
  const before = text.slice(start, rangeOf(first).from);
  const marks = depth === 1 ? /^[^>]*> ?/ : /^[^>]*>[ \t]*> ?/;
  const match = marks.exec(before)?.[0] ?? before;
  return {
    range: { from: start + match.length, to: rangeOf(last).to },
    prefix: match.endsWith(' ') ? match : `${match} `,
  };
}

const quoteMark = { 1: /^[ \t]*(?:> ?)?/, 2: /^[ \t]*(?:>[ \t]*)?(?:> ?)?/ } as const;

/** What is said in a quote, without what stands before each line. */
export function quotedText(text: string, quoted: Quoted | null, depth: 1 | 2): string {
  if (!quoted) return '';
  const [first = '', ...rest] = text.slice(quoted.range.from, quoted.range.to).split('\n');
  const lines = [first, ...rest.map((line) => line.replace(quoteMark[depth], ''))];
  return depth === 1 ? lines.join('\n').trimEnd() : oneLine(lines.join('\n')).trim();
}

export const wordsOf = (text: string, { text: { from, to } }: ItemLayout): string =>
  oneLine(text.slice(from, to));

/** Behind the last line of an item. */
export const endOfItem = (text: string, { pieces }: ItemLayout): number =>
  lineEnd(text, Math.max(...pieces.map(({ to }) => to)));
