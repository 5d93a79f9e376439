import { isCollection, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import { canonicalJson } from '#core/pack/canonical.ts';
import type { Path } from '#core/pack/source.ts';
import { yamlText } from './front-yaml.ts';
import { applyPatches, type Patch } from './patch.ts';
import { parseYaml, soundYaml } from './yaml-document.ts';

/** One value to be set, or removed when it is undefined. An index behind the last item appends. */
export interface YamlChange {
  readonly path: Path;
  readonly value: unknown;
}

/**
 * Makes changes in YAML by the smallest text patch each: comments, order and quoting of everything else stay.
 * @returns null when the text is no YAML, or a change cannot be made without touching something else
 */
export function editYaml(text: string, changes: readonly YamlChange[]): string | null {
  let edited: string | null = text;
  for (const one of changes) edited = edited === null ? null : editOne(edited, one);
  return edited;
}

function editOne(text: string, { path, value }: YamlChange): string | null {
  const before = valueOf(text);
  if (!before.ok) return null;
  const { contents } = parseYaml(text).document;
  const patches = isNode(contents)
    ? change({ text, inFlow: false }, contents, path, value)
    : fresh(text, path, value);
  const edited = applyPatches(text, patches);
  const after = valueOf(edited);
  const wanted = withValue(before.value, path, value);
  return after.ok && canonicalJson(after.value ?? {}) === canonicalJson(wanted ?? {})
    ? edited
    : null;
}

type Value = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** What the text says; nothing when it is broken. */
function valueOf(text: string): Value {
  const document = soundYaml(text);
  if (!document) return { ok: false };
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return { ok: false };
  }
}

/** The value with a part of it set or removed. */
function withValue(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const isNothing = whole === undefined || whole === null;
  if (isNothing && value === undefined) return whole;
  if (Array.isArray(whole) || (isNothing && typeof key === 'number')) {
    const items: unknown[] = Array.isArray(whole) ? [...whole] : [];
    const at = Math.min(Number(key), items.length);
    const item = withValue(items[at], rest, value);
    if (item === undefined) items.splice(at, 1);
    else items[at] = item;
    return items;
  }
  const held = typeof whole === 'object' && whole !== null ? Object.entries(whole) : [];
  const entries = new Map<string, unknown>(held);
  const item = withValue(entries.get(String(key)), rest, value);
  if (item === undefined) entries.delete(String(key));
  else entries.set(String(key), item);
  return Object.fromEntries(entries);
}

const isNode = (node: unknown): node is Node => isScalar(node) || isCollection(node);

interface Around {
  readonly text: string;
  readonly inFlow: boolean;
}

/** Nothing is there yet but comments. */
function fresh(text: string, path: Path, value: unknown): readonly Patch[] {
  const nested = nestedValue(path, value);
  if (nested === undefined || typeof nested !== 'object' || nested === null) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return [{ from: text.length, to: text.length, insert: gap + yamlText({ ...nested }) }];
}

/** A value below keys that are not there yet. */
const nestedValue = (path: Path, value: unknown): unknown =>
  value === undefined
    ? undefined
    : path.reduceRight<unknown>(
        (inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }),
        value,
      );

const flowOf = (node: YAMLMap | YAMLSeq): boolean => node.flow === true;

const hasKey =
  (key: string | number) =>
  (pair: Pair): boolean =>
    isScalar(pair.key) && String(pair.key.value) === String(key);

/** Walks down to the place, and changes there. */
function change(around: Around, node: Node, path: Path, value: unknown): readonly Patch[] {
  const [key, ...rest] = path;
  if (key === undefined) return value === undefined ? [] : replace(around, node, value);
  if (isMap(node)) {
    const inside = { ...around, inFlow: around.inFlow || flowOf(node) };
    const index = node.items.findIndex(hasKey(key));
    const pair = node.items[index];
    if (!pair) return insertPair(inside, node, key, nestedValue(rest, value), !around.inFlow);
    if (rest.length === 0 && value === undefined) return remove(inside, node, index);
    if (isNode(pair.value) && sizeOf(pair.value) > 0 && !isNull(pair.value))
      return change(inside, pair.value, rest, value);
    return fill(inside, pair, nestedValue(rest, value));
  }
  if (isSeq(node)) {
    const inside = { ...around, inFlow: around.inFlow || flowOf(node) };
    const index = Number(key);
    const item = node.items[index];
    if (!isNode(item)) return append(inside, node, nestedValue(rest, value));
    if (rest.length === 0 && value === undefined) return remove(inside, node, index);
    return change(inside, item, rest, value);
  }
  return replace(around, node, nestedValue(path, value));
}

const isNull = (node: Node): boolean => isScalar(node) && node.value === null;

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
const sizeOf = (node: Node): number => (node.range?.[1] ?? 0) - (node.range?.[0] ?? 0);

const isPair = (thing: unknown): thing is Pair =>
  typeof thing === 'object' && thing !== null && 'key' in thing && 'value' in thing;

/** Where a thing ends, without comments and blank lines behind it. */
function endOf(text: string, thing: unknown): number {
  if (isPair(thing)) {
    if (isNode(thing.value) && sizeOf(thing.value) > 0) return endOf(text, thing.value);
    return colonOf(text, thing) ?? endOf(text, thing.key);
  }
  if (!isNode(thing)) return 0;
  if (isCollection(thing) && !thing.flow && thing.items.length > 0)
    return endOf(text, thing.items.at(-1));
  const [from = 0, to = 0] = thing.range ?? [];
  return from + text.slice(from, to).trimEnd().length;
}

/** Behind the colon of a pair, if it has one. */
function colonOf(text: string, pair: Pair): number | null {
  const end = endOf(text, pair.key);
  const match = /^[ \t]*:/.exec(text.slice(end));
  return match ? end + match[0].length : null;
}

const inBlock = (value: unknown): string => yamlText({ k: value }).slice(3).trimEnd();
/** `k: [ value ]` without what is around the value. */
const inFlow = (value: unknown): string => yamlText({ k: [value] }).slice(5, -3);
const sourceOf = (around: Around, value: unknown): string =>
  around.inFlow ? inFlow(value) : inBlock(value);
const pairSource = (around: Around, key: string | number, value: unknown): string =>
  around.inFlow
    ? yamlText({ k: { [key]: value } }).slice(5, -3)
    : yamlText({ [key]: value }).trimEnd();

function replace(around: Around, node: Node, value: unknown): readonly Patch[] {
  const from = startOf(node);
  return [{ from, to: endOf(around.text, node), insert: sourceOf(around, value) }];
}

/** Gives a value to a key that stands without one. */
function fill(around: Around, pair: Pair, value: unknown): readonly Patch[] {
  if (value === undefined) return [];
  const { text } = around;
  const at = colonOf(text, pair);
  const from = at ?? endOf(text, pair.key);
  const to = isNode(pair.value) && sizeOf(pair.value) > 0 ? endOf(text, pair.value) : from;
  return [{ from, to, insert: `${at === null ? ':' : ''} ${sourceOf(around, value)}` }];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

function insertPair(
  around: Around,
  node: YAMLMap,
  key: string | number,
  value: unknown,
  isBlockAround: boolean,
): readonly Patch[] {
  if (value === undefined) return [];
  const { text } = around;
  const last = node.items.at(-1);
  if (!last) {
    const isRoot = isBlockAround && startOf(node) === lineStart(text, startOf(node));
    const insert = isRoot
      ? yamlText({ [key]: value }).trimEnd()
      : `{ ${pairSource(around, key, value)} }`;
    return [{ from: startOf(node), to: endOf(text, node), insert }];
  }
  const end = endOf(text, last);
  if (flowOf(node)) return [{ from: end, to: end, insert: `, ${pairSource(around, key, value)}` }];
  const start = startOf(node.items[0]?.key);
  const indent = ' '.repeat(start - lineStart(text, start));
  const at = lineEnd(text, end);
  return [{ from: at, to: at, insert: `\n${indent}${pairSource(around, key, value)}` }];
}

function append(around: Around, node: YAMLSeq, value: unknown): readonly Patch[] {
  if (value === undefined) return [];
  const { text } = around;
  const last = node.items.at(-1);
  if (last === undefined)
    return [{ from: startOf(node), to: endOf(text, node), insert: inBlock([value]) }];
  const end = endOf(text, last);
  if (flowOf(node)) return [{ from: end, to: end, insert: `, ${sourceOf(around, value)}` }];
  const line = text.slice(lineStart(text, startOf(last)));
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const at = lineEnd(text, end);
  return [{ from: at, to: at, insert: `\n${indent}- ${sourceOf(around, value)}` }];
}

const first = (thing: unknown): number => startOf(isPair(thing) ? thing.key : thing);

/** Takes a pair or an item out, with its line or its comma. */
function remove({ text }: Around, node: YAMLMap | YAMLSeq, index: number): readonly Patch[] {
  const [before, thing, after] = [index - 1, index, index + 1].map((at) => node.items[at]);
  const from = first(thing);
  const to = endOf(text, thing);
  if (flowOf(node)) {
    if (after !== undefined) return [{ from, to: first(after), insert: '' }];
    if (before !== undefined) return [{ from: endOf(text, before), to, insert: '' }];
    return [{ from: startOf(node), to: endOf(text, node), insert: isMap(node) ? '{}' : '[]' }];
  }
  const start = lineStart(text, from);
  const isRoot = isMap(node) && from === start;
  if (node.items.length === 1 && !isRoot)
    return [
      {
        from: isMap(node) ? from : start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0),
        to,
        insert: isMap(node) ? '{}' : '[]',
      },
    ];
  const isAlone =
    /^[ \t]*(?:-[ \t]+)?$/.test(text.slice(start, from)) &&
    !(isMap(node) && text.slice(start, from).includes('-'));
  if (!isAlone && after !== undefined) return [{ from, to: first(after), insert: '' }];
  return [{ from: start, to: Math.min(lineEnd(text, to) + 1, text.length), insert: '' }];
}
