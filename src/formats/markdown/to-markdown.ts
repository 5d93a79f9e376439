import type { Delete, ListItem, PhrasingContent, RootContent, TableRow, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import type { Block, Document, Inline, Line } from '#core/pack/document.ts';
import { settledDocument, settledLine } from './settle.ts';

/** A mark travels as a node that packs never hold. */
const markHandler: Handle = (node: Delete, _parent, state, info) => {
  const tracker = state.createTracker(info);
  const opening = tracker.move('==');
  const inside = state.containerPhrasing(node, { ...tracker.current(), before: '=', after: '=' });
  return opening + inside + tracker.move('==');
};

/** The first letter that the handler writes. */
const withPeek: Handle = Object.assign(markHandler, { peek: () => '=' });

/** Two and more `=` that follow one another or a mark, behind backslashes that stand for themselves. */
const fences = /(?<!\\)((?:\\\\)*)\\?(={2,})/g;

const textHandler: Handle = (node: Text, _parent, state, info) => {
  const safe = state
    .safe(node.value, info)
    .replaceAll(fences, (_all, before: string, run: string) => before + run.replaceAll('=', '\\='));
  const opened = info.before.endsWith('=') ? safe.replace(/^=/, '\\=') : safe;
  return info.after.startsWith('=') ? opened.replace(/(?<!\\)((?:\\\\)*)=$/, '$1\\=') : opened;
};

const options: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  strong: '*',
  handlers: { delete: withPeek, text: textHandler },
  unsafe: [
    { character: '{', after: '(?:=|never\\})', inConstruct: 'phrasing' },
    { character: '>', before: '=', after: '[ \\t]*\\(', inConstruct: 'phrasing' },
    { atBreak: true, character: '(', after: '[^()\\s]*\\)' },
  ],
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
};

function phrasing(node: Inline): PhrasingContent {
  if (typeof node === 'string') return { type: 'text', value: node };
  if (node.type === 'code') return { type: 'inlineCode', value: node.text };
  if (node.type === 'image') return { type: 'image', url: `media/${node.source}`, alt: node.alt };
  const children = node.children.map(phrasing);
  if (node.type === 'mark') return { type: 'delete', children };
  if (node.type === 'link')
    return { type: 'link', url: node.url, children: children.filter(isNoLink) };
  return { type: node.type, children };
}

const isNoLink = (
  node: PhrasingContent,
): node is Exclude<PhrasingContent, { type: 'link' | 'linkReference' }> =>
  node.type !== 'link' && node.type !== 'linkReference';

const row = (cells: readonly Line[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: cell.map(phrasing) })),
});

/** Whether blocks of an item can follow one another without a blank line. */
const isTight = ([first, second, ...rest]: Document): boolean =>
  rest.length === 0 &&
  first?.type === 'paragraph' &&
  (second === undefined || second.type === 'list');

function content(block: Block): RootContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: block.children.map(phrasing) };
    case 'code':
      return { type: 'code', value: block.text, lang: block.language ?? null };
    case 'table':
      return { type: 'table', children: [block.head, ...block.rows].map(row) };
    case 'list': {
      const children = block.items.map((item): ListItem => ({
        type: 'listItem',
        spread: !isTight(item),
        children: item.map(content).filter(isFlow),
      }));
      return { type: 'list', ordered: block.ordered, spread: false, children };
    }
  }
}

const isFlow = (node: RootContent): node is ListItem['children'][number] =>
  ['paragraph', 'code', 'table', 'list'].includes(node.type);

/** Letters that mean nothing to Markdown behind a first letter that does neither. */
const plain = /^\p{L}[\p{L}\p{M}\p{N} ,;:.'"%/?()、。・「」『』（）？！ー～…—–-]*$/u;

const isPlain = (line: Line): line is readonly [string] =>
  line.length === 1 && typeof line[0] === 'string' && plain.test(line[0]);

/** A line as one line of Markdown, as it stands at the beginning of a block. */
export function lineSource(line: Line): string {
  const settled = settledLine(line);
  if (settled.length === 0) return '';
  if (isPlain(settled)) return settled[0];
  const children = [content({ type: 'paragraph', children: settled })];
  return toMarkdown({ type: 'root', children }, options).trimEnd();
}

/** A line as a level-two heading. */
export function headingSource(line: Line): string {
  const settled = settledLine(line);
  if (isPlain(settled)) return `## ${settled[0]}`;
  if (settled.length === 1 && settled[0] === '!') return '## \\!';
  const children = settled.map(phrasing);
  return toMarkdown({ type: 'heading', depth: 2, children }, options).trimEnd();
}

/** A document as Markdown, without a line end behind it. */
export function documentSource(document: Document): string {
  const settled = settledDocument(document);
  const [only, ...rest] = settled;
  if (rest.length === 0 && only?.type === 'paragraph') return lineSource(only.children);
  return toMarkdown({ type: 'root', children: settled.map(content) }, options).trimEnd();
}
