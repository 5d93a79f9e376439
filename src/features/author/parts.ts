import type { DraftFiles } from '#core/author/history.ts';
import type { Language } from '#core/language.ts';
import type { DraftFrame } from '#state/author/head.ts';
import { newPart, type PastedNote } from '#state/author/new-part.ts';
import type { PartRef } from '#state/author/structure.ts';
import { conceptFile, conceptsOf, scenarioFile } from './contents.ts';
import type { NewPart } from './NewPartDialog.tsx';

/** The files with a pasted note among them, and the concepts of its claims; and where the note stands. */
export function filesWithNote(files: DraftFiles, note: PastedNote, frame: DraftFrame) {
  const notes = [...files.keys()].flatMap((path) => /^notes\/(.+)\.md$/.exec(path)?.[1] ?? []);
  const added = newPart.note(note, {
    languages: frame.languages,
    domain: frame.domains[0]?.id ?? 'main',
    notes: new Set(notes),
    concepts: new Set(conceptsOf(files).keys()),
  });
  const [file = 'pack.yaml'] = added.keys();
  return { files: new Map([...files, ...added]), file };
}

/** A title as an id; letters that an id cannot hold leave nothing. */
const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48);

/** An id that nothing else has. */
function freeId(wanted: string, otherwise: string, taken: readonly string[]): string {
  const base = wanted === '' ? otherwise : wanted;
  if (wanted !== '' && !taken.includes(base)) return base;
  for (let number = wanted === '' ? 1 : 2; ; number += 1)
    if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`;
}

/** The concept or scenario that a file is; `null` for other files. */
export function partOf(file: string): PartRef | null {
  const [, concept, name] = /^concepts\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (concept === undefined || name === undefined) return null;
  return { concept, scenario: name === 'concept' ? null : name };
}

export const fileOfPart = ({ concept, scenario }: PartRef): string =>
  scenarioFile(concept, scenario ?? 'concept');

/** The ids that a part's new one must differ from. */
export function idsBeside(files: DraftFiles, { concept, scenario }: PartRef): readonly string[] {
  const concepts = conceptsOf(files);
  return scenario === null ? [...concepts.keys()] : ['concept', ...(concepts.get(concept) ?? [])];
}

export const copyId = (files: DraftFiles, part: PartRef): string =>
  freeId(part.scenario ?? part.concept, 'copy', idsBeside(files, part));

/** The files with a new part among them, and where it stands. A concept begins with one scenario. */
export function filesWith(files: DraftFiles, part: NewPart, languages: readonly Language[]) {
  const concepts = conceptsOf(files);
  const next = new Map(files);
  if (part.type === 'scenario') {
    const id = freeId('', 'scenario', concepts.get(part.concept) ?? []);
    const file = scenarioFile(part.concept, id);
    next.set(file, newPart.scenario(part.kind, languages));
    return { files: next, file };
  }
  const id = freeId(slugOf(part.title), 'concept', [...concepts.keys()]);
  next.set(conceptFile(id), newPart.concept(languages, part.domain, part.title));
  const file = scenarioFile(id, 'scenario-1');
  next.set(file, newPart.scenario('single', languages));
  return { files: next, file: conceptFile(id) };
}
