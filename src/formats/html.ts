import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';
import { type Block, type Document, type Inline, type Line } from '#core/pack/document.ts';
import { limits } from '#core/pack/limits.ts';
import type { Remark } from './imported.ts';
import { isEmpty, joined, tidied } from './tidy-line.ts';

/** HTML of foreign files as the closed text tree; what the tree does not know is dropped, and said. */
export interface FromHtml {
  readonly blocks: Document;
  /** `markup-lost` once for each tag that went, `image-lost` and `link-lost` for each. */
  readonly remarks: readonly Remark[];
}

/** Finds the name in the pack's media folder for an address of a picture; null when there is none. */
export type FindImage = (address: string) => string | null;

interface Walk {
  readonly findImage: FindImage;
  readonly remarks: Remark[];
  readonly lost: Set<string>;
}

const silent = new Set(['script', 'style', 'template', 'head', 'title', 'noscript', 'colgroup']);
const plain = new Set(
  'html body p div span section article header footer main font center small big u ins abbr cite q time label figure figcaption dl dt dd tbody thead tfoot address'.split(
    ' ',
  ),
);
/** Elements within a line that part no words. */
const inWords = new Set('span font big small u ins abbr cite q time label'.split(' '));
const breaks = new Set(
  'p div section article header footer main figure figcaption dl dt dd h1 h2 h3 h4 h5 h6 blockquote address center hr'.split(
    ' ',
  ),
);
const codes = new Set(['code', 'tt', 'kbd', 'samp', 'var']);
const strongs = new Set(['b', 'strong']);
const emphases = new Set(['i', 'em', 'dfn']);
const heading = /^h[1-6]$/;

const rawText = (node: AnyNode): string => {
  if (isText(node)) return node.data;
  if (!isTag(node)) return '';
  if (node.name === 'br') return '\n';
  return node.children.map(rawText).join('');
};

const lose = ({ remarks, lost }: Walk, tag: string): void => {
  if (lost.has(tag)) return;
  lost.add(tag);
  remarks.push({ code: 'markup-lost', params: { tag } });
};

/** Raised and lowered digits and signs have letters of their own; other words get a caret or an underline. */
const raised = new Map(
  Array.from('0123456789+-=()n', (sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[i] ?? sign]),
);
const lowered = new Map(
  Array.from('0123456789+-=()', (sign, i) => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[i] ?? sign]),
);

function shifted(text: string, signs: ReadonlyMap<string, string>, mark: string): string {
  const letters = Array.from(text.trim());
  return letters.every((letter) => signs.has(letter))
    ? letters.map((letter) => signs.get(letter) ?? letter).join('')
    : `${mark}(${letters.join('')})`;
}

const isAddress = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/** One element within a line; null when it is none. */
function inlineOf(walk: Walk, node: Element, depth: number): readonly Inline[] | null {
  const children = () => inlines(walk, node.children, depth + 1);
  const { name, attribs } = node;
  if (strongs.has(name)) return [{ type: 'strong', children: children() }];
  if (emphases.has(name)) return [{ type: 'emphasis', children: children() }];
  if (name === 'mark') return [{ type: 'mark', children: children() }];
  if (codes.has(name)) return [{ type: 'code', text: rawText(node).trim() }];
  if (name === 'sup') return [shifted(rawText(node), raised, '^')];
  if (name === 'sub') return [shifted(rawText(node), lowered, '_')];
  if (name === 'a') return link(walk, attribs['href'] ?? '', children());
  if (name === 'img') return image(walk, attribs['src'] ?? '', attribs['alt'] ?? '');
  return null;
}

function link(walk: Walk, url: string, children: readonly Inline[]): readonly Inline[] {
  if (isAddress(url)) return [{ type: 'link', url, children }];
  if (url !== '') walk.remarks.push({ code: 'link-lost', params: { url: url.slice(0, 200) } });
  return children;
}

function image(walk: Walk, address: string, alt: string): readonly Inline[] {
  const source = walk.findImage(address);
  if (source !== null) return [{ type: 'image', source, alt: alt.trim() === '' ? source : alt }];
  walk.remarks.push({ code: 'image-lost', params: { address: address.slice(0, 200) } });
  return alt.trim() === '' ? [] : [`[${alt.trim()}]`];
}

function inlines(walk: Walk, nodes: readonly AnyNode[], depth: number): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    // A line end of the file is a blank; alone it would pass for a forced break.
    if (isText(node)) return [node.data.replaceAll('\n', ' ')];
    if (!isTag(node) || silent.has(node.name)) return [];
    if (depth > limits.nesting) return [rawText(node)];
    if (node.name === 'br') return ['\n'];
    const found = inlineOf(walk, node, depth);
    if (found) return found;
    if (!plain.has(node.name) && !heading.test(node.name)) lose(walk, node.name);
    const children = inlines(walk, node.children, depth + 1);
    return inWords.has(node.name) ? children : [' ', ...children, ' '];
  });
}

/** Words that follow one another until something that stands for itself, cut at forced breaks. */
function paragraphs(walk: Walk, nodes: readonly AnyNode[], depth: number): readonly Block[] {
  const lines: Inline[][] = [[]];
  for (const node of inlines(walk, nodes, depth)) {
    if (node === '\n') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines
    .map(tidied)
    .filter((line) => !isEmpty(line))
    .map((children) => ({ type: 'paragraph', children }));
}

const cells = (row: Element): readonly Element[] =>
  row.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th');

function rowsOf(table: Element): readonly Element[] {
  return table.children
    .filter(isTag)
    .flatMap((child) => (child.name === 'tr' ? [child] : rowsOf(child)));
}

function tableOf(walk: Walk, node: Element, depth: number): readonly Block[] {
  const [head, ...rows] = rowsOf(node).map((row) =>
    cells(row).map((cell) => tidied(inlines(walk, cell.children, depth + 1))),
  );
  return head === undefined ? [] : [{ type: 'table', head, rows }];
}

/** `<pre><code class="language-sh">`, as HTML recommends it. */
function languageOf(pre: Element): { readonly language?: string } {
  const [code] = pre.children.filter(isTag);
  const language = /(?:^|\s)language-([^\s"<>&]{1,30})/.exec(code?.attribs['class'] ?? '')?.[1];
  return language === undefined ? {} : { language };
}

/** An element that stands for itself; null when it belongs to the line around it. */
function blockOf(walk: Walk, node: Element, depth: number): readonly Block[] | null {
  if (silent.has(node.name)) return [];
  if (node.name === 'pre') {
    const text = rawText(node).replace(/^\n/, '').trimEnd();
    return text === '' ? [] : [{ type: 'code', text, ...languageOf(node) }];
  }
  if (node.name === 'ul' || node.name === 'ol') {
    const items = node.children
      .filter(isTag)
      .map((item) => blocksOf(walk, item.children, depth + 1))
      .filter((item) => item.length > 0);
    return items.length === 0 ? [] : [{ type: 'list', ordered: node.name === 'ol', items }];
  }
  if (node.name === 'table') return tableOf(walk, node, depth);
  if (heading.test(node.name)) {
    const children = tidied(inlines(walk, node.children, depth + 1));
    return isEmpty(children)
      ? []
      : [{ type: 'paragraph', children: [{ type: 'strong', children }] }];
  }
  if (breaks.has(node.name) || holdsBlocks(node)) {
    if (!plain.has(node.name) && node.name !== 'hr') lose(walk, node.name);
    return blocksOf(walk, node.children, depth + 1);
  }
  return null;
}

const standing = new Set(['pre', 'ul', 'ol', 'table', ...breaks]);

/** A span or link around paragraphs is taken for the paragraphs. */
const holdsBlocks = (node: Element): boolean =>
  node.children.some((child) => isTag(child) && (standing.has(child.name) || holdsBlocks(child)));

function blocksOf(walk: Walk, nodes: readonly AnyNode[], depth: number): readonly Block[] {
  if (depth > limits.nesting * 4) return paragraphs(walk, nodes, limits.nesting + 1);
  const blocks: Block[] = [];
  let line: AnyNode[] = [];
  const close = () => {
    blocks.push(...paragraphs(walk, line, 0));
    line = [];
  };
  for (const node of nodes) {
    const found = isTag(node) ? blockOf(walk, node, depth) : null;
    if (found === null) line.push(node);
    else {
      close();
      blocks.push(...found);
    }
  }
  close();
  return blocks;
}

function wordsAlone(text: string): Document {
  const words = text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
  return words === '' ? [] : [{ type: 'paragraph', children: [words] }];
}

/** Elements within one another above which the parser would take seconds, and nobody can have meant it. */
const DEEPEST = 2_000;

/** Stops the parser as it goes too deep: only the parser itself knows which ends close something. */
class Shallow extends DomHandler {
  override onopentag(...opened: Parameters<DomHandler['onopentag']>): void {
    super.onopentag(...opened);
    if (this.tagStack.length > DEEPEST) throw new RangeError('too deep');
  }
}

function nodesOf(html: string): readonly AnyNode[] {
  const handler = new Shallow();
  new Parser(handler).end(html);
  return handler.root.children;
}

const tooDeep = (html: string): FromHtml => ({
  blocks: wordsAlone(html.replaceAll(/<[^<>]*>/g, ' ')),
  remarks: [{ code: 'html-too-deep' }],
});

/** Reads HTML as foreign files hold it. Nothing of it is ever run or rendered as HTML. */
export function readHtml(html: string, findImage: FindImage = () => null): FromHtml {
  // Most texts are words alone, and there may be ten thousands of them.
  if (!/[<&]/.test(html)) return { blocks: wordsAlone(html), remarks: [] };
  const walk: Walk = { findImage, remarks: [], lost: new Set() };
  try {
    return { blocks: blocksOf(walk, nodesOf(html), 0), remarks: walk.remarks };
  } catch (error) {
    // The parser was stopped, or tags in one another fill the stack: the words can still be had.
    if (!(error instanceof RangeError)) throw error;
    return tooDeep(html);
  }
}

/** The same for a place that holds one line: paragraphs are joined by a blank, lists by commas. */
export function readHtmlLine(
  html: string,
  findImage?: FindImage,
): { line: Line; remarks: readonly Remark[] } {
  const { blocks, remarks } = readHtml(html, findImage);
  return { line: asLine(blocks), remarks };
}

/** A document in one line. */
export function asLine(blocks: Document): Line {
  const parts = blocks.map((block): Line => {
    switch (block.type) {
      case 'paragraph':
        return block.children;
      case 'code':
        return [{ type: 'code', text: block.text.replaceAll(/\s+/g, ' ') }];
      case 'list':
        return separated(block.items.map(asLine), ', ');
      case 'table':
        return separated([block.head, ...block.rows].flat(), ', ');
    }
  });
  return joined(separated(parts, ' '));
}

const separated = (lines: readonly Line[], separator: string): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [separator, ...line]));
