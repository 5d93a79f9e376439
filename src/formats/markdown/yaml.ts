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
import { findingOf } from '#core/pack/issues.ts';
import type { Path } from '#core/pack/source.ts';
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
  const spotAt = (offset: number): Spot => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  for (const { message, pos } of [...document.errors, ...document.warnings])
    complain(report, 'yaml_error', spotAt(pos[0]), { message });
  for (const offset of twice) complain(report, 'yaml_duplicate_key', spotAt(offset));
  visit(document, (_key, node) => {
    if (isAlias(node)) complain(report, 'yaml_alias', spotAt(node.range?.[0] ?? 0));
  });
  return report.problems.length > 0 ? null : { document, spotAt };
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
  for (const issue of parsed.issues) {
    const { code, path, params } = findingOf(issue);
    complain(report, code, spotOf(yaml, path), params);
  }
  return null;
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
