import type { Slug } from '#core/ids.ts';
import { blocksSource, lineSourceOf } from './edit-text.ts';
import { endOfItem, wordsOf, type ItemLayout, type Quoted } from './item-layout.ts';
import { lineEnd, lineStart, wholeLines, type Layout } from './layout.ts';
import type { Patch } from './patch.ts';
import { prefixed } from './write-scenario.ts';

/** Changes of one option, step, prompt, choice, answer or claim. */

export function setBox(
  { text }: Layout,
  item: ItemLayout,
  right: boolean | null,
): readonly Patch[] {
  const { box, name } = item;
  if (right === null) return box ? [{ from: box.from, to: name.from, insert: '' }] : [];
  const insert = right ? '[x]' : '[ ]';
  if (!box) return [{ from: name.from, to: name.from, insert: `${insert} ` }];
  return text.slice(box.from, box.to) === insert ? [] : [{ ...box, insert }];
}

/** What stands behind the id; null takes a mark away, undefined leaves it. */
export interface Tail {
  readonly text?: string;
  readonly choice?: Slug | null;
  readonly term?: Slug | null;
  readonly never?: boolean;
}

/** Sets parts of the tail where they stand; only a part that comes or goes has the tail written anew. */
export function setTail({ text }: Layout, item: ItemLayout, tail: Tail): readonly Patch[] {
  const words = tail.text === undefined ? wordsOf(text, item) : lineSourceOf(tail.text);
  const isInPlace = tail.text !== undefined && words !== '' && item.text.to > item.text.from;
  const pair = kept(tail.choice, item.pair?.id);
  const term = kept(tail.term, item.term?.id);
  const never = tail.never ?? item.never !== null;
  const isSame =
    (pair === null) === (item.pair === null) &&
    (term === null) === (item.term === null) &&
    never === (item.never !== null);
  if (isSame && (isInPlace || tail.text === undefined)) {
    return [
      ...(isInPlace ? [{ ...item.text, insert: words }] : []),
      ...(item.pair && pair !== item.pair.id
        ? [{ ...item.pair.range, insert: `=> (${pair})` }]
        : []),
      ...(item.term && term !== item.term.id ? [{ ...item.term.range, insert: `{=${term}}` }] : []),
    ];
  }
  const raw = text.slice(item.text.from, item.text.to);
  const parts = [
    tail.text === undefined ? raw : words,
    pair === null ? '' : `=> (${pair})`,
    term === null ? '' : `{=${term}}`,
    never ? '{never}' : '',
  ];
  const insert = parts.map((part) => (part === '' ? '' : ` ${part}`)).join('');
  return [{ ...item.tail, insert }];
}

const kept = (wanted: Slug | null | undefined, held: Slug | undefined): Slug | null =>
  wanted === undefined ? (held ?? null) : wanted;

/** Sets why it is right or wrong, or what is true today; removes it when it is empty. */
export function setWhy({ text }: Layout, item: ItemLayout, source: string): readonly Patch[] {
  const insert = blocksSource(source);
  if (item.why) return setQuoted(text, item.why, insert);
  if (insert === '') return [];
  const at = lineEnd(text, item.tail.to);
  return [{ from: at, to: at, insert: `\n${prefixed(insert, `${item.indent}> `)}` }];
}

export function setRightWhen({ text }: Layout, item: ItemLayout, source: string): readonly Patch[] {
  const insert = lineSourceOf(source);
  if (item.when) return setQuoted(text, item.when, insert);
  if (insert === '') return [];
  const at = lineEnd(text, item.why ? item.why.range.to : item.tail.to);
  const prefix = item.why ? item.why.prefix.replace(/> ?$/, '>> ') : `${item.indent}>> `;
  return [{ from: at, to: at, insert: `\n${prefix}${insert}` }];
}

function setQuoted(text: string, { range, prefix }: Quoted, insert: string): readonly Patch[] {
  if (insert === '') return [{ ...wholeLines(text, range), insert: '' }];
  return [{ ...range, insert: prefixed(insert, prefix).slice(prefix.length) }];
}

/** A new item, as it is written in one language. */
interface NewItem {
  readonly box: string;
  readonly id: Slug;
  readonly text: string;
  readonly choice?: Slug;
}

/** The line of a new item, from its box or id on. */
export const newItemLines = ({ box, id, text, choice }: NewItem): string =>
  `${box}(${id}) ${lineSourceOf(text)}${choice === undefined ? '' : ` => (${choice})`}`.trimEnd();

/** Where an item goes: before another one, or behind one. */
export type Place = { readonly before: ItemLayout } | { readonly behind: ItemLayout };

/** A list of lines as an item at a place, with the marker and the indent of its neighbour. */
export function insertItem(
  { text }: Layout,
  place: Place,
  lines: string,
  marker: string,
): readonly Patch[] {
  const neighbour = 'before' in place ? place.before : place.behind;
  const indent = text.slice(lineStart(text, neighbour.marker.from), neighbour.marker.from);
  const item = `${indent}${marker} ${lines}`;
  if ('before' in place) {
    const at = lineStart(text, neighbour.marker.from);
    return [{ from: at, to: at, insert: `${item}\n` }];
  }
  const at = endOfItem(text, neighbour);
  return [{ from: at, to: at, insert: `\n${item}` }];
}

/** Takes an item out, and leaves what stands between its pieces. */
export const removeItem = ({ text }: Layout, { pieces }: ItemLayout): readonly Patch[] =>
  pieces.map((piece) => ({ ...wholeLines(text, piece), insert: '' }));

/** The lines of an item from its box or id on, with the indent of each line behind its first kept. */
export function itemLines(
  { text }: Layout,
  { pieces, marker, box, name, indent }: ItemLayout,
): string {
  const [, ...rest] = pieces;
  const from = box?.from ?? name.from;
  const own = text.slice(from, pieces[0]?.to);
  const behind = rest.map((piece) => text.slice(piece.from, piece.to));
  const lead = text.slice(lineStart(text, marker.from), marker.from).length;
  return [own, ...behind]
    .join('\n')
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(lead) : line))
    .join('\n');
}

/** Numbers the steps of an order anew, where they were numbered one by one. */
export function renumbered(
  { text }: Layout,
  before: readonly ItemLayout[],
  after: readonly Slug[],
): ReadonlyMap<Slug, string> {
  const steps = before.filter(({ ordered }) => ordered);
  const numberOf = ({ marker }: ItemLayout): number =>
    parseInt(text.slice(marker.from, marker.to), 10);
  const [first, second] = steps;
  const start = first ? numberOf(first) : 1;
  const isFixed = second !== undefined && numberOf(second) === start;
  const sign = first ? text.slice(first.marker.to - 1, first.marker.to) : '.';
  return new Map(after.map((id, index) => [id, `${isFixed ? start : start + index}${sign}`]));
}

export const setMarker = (
  { text }: Layout,
  { marker }: ItemLayout,
  wanted: string,
): readonly Patch[] =>
  text.slice(marker.from, marker.to) === wanted ? [] : [{ ...marker, insert: wanted }];

export const setId = ({ name }: ItemLayout, id: Slug): Patch => ({ ...name, insert: `(${id})` });
