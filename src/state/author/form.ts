import { parse } from 'yaml';
import type { Language } from '#core/language.ts';
import type { Path } from '#core/pack/source.ts';
import { editScenario } from '#formats/markdown/edit-scenario.ts';
import type { ScenarioEdit } from '#formats/markdown/scenario-edit.ts';
import { editTitled, titledFields, type TitledEdit } from '#formats/markdown/titled-edit.ts';
import { editYaml } from '#formats/markdown/yaml-edit.ts';
import { applyPatches } from '#formats/markdown/patch.ts';
import {
  fieldsOf,
  type OptionFields,
  type ScenarioFields,
} from '#formats/markdown/scenario-fields.ts';

export type FormEdit = ScenarioEdit;
export type FormFields = ScenarioFields;
export type FormOption = OptionFields;

/** What a form shows of a scenario's source. */
export const scenarioFields = (source: string, languages: readonly Language[]): FormFields =>
  fieldsOf(source, languages);

/** The source with edits made, all else letter by letter; `null` when one of them has no place in it. */
export function editedScenario(
  source: string,
  languages: readonly Language[],
  edits: readonly FormEdit[],
): string | null {
  let text = source;
  for (const edit of edits) {
    const patches = editScenario(text, languages, edit);
    if (!patches.ok) return null;
    text = applyPatches(text, patches.value);
  }
  return text;
}

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;
const entryOf = (value: unknown): Entry => (isEntry(value) ? value : {});
const textAt = (entry: Entry, key: string): string => {
  const value = entry[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const entriesAt = (entry: Entry, key: string): readonly Entry[] => {
  const value = entry[key];
  return Array.isArray(value) ? value.map(entryOf) : [];
};

/** Undefined when it is none. */
function yamlOf(text: string): unknown {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    return value;
  } catch {
    return undefined;
  }
}

/** What a form shows of `pack.yaml`: what is there, whatever else is wrong with it. */
export interface PackFields {
  readonly text: (key: string) => string;
  readonly inLanguage: (key: string, language: Language) => string;
  readonly contact: (key: 'mail' | 'issues') => string;
  readonly languages: readonly Language[];
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly domains: readonly {
    readonly id: string;
    readonly title: (language: Language) => string;
    readonly weight: string;
  }[];
}

/** `null` while the text is no YAML. */
export function packFields(source: string): PackFields | null {
  const value = yamlOf(source);
  if (value === undefined) return null;
  const head = entryOf(value);
  const { languages } = head;
  return {
    text: (key) => textAt(head, key),
    inLanguage: (key, language) => textAt(entryOf(head[key]), language),
    contact: (key) => textAt(entryOf(head['contact']), key),
    languages: Array.isArray(languages) ? languages.map(String) : [],
    authors: entriesAt(head, 'authors').map((author) => ({
      name: textAt(author, 'name'),
      url: textAt(author, 'url'),
    })),
    domains: entriesAt(head, 'domains').map((domain) => ({
      id: textAt(domain, 'id'),
      title: (language) => textAt(entryOf(domain['title']), language),
      weight: textAt(domain, 'weight'),
    })),
  };
}

/** `pack.yaml` with one value set, or removed when it is undefined; `null` when that cannot be done. */
export const editedPack = (source: string, path: Path, value: unknown): string | null =>
  editYaml(source, [{ path, value }]);

export type ConceptEdit = TitledEdit;

/** What a form shows of a concept's or a case's source; `null` while it has no front matter. */
export function conceptFields(source: string) {
  const fields = titledFields(source);
  if (fields === null) return null;
  const head = entryOf(yamlOf(fields.yaml));
  const { confusable } = head;
  return {
    text: fields.text,
    domain: textAt(head, 'domain'),
    confusable: Array.isArray(confusable) ? confusable.map(String) : [],
  };
}

/** The source with one field changed; `null` when it has no place there. */
export const editedConcept = (source: string, edit: ConceptEdit): string | null =>
  editTitled(source, edit);
