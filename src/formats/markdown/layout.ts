import type { Node, RootContent } from 'mdast';
import type { Language } from '#core/language.ts';
import { withoutBreaks } from './inline.ts';
import { lately } from './lately.ts';
import { newReport } from './report.ts';
import { readParts, type Part, type Section } from './sections.ts';
import { normalised, readLooseSheet, type Sheet } from './tree.ts';

/** Offsets in the text of a file with `\n` as line ends and without byte order mark. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where things stand in a file, as far as it can be told. */
export interface Layout {
  readonly text: string;
  readonly sheet: Sheet;
  /** The YAML between the dashes; null when there is no front matter. */
  readonly front: Range | null;
  readonly parts: readonly PartLayout[];
}

export interface PartLayout {
  readonly language: Language;
  /** From the line of its heading to the next one. */
  readonly range: Range;
  readonly heading: Range;
  readonly lead: readonly RootContent[];
  readonly sections: readonly Section[];
  readonly last: Range;
}

export const rangeOf = (node: Node): Range => ({
  from: node.position?.start.offset ?? 0,
  to: node.position?.end.offset ?? 0,
});

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** Whole lines, with the line end behind them, or before them at the end of the text. */
export function wholeLines(text: string, { from, to }: Range): Range {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  if (end < text.length) return { from: start, to: end + 1 };
  return { from: Math.max(start - 1, 0), to: end };
}

/** Blocks from the beginning of their first line; null when there are none. */
export function blocksRange(text: string, blocks: readonly Node[]): Range | null {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return null;
  return { from: lineStart(text, rangeOf(first).from), to: rangeOf(last).to };
}

/** The layout of a file that may be half written; null when it is nested too deep to be parsed. */
export const layoutOf = lately(readLayout, (languages: readonly Language[]) => languages.join());

function readLayout(raw: string, languages: readonly Language[]): Layout | null {
  const report = newReport('', []);
  const text = normalised(raw);
  const sheet = readLooseSheet(report, raw);
  if (!sheet) return null;
  const headings = sheet.blocks.filter((node) => node.type === 'heading' && node.depth === 1);
  const partLayout = (part: Part): PartLayout => {
    const heading = headings.find((node) => node.position?.start === part.spot);
    const range = heading ? rangeOf(heading) : { from: 0, to: 0 };
    const next = headings.find((node) => rangeOf(node).from > range.from);
    const { language, lead, sections } = part;
    const nodes = [...lead, ...sections.flatMap((section) => [section.heading, ...section.blocks])];
    const last = nodes.at(-1);
    return {
      language,
      range: {
        from: lineStart(text, range.from),
        to: next ? lineStart(text, rangeOf(next).from) : text.length,
      },
      heading: range,
      lead,
      sections,
      last: last ? rangeOf(last) : range,
    };
  };
  const parts = readParts({ report, sheet }, languages).map(partLayout);
  return { text, sheet, front: frontOf(text), parts };
}

function frontOf(text: string): Range | null {
  const match = /^---[^\S\n]*\n([^]*?)^---[^\S\n]*$/m.exec(text);
  if (!match || match.index > 0) return null;
  const from = match[0].indexOf('\n') + 1;
  return { from, to: from + (match[1]?.length ?? 0) };
}

/** What a heading says, as it is written. */
export function headingText(text: string, { heading }: Section): string {
  const range = headingRange(heading);
  return range ? oneLine(text.slice(range.from, range.to)) : '';
}

/** The words of a heading, without its marks; null when it has none. */
export function headingRange({ children }: Section['heading']): Range | null {
  const [first] = children;
  const last = children.at(-1);
  return first && last ? { from: rangeOf(first).from, to: rangeOf(last).to } : null;
}

/** Lines as one, joined as the reader joins them. */
export function oneLine(source: string): string {
  const [line = ''] = withoutBreaks([source.replaceAll(/[ \t]*\n[ \t]*/g, '\n')]);
  return typeof line === 'string' ? line : source;
}
