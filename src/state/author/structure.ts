import type { DraftFiles } from '#core/author/history.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { Result } from '#core/result.ts';
import {
  addressesOf,
  moveAddress,
  setChecked,
  setDomain,
  setReference,
} from '#formats/markdown/bulk.ts';
import { addConcept, addScenario } from '#formats/markdown/new-parts.ts';
import { noteFiles, type PastedNote } from '#formats/markdown/note-files.ts';
import {
  copyConcept,
  copyScenario,
  deleteConcept,
  deleteScenario,
  moveScenario,
  renameConcept,
  renameScenario,
} from '#formats/markdown/structure.ts';

/** A concept, or one scenario of it. */
export interface PartRef {
  readonly concept: string;
  readonly scenario: string | null;
}

export type Note = PastedNote;

/** The files after a change of their structure, or why it cannot be made. */
export type Restructured = Result<DraftFiles, Problem>;

/** Takes a part out. Its ids are never used again. */
export function withoutPart(files: DraftFiles, { concept, scenario }: PartRef): Restructured {
  const left =
    scenario === null ? deleteConcept(files, concept) : deleteScenario(files, concept, scenario);
  return left.ok ? { ok: true, value: left.value.files } : left;
}

/** Gives a part another id; its file says what it was called, so that nobody's progress is lost. */
export const withRenamed = (
  files: DraftFiles,
  { concept, scenario }: PartRef,
  id: string,
): Restructured =>
  scenario === null
    ? renameConcept(files, concept, id)
    : renameScenario(files, concept, scenario, id);

/** The same part once more under another id. */
export const withCopy = (
  files: DraftFiles,
  { concept, scenario }: PartRef,
  id: string,
): Restructured =>
  scenario === null
    ? copyConcept(files, concept, id)
    : copyScenario(files, { concept, scenario }, { concept, scenario: id });

/** A scenario under another concept. */
export const withMoved = (
  files: DraftFiles,
  from: { readonly concept: string; readonly scenario: string },
  to: { readonly concept: string; readonly scenario: string },
): Restructured => moveScenario(files, from, to);

/** New parts, with every place in which something is to be written. */
export const newPart = {
  concept: addConcept,
  scenario: addScenario,
  note: noteFiles,
} as const;

/** Many parts at once. */
export const inBulk = {
  domain: setDomain,
  checked: setChecked,
  reference: setReference,
  address: moveAddress,
} as const;

/** Every address that a reference of the draft has, each once. */
export const addressesIn = (files: DraftFiles): readonly string[] => addressesOf(files);
