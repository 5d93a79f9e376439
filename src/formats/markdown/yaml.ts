import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  visit,
  type Document,
  type Pair,
} from 'yaml';
import * as v from 'valibot';
import { limits } from '#core/pack/limits.ts';
import { frontAspects } from '#core/pack/doubts.ts';
import { findingOf } from '#core/pack/issues.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { Aspect, Path } from '#core/pack/source.ts';
import { complain, mark, type Report, type Spot } from './report.ts';
import { parseYaml } from './yaml-document.ts';

interface Yaml {
  readonly document: Document.Parsed;
  readonly spotAt: (offset: number) => Spot;
}

const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : undefined);
const offsetOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;

/** Where the value at a path stands (its key, in a map), else the nearest thing around it. */
function spotOf({ document, spotAt }: Yaml, path: Path): Spot {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(keyOf(item)) === String(part));
      if (!pair) break;
      offset = offsetOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = offsetOf(node) ?? offset;
    } else break;
  }
  return spotAt(offset);
}

/** YAML without anchors and without double keys, or null with the reasons reported. */
function load(report: Report, text: string, firstLine: number): Yaml | null {
  if (text.length > limits.yaml) {
    complain(report, 'file_too_large', { line: firstLine, column: 1 }, { limit: limits.yaml });
    return null;
  }
  const lineCounter = new LineCounter();
  const { document, twice } = parseYaml(text, lineCounter);
  let isSound = true;
  const refuse = (code: string, spot: Spot, params: Problem['params'] = {}) => {
    isSound = false;
    complain(report, code, spot, params);
  };
  const spotAt = (offset: number): Spot => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  for (const { message, pos } of [...document.errors, ...document.warnings])
    refuse('yaml_error', spotAt(pos[0]), { message });
  for (const offset of twice) refuse('yaml_duplicate_key', spotAt(offset));
  visit(document, (_key, node) => {
    if (isAlias(node)) refuse('yaml_alias', spotAt(node.range?.[0] ?? 0));
  });
  return isSound ? { document, spotAt } : null;
}

/**
 * Reads YAML by a schema, and notes the place of each key.
 * @param firstLine line of the file on which the YAML begins
 * @returns null when there was a problem; all of them are reported
 */
export function readYaml<T extends v.GenericSchema>(
  report: Report,
  schema: T,
  text: string,
  firstLine: number,
): v.InferOutput<T> | null {
  const yaml = load(report, text, firstLine);
  if (!yaml) return null;
  const value: unknown = yaml.document.toJS({ maxAliasCount: 0 });
  const parsed = v.safeParse(schema, value ?? {});
  if (parsed.success) {
    notePlaces(report, yaml);
    return parsed.output;
  }
  complainOf(report, yaml, parsed.issues);
  return null;
}

type Entries = Readonly<Record<string, unknown>>;

/** What of YAML could be read. */
export interface YamlParts<T> {
  /** With stand-ins for what could not; `null` when not even they fit. */
  readonly value: T | null;
  /** The keys that could not be read. */
  readonly faults: ReadonlySet<Aspect>;
}

/**
 * The same, save that what is right is read also when something else is wrong.
 * @param standIns entries that the schema asks for, made for those that can be read; the latter win
 */
export function readYamlParts<T extends v.GenericSchema>(
  report: Report,
  schema: T,
  text: string,
  firstLine: number,
  standIns: (sound: Entries) => Entries,
): YamlParts<v.InferOutput<T>> {
  const yaml = load(report, text, firstLine);
  const value: unknown = yaml?.document.toJS({ maxAliasCount: 0 }) ?? (yaml ? {} : null);
  if (yaml) notePlaces(report, yaml);
  if (!yaml || !isRecord(value)) {
    if (yaml) complainOf(report, yaml, v.safeParse(schema, value).issues ?? []);
    const parsed = v.safeParse(schema, standIns({}));
    return { value: parsed.success ? parsed.output : null, faults: frontAspects };
  }
  const faults = new Set<Aspect>();
  let sound: Entries = value;
  for (;;) {
    const parsed = v.safeParse(
      schema,
      faults.size === 0 ? sound : { ...standIns(sound), ...sound },
    );
    if (parsed.success) return { value: parsed.output, faults };
    // Which keys are known hangs on the kind: what stands in for it makes none unknown.
    const found = parsed.issues.filter(
      ({ message }) => faults.size === 0 || message !== 'unknown_key',
    );
    complainOf(report, yaml, found);
    const size = faults.size;
    for (const { path } of parsed.issues) faults.add(String(path?.[0]?.key));
    if (faults.size === size) return { value: null, faults };
    sound = Object.fromEntries(Object.entries(sound).filter(([key]) => !faults.has(key)));
  }
}

const isRecord = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function complainOf(report: Report, yaml: Yaml, issues: readonly v.BaseIssue<unknown>[]): void {
  for (const issue of issues) {
    const { code, path, params } = findingOf(issue);
    complain(report, code, spotOf(yaml, path), params);
  }
}

/** Notes where everything stands: keys where they are named, items of lists where they begin. */
function notePlaces(report: Report, { document, spotAt }: Yaml): void {
  const walk = (path: Path, at: unknown, value: unknown): void => {
    mark(report, path, spotAt(offsetOf(at) ?? 0));
    if (isMap(value))
      for (const pair of value.items) walk([...path, String(keyOf(pair))], pair.key, pair.value);
    if (isSeq(value))
      value.items.forEach((item, index) => walk([...path, nameOf(item) ?? index], item, item));
  };
  walk([], document.contents, document.contents);
}

/** A list item is known by its `id`, or by itself when it is a word. */
function nameOf(node: unknown): string | undefined {
  if (isScalar(node) && typeof node.value === 'string') return node.value;
  if (!isMap(node)) return undefined;
  const id = node.get('id');
  return typeof id === 'string' ? id : undefined;
}
