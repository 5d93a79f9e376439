import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import {
  insertItem,
  itemLines,
  newItemLines,
  removeItem,
  renumbered,
  setBox,
  setId,
  setMarker,
  setTail,
} from './edit-items.ts';
import type { ItemLayout } from './item-layout.ts';
import { lineEnd, rangeOf, type Layout, type PartLayout } from './layout.ts';
import type { Patch } from './patch.ts';
import { partItems, questionOf } from './scenario-fields.ts';

/** Changes of the options of a scenario, in all languages at once. */

export type Group = 'option' | 'step' | 'spare' | 'prompt' | 'choice';

export interface NewOption {
  readonly id: Slug;
  readonly group: Group;
  /** A box, in the source; none for steps, prompts and choices. */
  readonly right?: boolean;
  /** Of a prompt. */
  readonly choice?: Slug;
  readonly text: { readonly [language: Language]: string | undefined };
}

/** What every change of options needs to know. */
export interface Options {
  readonly layout: Layout;
  readonly source: Language;
}

interface Written {
  readonly part: PartLayout;
  readonly items: readonly ItemLayout[];
  readonly isSource: boolean;
}

export const writtenIn = ({ layout, source }: Options): readonly Written[] =>
  layout.parts.map((part) => ({
    part,
    items: partItems(layout.text, part),
    isSource: part.language === source,
  }));

/** Prompts are told by the source: a translation does not mark them. */
function promptsOf(options: Options): ReadonlySet<Slug> {
  const own = writtenIn(options).find(({ isSource }) => isSource);
  return new Set((own?.items ?? []).filter(({ pair }) => pair !== null).map(({ id }) => id));
}

function isIn(group: Group, prompts: ReadonlySet<Slug>): (item: ItemLayout) => boolean {
  switch (group) {
    case 'option':
      return () => true;
    case 'step':
    case 'spare':
      return ({ ordered }) => ordered === (group === 'step');
    case 'prompt':
    case 'choice':
      return ({ id }) => prompts.has(id) === (group === 'prompt');
  }
}

const groupOf = (item: ItemLayout, prompts: ReadonlySet<Slug>): Group => {
  if (item.ordered) return 'step';
  if (prompts.size === 0) return 'option';
  return prompts.has(item.id) ? 'prompt' : 'choice';
};

/** Puts lines of an item into a group: before another item, else at the group's end. */
function putIn(
  { layout }: Options,
  { part, items }: Written,
  group: { readonly name: Group; readonly prompts: ReadonlySet<Slug> },
  lines: string,
  before: Slug | null,
): readonly Patch[] {
  const members = items.filter(isIn(group.name, group.prompts));
  const next = items.find(({ id }) => id === before);
  const last = members.at(-1);
  const marker = (like: ItemLayout | undefined): string =>
    group.name === 'step' ? '1.' : like && !like.ordered ? bulletOf(layout, like) : '-';
  if (next) return insertItem(layout, { before: next }, lines, marker(last));
  if (last) return insertItem(layout, { behind: last }, lines, marker(last));
  const [other] = items;
  const isFirst = group.name === 'step' || group.name === 'prompt';
  if (other && isFirst)
    return insertItem(layout, { before: other }, `${lines}\n`.trimEnd(), marker(other));
  const end = items.at(-1);
  if (end) return insertItem(layout, { behind: end }, lines, marker(end));
  const section = questionOf(part);
  if (!section) return [];
  const at = lineEnd(layout.text, rangeOf(section.heading).to);
  return [{ from: at, to: at, insert: `\n\n${marker(undefined)} ${lines}` }];
}

const bulletOf = ({ text }: Layout, { marker }: ItemLayout): string =>
  text.slice(marker.from, marker.to);

/** Sets the numbers of steps as they will stand; the one that moves has its number already. */
function numbers(layout: Layout, items: readonly ItemLayout[], after: readonly Slug[]) {
  const wanted = renumbered(layout, items, after);
  return {
    marker: (id: Slug): string => wanted.get(id) ?? '1.',
    patches: (except: Slug): readonly Patch[] =>
      items
        .filter(({ id, ordered }) => ordered && id !== except && wanted.has(id))
        .flatMap((item) => setMarker(layout, item, wanted.get(item.id) ?? '1.')),
  };
}

/** The ids of the steps with one put before another, or at the end. */
function stepsWith(items: readonly ItemLayout[], id: Slug, before: Slug | null): readonly Slug[] {
  const others = items.filter((item) => item.ordered && item.id !== id).map((item) => item.id);
  const at = before === null ? -1 : others.indexOf(before);
  return at < 0 ? [...others, id] : [...others.slice(0, at), id, ...others.slice(at)];
}

const withMarker = (patches: readonly Patch[], marker: string): readonly Patch[] =>
  patches.map((patch) => ({
    ...patch,
    insert: patch.insert.replace(/(^|\n)([ \t]*)1\. /, `$1$2${marker} `),
  }));

/** A new option in every language; null when it is there already, or has no place. */
export function addOption(
  options: Options,
  option: NewOption,
  before: Slug | null,
): readonly Patch[] | null {
  const { id, right, choice, text } = option;
  const group = { name: option.group, prompts: promptsOf(options) };
  const written = writtenIn(options);
  const isTaken = written.some(({ items }) => items.some((item) => item.id === id));
  const isPlaceless = written.some(({ part }) => !questionOf(part));
  if (isTaken || isPlaceless || written.length === 0) return null;
  return written.flatMap((one) => {
    const { items, part, isSource } = one;
    const box = isSource && right !== undefined ? (right ? '[x] ' : '[ ] ') : '';
    const pair = isSource && choice !== undefined ? { choice } : {};
    const lines = newItemLines({ box, id, text: text[part.language] ?? '', ...pair });
    const put = putIn(options, one, group, lines, before);
    if (option.group !== 'step') return put;
    const { marker, patches } = numbers(options.layout, items, stepsWith(items, id, before));
    return [...withMarker(put, marker(id)), ...patches(id)];
  });
}

/** Takes an option out of every language. */
export const removeOption = (options: Options, id: Slug): readonly Patch[] =>
  writtenIn(options).flatMap(({ items }) => {
    const item = items.find((one) => one.id === id);
    if (!item) return [];
    const left = items.filter((one) => one.ordered && one !== item).map((one) => one.id);
    return [
      ...removeItem(options.layout, item),
      ...numbers(options.layout, items, left).patches(id),
    ];
  });

/** Moves an option in every language: before another one, else to the end of its group, or of another one. */
export function moveOption(
  options: Options,
  id: Slug,
  before: Slug | null,
  to?: Group,
): readonly Patch[] {
  const prompts = promptsOf(options);
  return writtenIn(options).flatMap((one) => {
    const { items } = one;
    const { layout } = options;
    const at = items.findIndex((item) => item.id === id);
    const item = items[at];
    if (!item || before === id) return [];
    const group = { name: to ?? groupOf(item, prompts), prompts };
    const isSame = group.name === 'step' ? item.ordered : !item.ordered;
    const members = items.filter(isIn(group.name, prompts));
    const isThere = before === null ? members.at(-1) === item : items[at + 1]?.id === before;
    if (isSame && isThere) return [];
    const rest = { ...one, items: items.filter((other) => other !== item) };
    const put = putIn(options, rest, group, itemLines(layout, item), before);
    const isStep = group.name === 'step';
    const after = isStep
      ? stepsWith(items, id, before)
      : items.filter((other) => other.ordered && other !== item).map((other) => other.id);
    const { marker, patches } = numbers(layout, items, after);
    const moved = isStep ? withMarker(put, marker(id)) : put;
    return [...removeItem(layout, item), ...moved, ...patches(id)];
  });
}

/** Gives an option another id, and those that lead to it; null when it is taken. */
export function renameOption(options: Options, id: Slug, to: Slug): readonly Patch[] | null {
  const written = writtenIn(options);
  if (written.some(({ items }) => items.some((item) => item.id === to))) return null;
  return written.flatMap(({ items, isSource }) =>
    items.flatMap((item) => [
      ...(item.id === id ? [setId(item, to)] : []),
      ...(isSource && item.pair?.id === id ? setTail(options.layout, item, { choice: to }) : []),
    ]),
  );
}

/** Says which options are right: all boxes of the source at once. */
export const setKey = (options: Options, right: readonly Slug[]): readonly Patch[] =>
  writtenIn(options)
    .filter(({ isSource }) => isSource)
    .flatMap(({ items }) =>
      items.flatMap((item) => setBox(options.layout, item, right.includes(item.id))),
    );
