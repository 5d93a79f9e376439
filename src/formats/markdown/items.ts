import type { Blockquote, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Document, Line } from '#core/pack/document.ts';
import { isSlug, type Slug } from '#core/ids.ts';
import { readDocument } from './blocks.ts';
import { readLine, type Reading } from './inline.ts';
import { complain, type Spot } from './report.ts';
import { markable, spotOf, textFrom } from './tree.ts';

/** One `- (id) …` with what hangs below it. */
export interface Item {
  readonly id: Slug;
  readonly spot: Spot;
  readonly ordered: boolean;
  /** Undefined without a box. */
  readonly right?: boolean;
  readonly text: Line;
  readonly standsFor?: Slug;
  readonly never: boolean;
  /** Of a prompt: the id behind `=>`. */
  readonly choice?: Slug;
  readonly why?: Document;
  readonly rightWhen?: Line;
}

const opening = /^(?:\[([ x])\]\s+)?\(([^()\s]*)\)(?:\s+|$)/;
const termAtEnd = /\{(?:=([^{}]*)|(never))\}$/;
const pairAtEnd = /(?:^|\s)=>\s*\(([^()\s]*)\)$/;

/** Whether a block is a list whose items carry ids. */
export function hasIds(block: RootContent | undefined): boolean {
  if (block?.type !== 'list') return false;
  const first = block.children[0]?.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && opening.test(markable(text));
}

interface Bare {
  readonly node: ListItem;
  readonly ordered: boolean;
  readonly quotes: Blockquote[];
}

/**
 * The items of a section. Lists follow one another as the kinds have them (steps, then spare ones); a quote that is
 * indented too little for its item still belongs to it.
 */
export function readItems(reading: Reading, blocks: readonly RootContent[]): readonly Item[] {
  const bare: Bare[] = [];
  for (const block of blocks) {
    const last = bare.at(-1);
    if (block.type === 'list')
      for (const node of block.children)
        bare.push({ node, ordered: block.ordered === true, quotes: [] });
    else if (block.type === 'blockquote' && last) last.quotes.push(block);
    else complain(reading.report, 'not_an_option', spotOf(block));
  }
  const items: Item[] = [];
  for (const each of bare) {
    const item = readItem(reading, each);
    if (item && items.some(({ id }) => id === item.id))
      complain(reading.report, 'option_twice', item.spot, { id: item.id });
    else if (item) items.push(item);
  }
  return items;
}

interface Marks {
  right?: boolean;
  standsFor?: Slug;
  never: boolean;
  choice?: Slug;
}

function readItem(reading: Reading, { node, ordered, quotes }: Bare): Item | null {
  const [head, ...rest] = node.children;
  const spot = spotOf(node);
  const opened = head?.type === 'paragraph' ? openedBy(head) : null;
  if (!opened) {
    complain(reading.report, 'option_without_id', spot);
    return null;
  }
  const { id, box, words } = opened;
  if (!isSlug(id)) complain(reading.report, 'bad_id', spot, { value: id });
  const marks: Marks = { never: false, ...(box === undefined ? {} : { right: box === 'x' }) };
  const text = readLine(reading, closed(reading, spot, words, marks));
  if (text.length === 0) complain(reading.report, 'option_without_text', spot, { id });
  const below = [...quotes];
  for (const block of rest) {
    if (block.type === 'blockquote') below.push(block);
    else complain(reading.report, 'not_an_option', spotOf(block));
  }
  return { id, spot, ordered, text, ...marks, ...reasons(reading, below) };
}

/** Takes `[x] (id)` off the beginning. */
function openedBy({ children: [first, ...rest] }: Paragraph) {
  if (first?.type !== 'text') return null;
  const match = opening.exec(markable(first));
  if (!match) return null;
  const text = textFrom(first, match[0].length);
  const words: PhrasingContent[] = text.value === '' ? rest : [text, ...rest];
  return { box: match[1], id: match[2] ?? '', words };
}

/** Takes `{=term}`, `{never}` and `=> (id)` off the end. */
function closed(
  { report }: Reading,
  spot: Spot,
  words: readonly PhrasingContent[],
  marks: Marks,
): PhrasingContent[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return [...words];
  let value = markable(last).trimEnd();
  for (let match = termAtEnd.exec(value); match; match = termAtEnd.exec(value)) {
    value = value.slice(0, match.index).trimEnd();
    const term = match[1]?.trim();
    if (term === undefined) marks.never = true;
    else if (marks.standsFor !== undefined) complain(report, 'stands_for_twice', spot);
    else marks.standsFor = term;
  }
  const pair = pairAtEnd.exec(value);
  if (pair) {
    value = value.slice(0, pair.index).trimEnd();
    marks.choice = pair[1] ?? '';
  }
  const before = words.slice(0, -1);
  return value === '' ? before : [...before, { ...last, value: last.value.slice(0, value.length) }];
}

/** `>` is why, `>>` is when it would be right. */
function reasons(reading: Reading, quotes: readonly Blockquote[]) {
  const why: RootContent[] = [];
  const when: Paragraph[] = [];
  for (const block of quotes.flatMap((quote) => quote.children)) {
    if (block.type !== 'blockquote') {
      why.push(block);
      continue;
    }
    for (const inner of block.children) {
      if (inner.type === 'paragraph' && when.length === 0) when.push(inner);
      else complain(reading.report, 'right_when_not_a_line', spotOf(inner));
    }
  }
  return {
    ...(why.length > 0 ? { why: readDocument(reading, why) } : {}),
    ...(when[0] ? { rightWhen: readLine(reading, when[0].children) } : {}),
  };
}
