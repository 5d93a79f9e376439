import type { Block, Document, Inline, Line } from '#core/pack/document.ts';
import { lineText } from '#core/pack/document.ts';
import { withoutBreaks } from './inline.ts';

/**
 * The form of a text tree that Markdown can hold: one line a paragraph, no empty nodes, no blanks at the edges,
 * nothing beside its own like. Trees that were read from Markdown have it already.
 */

type Parent = Extract<Inline, { readonly children: Line }>;

const hasChildren = (node: Inline): node is Parent =>
  typeof node !== 'string' && 'children' in node;

/** What Markdown cannot write even as a reference. */
const writable = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '\uFFFD');

const oneLine = (text: string): string => writable(text).replaceAll('\n', ' ');

/** What a node stands in: nothing stands in its own like. */
type Around = ReadonlySet<Parent['type']>;

function settledNode(node: Inline, around: Around): readonly Inline[] {
  if (typeof node === 'string') return [node];
  if (node.type === 'code') return [{ type: 'code', text: oneLine(node.text) }];
  if (node.type === 'image') return [{ ...node, alt: oneLine(node.alt).trim() }];
  const { type } = node;
  if (around.has(type)) return settledNodes(node.children, around);
  const children = settledNodes(node.children, new Set([...around, type]));
  return hoisted({
    ...node,
    children: children.length === 0 && type === 'link' ? [node.url] : children,
  });
}

/** Blanks at the edges of a node stand outside of it. */
function hoisted(node: Parent): readonly Inline[] {
  const first = node.children[0];
  const before = typeof first === 'string' ? (/^\s+/.exec(first)?.[0] ?? '') : '';
  const headless = withFirst(node.children, before.length);
  const last = headless.at(-1);
  const after = typeof last === 'string' ? (/\s+$/.exec(last)?.[0] ?? '') : '';
  const children =
    typeof last === 'string'
      ? [...headless.slice(0, -1), last.slice(0, last.length - after.length)].filter(
          (one) => one !== '',
        )
      : headless;
  const inside = children.length === 0 ? [] : [{ ...node, children }];
  return [before, ...inside, after].filter((part) => part !== '');
}

function withFirst(line: Line, from: number): readonly Inline[] {
  const [first, ...rest] = line;
  if (typeof first !== 'string') return line;
  return from === first.length ? rest : [first.slice(from), ...rest];
}

function settledNodes(line: Line, around: Around): readonly Inline[] {
  const done: Inline[] = [];
  for (const node of line.flatMap((one) => settledNode(one, around))) {
    const last = done.at(-1);
    const both = last === undefined ? null : joined(last, node);
    if (both !== null) done[done.length - 1] = both;
    else if (node !== '' && !(typeof node !== 'string' && node.type === 'code' && node.text === ''))
      done.push(node);
  }
  return done;
}

/** Two nodes that would run into each other, as one. */
function joined(one: Inline, other: Inline): Inline | null {
  if (typeof one === 'string' || typeof other === 'string')
    return typeof one === 'string' && typeof other === 'string' ? one + other : null;
  if (one.type === 'code' && other.type === 'code')
    return { type: 'code', text: one.text + other.text };
  if (one.type === 'mark' && other.type === 'mark')
    return {
      type: 'mark',
      children: settledNodes([...one.children, ...other.children], new Set(['mark'])),
    };
  return null;
}

/** Most lines: words without breaks, and without blanks at their ends. */
// oxlint-disable-next-line no-control-regex -- that letter cannot be written
const isSettled = /^[^\s\0](?:[^\r\n\0]*[^\s\0])?$/;

/** A line without breaks, and without blanks at its ends. */
export function settledLine(line: Line): Line {
  const [only] = line;
  if (line.length === 1 && typeof only === 'string' && isSettled.test(only)) return line;
  const writables = withoutBreaks(line.map(deepWritable));
  return trimmed(settledNodes(writables, new Set()));
}

const deepWritable = (node: Inline): Inline => {
  if (typeof node === 'string') return writable(node);
  return hasChildren(node) ? { ...node, children: node.children.map(deepWritable) } : node;
};

function trimmed(line: Line): Line {
  const [first, ...rest] = line;
  if (typeof first === 'string' && first !== first.trimStart())
    return trimmed(first.trimStart() === '' ? rest : [first.trimStart(), ...rest]);
  const last = line.at(-1);
  if (typeof last !== 'string' || last === last.trimEnd()) return line;
  const before = line.slice(0, -1);
  return last.trimEnd() === '' ? trimmed(before) : [...before, last.trimEnd()];
}

/** A title is one line of plain words. */
export const settledTitle = (title: string): string => lineText(settledLine([title]));

export const settledDocument = (document: Document): Document => document.flatMap(settledBlock);

function settledBlock(block: Block): readonly Block[] {
  switch (block.type) {
    case 'paragraph': {
      const children = settledLine(block.children);
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'list': {
      const items = block.items.map(settledDocument).filter((item) => item.length > 0);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'code': {
      const language = /^[^\s`]+/.exec(writable(block.language ?? ''))?.[0] ?? '';
      const text = writable(block.text);
      return [{ type: 'code', text, ...(language === '' ? {} : { language }) }];
    }
    case 'table':
      return settledTable(block);
  }
}

/** Every row as long as the longest. */
function settledTable({ head, rows }: Extract<Block, { type: 'table' }>): readonly Block[] {
  const width = Math.max(...[head, ...rows].map((row) => row.length));
  const settledRow = (row: readonly Line[]): Line[] =>
    Array.from({ length: width }, (_, column) => settledLine((row[column] ?? []).map(inCell)));
  return width === 0 ? [] : [{ type: 'table', head: settledRow(head), rows: rows.map(settledRow) }];
}

/** No code in a table can hold a backslash before a bar: there it is plain text. */
function inCell(node: Inline): Inline {
  if (typeof node === 'string') return node;
  if (node.type === 'code') return node.text.includes('\\|') ? node.text : node;
  return hasChildren(node) ? { ...node, children: node.children.map(inCell) } : node;
}
