import type { Layout, PartLayout } from './layout.ts';
import { blocksRange, headingRange, lineEnd, oneLine, rangeOf, wholeLines } from './layout.ts';
import type { Patch } from './patch.ts';
import { decidesOf, questionOf } from './scenario-fields.ts';
import type { Section } from './sections.ts';

/** Texts of a form as a file holds them: without line ends around them. */
export const blocksSource = (source: string): string =>
  source
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
export const lineSourceOf = (source: string): string => oneLine(blocksSource(source)).trim();

/** A heading must not end like one, nor say what another heading says. */
export function headingWords(source: string): string {
  const line = lineSourceOf(source).replace(/(^|\s)(#+)$/, '$1\\$2');
  return line === '!' ? '\\!' : line;
}

const isBlankAt = (text: string, at: number): boolean =>
  text.slice(at, lineEnd(text, at)).trim() === '';

/** Puts lines behind the line in which something ends, with a blank line behind them. */
export function insertBehind({ text }: Layout, end: number, lines: string): readonly Patch[] {
  const at = lineEnd(text, end);
  const gap = at === text.length || isBlankAt(text, at + 1) ? '' : '\n';
  return [{ from: at, to: at, insert: `\n${lines}${gap}` }];
}

/** Sets the blocks that stand behind a heading, or removes them. */
export function setBlocks(
  layout: Layout,
  blocks: Section['blocks'],
  behind: number,
  source: string,
): readonly Patch[] {
  const range = blocksRange(layout.text, blocks);
  const insert = blocksSource(source);
  if (range && insert === '') return [{ ...wholeLines(layout.text, range), insert }];
  if (range) return [{ ...range, insert }];
  return insert === '' ? [] : insertBehind(layout, behind, insert);
}

export const setSituation = (
  layout: Layout,
  { lead, heading }: PartLayout,
  source: string,
): readonly Patch[] => setBlocks(layout, lead, heading.to, source);

/** Sets the words of a level-two heading. */
function setHeading({ text }: Layout, { heading }: Section, source: string): readonly Patch[] {
  const range = rangeOf(heading);
  const words = headingRange(heading);
  const insert = headingWords(source);
  if (!text.startsWith('#', range.from)) return [{ ...range, insert: `## ${insert}` }];
  if (words) return [{ ...words, insert }];
  const behind = range.from + (/^#+/.exec(text.slice(range.from))?.[0].length ?? 0);
  // A heading that was emptied has kept the blank in front of its words.
  const to = isBlankAt(text, behind) ? lineEnd(text, behind) : behind;
  return insert === '' ? [] : [{ from: behind, to, insert: ` ${insert}` }];
}

export function setQuestion(layout: Layout, part: PartLayout, source: string): readonly Patch[] {
  const section = questionOf(part);
  if (section) return setHeading(layout, section, source);
  const last = part.lead.at(-1);
  const behind = last ? rangeOf(last).to : part.heading.to;
  return insertBehind(layout, behind, `\n## ${headingWords(source)}`);
}

export function setDecides(layout: Layout, part: PartLayout, source: string): readonly Patch[] {
  const section = decidesOf(part);
  if (section) return setBlocks(layout, section.blocks, rangeOf(section.heading).to, source);
  const insert = blocksSource(source);
  return insert === '' ? [] : insertBehind(layout, part.last.to, `\n## !\n${insert}`);
}
