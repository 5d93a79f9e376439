import type { Heading, RootContent } from 'mdast';
import { lineText } from '#core/pack/document.ts';
import type { Language } from '#core/language.ts';
import { readLine, type Reading } from './inline.ts';
import { complain, mark, start, type Spot } from './report.ts';
import { spotOf } from './tree.ts';

/** What stands under one `# en`. */
export interface Part {
  readonly language: Language;
  readonly spot: Spot;
  /** Before the first `##`. */
  readonly lead: readonly RootContent[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: Heading;
  readonly blocks: readonly RootContent[];
}

const isHeading = (node: RootContent, depth: number): node is Heading =>
  node.type === 'heading' && node.depth === depth;

/** Blocks before the first heading of a depth, then one group for each such heading. */
function groups(blocks: readonly RootContent[], depth: 1 | 2) {
  const lead: RootContent[] = [];
  const found: { readonly heading: Heading; readonly blocks: RootContent[] }[] = [];
  for (const block of blocks) {
    if (isHeading(block, depth)) found.push({ heading: block, blocks: [] });
    else (found.at(-1)?.blocks ?? lead).push(block);
  }
  return { lead, found };
}

/** The parts of a file by language; what stands outside them, or in a language of no pack, is reported. */
export function readParts(reading: Reading, languages: readonly Language[]): readonly Part[] {
  const { report, sheet } = reading;
  const { lead, found } = groups(sheet.blocks, 1);
  const [first] = lead;
  if (first) complain(report, 'text_before_language', spotOf(first));
  const parts = new Map<Language, Part>();
  for (const { heading, blocks } of found) {
    const spot = spotOf(heading);
    const language = lineText(readLine(reading, heading.children)).trim();
    const inside = groups(blocks, 2);
    const known = languages.join(', ');
    if (!languages.includes(language))
      complain(report, 'unknown_language', spot, { language, known });
    else if (parts.has(language)) complain(report, 'language_twice', spot, { language });
    else parts.set(language, { language, spot, lead: inside.lead, sections: inside.found });
    mark(report, ['text', language], spot);
  }
  const [source = ''] = languages;
  if (!parts.has(source)) complain(report, 'source_language_missing', start, { language: source });
  return [...parts.values()];
}

export const titleOf = (reading: Reading, { heading }: Section) =>
  readLine(reading, heading.children);

/** The one `##` of a concept, note or case; more than one and none are reported. */
export function onlySection(reading: Reading, { sections, lead, spot }: Part): Section | null {
  const [section, extra] = sections;
  if (lead[0]) complain(reading.report, 'text_before_title', spotOf(lead[0]));
  if (extra) complain(reading.report, 'heading_not_allowed', spotOf(extra.heading));
  if (section && lineText(titleOf(reading, section)).trim() !== '') return section;
  complain(reading.report, 'title_missing', section ? spotOf(section.heading) : spot);
  return null;
}
