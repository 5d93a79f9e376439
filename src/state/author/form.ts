import type { Language, Localized } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { Path } from '#core/pack/source.ts';
import type { Result } from '#core/result.ts';
import {
  editPackYaml,
  packYamlFieldsOf,
  type PackYamlFields,
} from '#formats/markdown/edit-pack-yaml.ts';
import { editScenario } from '#formats/markdown/edit-scenario.ts';
import {
  caseFieldsOf,
  conceptFieldsOf,
  editConcept,
  type TitledEdit,
} from '#formats/markdown/edit-titled.ts';
import { editNote, type NoteEdit } from '#formats/markdown/edit-note.ts';
import { noteFieldsOf, type NoteFields } from '#formats/markdown/note-fields.ts';
import { applyPatches, type Patch } from '#formats/markdown/patch.ts';
import type { ScenarioEdit } from '#formats/markdown/scenario-edit.ts';
import {
  fieldsOf,
  type OptionFields,
  type ScenarioFields,
} from '#formats/markdown/scenario-fields.ts';

export type FormEdit = ScenarioEdit;
export type FormFields = ScenarioFields;
export type FormOption = OptionFields;
export type ConceptEdit = TitledEdit;
export type PackFields = PackYamlFields;
export type NoteFormEdit = NoteEdit;
export type NoteFormFields = NoteFields;

/** What a form shows of a scenario's source. */
export const scenarioFields = (source: string, languages: readonly Language[]): FormFields =>
  fieldsOf(source, languages);

const patched = (source: string, patches: Result<readonly Patch[], Problem>): string | null =>
  patches.ok ? applyPatches(source, patches.value) : null;

/** The source with edits made, all else letter by letter; `null` when one of them has no place in it. */
export const editedScenario = (
  source: string,
  languages: readonly Language[],
  edits: readonly FormEdit[],
): string | null =>
  edits.reduce<string | null>(
    (text, edit) => (text === null ? null : patched(text, editScenario(text, languages, edit))),
    source,
  );

/** What a form shows of a concept's or a case's source. */
export interface TitledFields {
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  /** The rule or the situation. */
  readonly body: Localized<string>;
  readonly domain: string;
  readonly confusable: readonly string[];
}

export function conceptFields(source: string, languages: readonly Language[]): TitledFields {
  const { rule, domain = '', ...fields } = conceptFieldsOf(source, languages);
  return { ...fields, body: rule, domain };
}

export function caseFields(source: string, languages: readonly Language[]): TitledFields {
  const { situation, ...fields } = caseFieldsOf(source, languages);
  return { ...fields, body: situation, domain: '', confusable: [] };
}

/** The source with one field changed; `null` when it has no place there. */
export const editedConcept = (
  source: string,
  languages: readonly Language[],
  edit: ConceptEdit,
): string | null => patched(source, editConcept(source, languages, edit));

export const packFields = (source: string): PackFields => packYamlFieldsOf(source);

/** `pack.yaml` with one value set, or removed when it is undefined; `null` when that cannot be done. */
export const editedPack = (source: string, path: Path, value: unknown): string | null =>
  patched(source, editPackYaml(source, [{ path, value }]));

/** What a form shows of a note's source. */
export const noteFields = (source: string, languages: readonly Language[]): NoteFormFields =>
  noteFieldsOf(source, languages);

/** The source with one field changed; `null` when it has no place there. */
export const editedNote = (
  source: string,
  languages: readonly Language[],
  edit: NoteFormEdit,
): string | null => patched(source, editNote(source, languages, edit));
