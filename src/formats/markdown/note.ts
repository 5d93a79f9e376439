import type { RootContent } from 'mdast';
import { lineText } from '#core/pack/document.ts';
import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Claim, Note, NotePart, NoteText } from '#core/pack/model.ts';
import { readDocument } from './blocks.ts';
import { noteFront } from './front.ts';
import type { Reading } from './inline.ts';
import { hasIds, readItems, type Item } from './items.ts';
import { complain, mark, type Report } from './report.ts';
import { onlySection, readParts, titleOf, type Part } from './sections.ts';
import { referencesOf } from './scenario.ts';
import { readSheet } from './tree.ts';
import { readYaml } from './yaml.ts';

/** A note's file; null when anything in it is wrong. */
export function readNote(
  report: Report,
  raw: string,
  id: Slug,
  languages: readonly Language[],
): Note | null {
  const sheet = readSheet(report, raw);
  if (!sheet) return null;
  const front = readYaml(report, noteFront, sheet.yaml, sheet.yamlLine);
  const reading: Reading = { report, sheet };
  const texts = readParts(reading, languages).flatMap((part) => {
    const text = readText(reading, part);
    return text ? [[part.language, text] as const] : [];
  });
  if (!front || report.problems.length > 0) return null;
  const claims = Object.entries(front.claims).map(
    ([claim, { verdict, since, references, unasked }]): Claim => ({
      id: claim,
      verdict,
      ...(since === undefined ? {} : { since }),
      references,
      ...(unasked === undefined ? {} : { unasked }),
    }),
  );
  return {
    id,
    ...(front.published === undefined ? {} : { published: front.published }),
    ...(front.checked === undefined ? {} : { checked: front.checked }),
    references: referencesOf(front.references, languages[0] ?? ''),
    claims,
    ...(front.retired.length === 0 ? {} : { retired: front.retired }),
    text: Object.fromEntries(texts),
  };
}

function readText(reading: Reading, part: Part): NoteText | null {
  const section = onlySection(reading, part);
  if (!section) return null;
  const seen = new Set<Slug>();
  const body = runs(section.blocks).flatMap(({ isClaims, blocks }): NotePart[] => {
    if (!isClaims) return [{ type: 'text', blocks: readDocument(reading, blocks) }];
    return readItems(reading, blocks).map((item) => readClaim(reading, part.language, item, seen));
  });
  return { title: lineText(titleOf(reading, section)), body };
}

/** A claim, in a list of its own or after another; no id twice in the whole note. */
function readClaim(
  { report }: Reading,
  language: Language,
  { id, spot, text, why, ...rest }: Item,
  seen: Set<Slug>,
): NotePart {
  mark(report, ['text', language, 'claims', id], spot);
  if (seen.has(id)) complain(report, 'claim_twice', spot, { id });
  seen.add(id);
  if (rest.right !== undefined) complain(report, 'box_not_allowed', spot, { id });
  if (rest.choice !== undefined) complain(report, 'pair_not_allowed', spot, { id });
  if (rest.standsFor !== undefined || rest.never)
    complain(report, 'term_not_allowed', spot, { id });
  if (rest.rightWhen) complain(report, 'right_when_not_allowed', spot, { id });
  return { type: 'claim', id, says: text, ...(why ? { today: why } : {}) };
}

export interface Run {
  readonly isClaims: boolean;
  readonly blocks: RootContent[];
}

/** Text and claims as they alternate; a quote behind a list of claims goes with it. */
export function runs(blocks: readonly RootContent[]): readonly Run[] {
  const found: Run[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    const isClaims = hasIds(block) || (block.type === 'blockquote' && last?.isClaims === true);
    if (last?.isClaims === isClaims) last.blocks.push(block);
    else found.push({ isClaims, blocks: [block] });
  }
  return found;
}
