import type { Node, RootContent, Text } from 'mdast';
import { limits } from '#core/pack/limits.ts';
import { tooDense } from './density.ts';
import { lately } from './lately.ts';
import { parseBlocks } from './parse-blocks.ts';
import { complain, start, type Report, type Spot } from './report.ts';

/** A Markdown file cut in two: YAML, and the body with all its lines at their own numbers. */
export interface Sheet {
  readonly yaml: string;
  /** Line of the file on which the YAML begins. */
  readonly yamlLine: number;
  readonly blocks: readonly RootContent[];
  /** What the positions of the blocks count from. */
  readonly text: string;
}

export const spotOf = (node: Node): Spot => node.position?.start ?? start;

/** Stands for an escaped letter: no blank, and part of no mark. */
const ESCAPED = '\uFFFC';

/** The value of a text in which marks may be looked for: as long as the value, without the escaped letters. */
export function markable({ value, data }: Text): string {
  if (!data?.escaped) return value;
  const letters = value.split('');
  for (const at of data.escaped) if (at in letters) letters[at] = ESCAPED;
  return letters.join('');
}

/** A text without its first letters. */
export const textFrom = (node: Text, from: number): Text => ({
  ...node,
  value: node.value.slice(from),
  ...(node.data?.escaped ? { data: { escaped: node.data.escaped.map((at) => at - from) } } : {}),
});

const isComment = (node: RootContent): boolean =>
  node.type === 'html' && /^<!--(?:(?!-->)[^])*-->$/.test(node.value.trim());

/** Line ends of every system become `\n`; a byte order mark is no text. */
export const normalised = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');

/** The marks of lists and quotes at the beginning of a line. */
const marksOf = (line: string): number =>
  line.match(/^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)]))*/)?.[0].match(/[-+*>]|\d+/g)?.length ?? 0;

/** Lists that deep are told by their indent as well; code may hold a few such lines. */
const deepItem = /^[ \t]{32,}(?:[-+*]|\d{1,9}[.)])[ \t]/;
const FEW = 20;

/** What is nested far too deep would fill the parser's stack, and is refused before. */
function isTooDeep(report: Report, lines: readonly string[]): boolean {
  const index = lines.findIndex(
    (line) => marksOf(line) > 2 * limits.nesting && (/[^-*_ \t]/.test(line) || line.length > 200),
  );
  const deep = lines.flatMap((line, at) => (deepItem.test(line) ? [at] : []));
  const at = index >= 0 ? index : deep.length > FEW ? (deep[0] ?? 0) : -1;
  const count = Math.max(marksOf(lines[at] ?? ''), limits.nesting + 1);
  const params = { count, limit: limits.nesting };
  if (at >= 0) complain(report, 'nested_too_deep', { line: at + 1, column: 1 }, params);
  return at >= 0;
}

/** What would keep the parser busy for longer than anybody waits is refused before. */
function isTooHeavy(report: Report, lines: readonly string[]): boolean {
  const count = lines.filter((line) => line.trim() !== '').length;
  const params = { count, limit: limits.lines };
  if (count > limits.lines) complain(report, 'too_many_lines', start, params);
  const dense = count > limits.lines ? null : tooDense(lines);
  if (dense)
    complain(report, 'markup_too_dense', dense.spot, { count: dense.count, limit: dense.limit });
  return dense !== null || count > limits.lines;
}

/** Line of the file that ends the front matter, from 0; below 0 when there is none. */
const frontEnd = (lines: readonly string[]): number =>
  lines[0]?.trimEnd() === '---'
    ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
    : -1;

/** Cuts and parses a file; null when it has no front matter, or cannot be parsed. */
export function readSheet(report: Report, raw: string): Sheet | null {
  const lines = normalised(raw).split('\n');
  const end = frontEnd(lines);
  if (end < 0) {
    complain(report, 'front_matter_missing', start);
    return null;
  }
  return parsedSheet(report, lines, end);
}

/** The same of a file that may have no front matter yet. */
export function readLooseSheet(report: Report, raw: string): Sheet | null {
  const lines = normalised(raw).split('\n');
  return parsedSheet(report, lines, frontEnd(lines));
}

function parsedSheet(report: Report, lines: readonly string[], end: number): Sheet | null {
  if (isTooDeep(report, lines) || isTooHeavy(report, lines)) return null;
  // Blanks in place of the front matter keep every offset as it is in the file.
  const text = lines
    .map((line, index) => (index <= end ? ' '.repeat(line.length) : line))
    .join('\n');
  const yaml = lines.slice(1, Math.max(end, 1)).join('\n');
  return { yaml, yamlLine: 2, blocks: blocksOf(text), text };
}

/** A form reads a text several times, before its edit and after. */
const blocksOf = lately(
  (text: string) => parseBlocks(text).filter((node) => !isComment(node)),
  () => '',
);
