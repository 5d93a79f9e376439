import { lineText } from '#core/pack/document.ts';
import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type { Case, Concept } from '#core/pack/model.ts';
import type { Document } from '#core/pack/document.ts';
import type { Aspect } from '#core/pack/source.ts';
import { readDocument } from './blocks.ts';
import { bodyDoubts } from './doubts.ts';
import { caseFront, conceptFront } from './front.ts';
import type { Reading } from './inline.ts';
import { complain, type Report } from './report.ts';
import { onlySection, readParts, titleOf } from './sections.ts';
import { readSheet, spotOf, type Sheet } from './tree.ts';
import { readYaml, readYamlParts } from './yaml.ts';

interface Titled {
  readonly title: string;
  readonly blocks: Document;
}

/** A heading and what stands below it, in each language. */
function readTitled(
  report: Report,
  sheet: Sheet,
  languages: readonly Language[],
  ifEmpty: 'rule_missing' | 'situation_missing',
): readonly (readonly [Language, Titled])[] {
  const reading: Reading = { report, sheet };
  return readParts(reading, languages).flatMap((part) => {
    const section = onlySection(reading, part);
    if (!section) return [];
    if (section.blocks.length === 0) complain(report, ifEmpty, spotOf(section.heading));
    const title = lineText(titleOf(reading, section));
    return [[part.language, { title, blocks: readDocument(reading, section.blocks) }] as const];
  });
}

const localizedBy = <T>(
  parts: readonly (readonly [Language, Titled])[],
  make: (part: Titled) => T,
): Localized<T> => Object.fromEntries(parts.map(([language, part]) => [language, make(part)]));

export interface ReadConcept {
  /** Without its scenarios. */
  readonly concept: Concept;
  /** What of it stands for what could not be read. */
  readonly doubts: ReadonlySet<Aspect>;
}

/** A concept's own file, as far as it can be read; null when nothing in it can. */
export function readConcept(
  report: Report,
  raw: string,
  id: Slug,
  languages: readonly Language[],
): ReadConcept | null {
  const sheet = readSheet(report, raw);
  if (!sheet) return null;
  const parts = readTitled(report, sheet, languages, 'rule_missing');
  const ofText = bodyDoubts(report.problems);
  const front = readYamlParts(report, conceptFront, sheet.yaml, sheet.yamlLine, () => ({
    domain: 'unknown',
  }));
  if (!front.value) return null;
  const { domain, note, claims, confusable, was } = front.value;
  const concept: Concept = {
    id,
    domain,
    ...(note === undefined ? {} : { note }),
    claims,
    confusable,
    was,
    text: localizedBy(parts, ({ title, blocks }) => ({ title, rule: blocks })),
    scenarios: [],
  };
  return { concept, doubts: new Set([...front.faults, ...ofText]) };
}

/** A situation that several scenarios share; null when anything in it is wrong. */
export function readCase(
  report: Report,
  raw: string,
  id: Slug,
  languages: readonly Language[],
): Case | null {
  const sheet = readSheet(report, raw);
  if (!sheet) return null;
  const front = readYaml(report, caseFront, sheet.yaml, sheet.yamlLine);
  const parts = readTitled(report, sheet, languages, 'situation_missing');
  if (!front || report.problems.length > 0) return null;
  return { id, text: localizedBy(parts, ({ title, blocks }) => ({ title, situation: blocks })) };
}
