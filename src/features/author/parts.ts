import type { DraftFiles } from '#core/author/history.ts';
import type { DraftFrame } from '#state/author/head.ts';
import { newPart, type Note, type PartRef } from '#state/author/structure.ts';
import { conceptFile, conceptsOf, scenarioFile } from './contents.ts';
import { freshId } from './fresh-id.ts';
import type { NewPart } from './NewPartDialog.tsx';

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
  const concepts = conceptsOf(files.keys());
  return scenario === null ? [...concepts.keys()] : ['concept', ...(concepts.get(concept) ?? [])];
}

/** An id beside a part: its own with the first free number. */
export function copyId(files: DraftFiles, part: PartRef): string {
  const stem = (part.scenario ?? part.concept).slice(0, 60);
  return freshId(stem, idsBeside(files, part), 2);
}

/** The id that a scenario has under another concept: its own, where that is free. */
export function idUnder(files: DraftFiles, concept: string, scenario: string): string {
  const part = { concept, scenario };
  return idsBeside(files, part).includes(scenario) ? copyId(files, part) : scenario;
}

/** Files with something new among them, and where that stands. */
export interface Made {
  readonly files: DraftFiles;
  readonly file: string;
}

/** The files with a new part among them. A concept begins with one scenario. */
export function filesWith(files: DraftFiles, part: NewPart): Made {
  if (part.type === 'scenario') {
    const made = newPart.scenario(files, part.concept, '', part.kind);
    return { files: made.files, file: scenarioFile(part.concept, made.id) };
  }
  const { files: next, id } = newPart.concept(files, part.title, part.domain);
  return { files: newPart.scenario(next, id, '', 'single').files, file: conceptFile(id) };
}

/** The files with a pasted note among them, and the concepts of its claims. */
export function filesWithNote(files: DraftFiles, note: Note, frame: DraftFrame): Made {
  const notes = [...files.keys()].flatMap((path) => /^notes\/(.+)\.md$/.exec(path)?.[1] ?? []);
  const added = newPart.note(note, {
    languages: frame.languages,
    domain: frame.domains[0]?.id ?? 'main',
    notes: new Set(notes),
    concepts: new Set(conceptsOf(files.keys()).keys()),
  });
  const [file = 'pack.yaml'] = added.keys();
  return { files: new Map([...files, ...added]), file };
}
