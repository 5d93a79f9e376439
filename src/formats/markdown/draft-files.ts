import { isSlug, type Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { frontPatches, refusal } from './edit-file.ts';
import { packYamlFieldsOf, editPackYaml } from './edit-pack-yaml.ts';
import { frontEntries } from './edit-titled.ts';
import type { Files } from './folder.ts';
import { layoutOf } from './layout.ts';
import { wordsAt } from './lenient.ts';
import { applyPatches, patchesOfRaw } from './patch.ts';
import type { YamlChange } from './yaml-edit.ts';

/** A draft: its files, and what they say of the whole. */
export interface Draft {
  readonly files: Files;
  /** The first is the source language. */
  readonly languages: readonly Language[];
  readonly concepts: ReadonlySet<Slug>;
  readonly terms: ReadonlySet<Slug>;
  readonly retired: ReadonlySet<string>;
}

const YAML = 'pack.yaml';
const conceptFile = /^concepts\/([^/]+)\/([^/]+)\.md$/;

/** A text of a draft; empty when it is not there or is a picture. */
export const textIn = (files: Files, path: string): string => {
  const content = files.get(path);
  return typeof content === 'string' ? content : '';
};

export function draftOf(files: Files): Draft {
  const { languages, terms, retired } = packYamlFieldsOf(textIn(files, YAML));
  const concepts = [...files.keys()].flatMap((path) => conceptFile.exec(path)?.[1] ?? []);
  return {
    files,
    languages,
    concepts: new Set(concepts),
    terms: new Set(terms.map(({ id }) => id)),
    retired: new Set(retired),
  };
}

export const conceptPath = (concept: Slug): string => `concepts/${concept}/concept.md`;
export const scenarioPath = (concept: Slug, scenario: Slug): string =>
  `concepts/${concept}/${scenario}.md`;

/** The scenarios of a draft, or of one concept of it, where they lie. */
export const scenariosIn = (files: Files, concept?: Slug) =>
  [...files.keys()].flatMap((path) => {
    const [, folder = '', id = ''] = conceptFile.exec(path) ?? [];
    if (folder === '' || id === 'concept') return [];
    return concept === undefined || folder === concept ? [{ path, concept: folder, id }] : [];
  });

/** The former ids that a file names. */
export function formerIn(files: Files, path: string): readonly Slug[] {
  const raw = textIn(files, path);
  // Few files have any, and reading YAML takes its time.
  if (!/\bwas\b/.test(raw)) return [];
  return wordsAt(frontEntries(layoutOf(raw, [])), 'was');
}

export const refused = (code: string, params: Problem['params'] = {}) =>
  err({ ...refusal('edit_no_place'), code, params });

/** What keeps a concept from an id, if anything does. */
export function idProblem(draft: Draft, id: Slug, formerly: readonly Slug[] = []) {
  if (!isSlug(id)) return refused('bad_id', { value: id });
  if (draft.concepts.has(id)) return refused('id_twice', { id });
  if (draft.terms.has(id)) return refused('term_is_concept', { id });
  if (draft.retired.has(id)) return refused('retired_reused', { id });
  return formerly.includes(id) ? refused('was_in_use', { id }) : null;
}

/** The same of a scenario in its concept, whose own file is called `concept`. */
export function scenarioIdProblem(draft: Draft, concept: Slug, id: Slug) {
  if (!isSlug(id) || id === 'concept') return refused('bad_id', { value: id });
  const whole = `${concept}/${id}`;
  if (draft.files.has(scenarioPath(concept, id))) return refused('id_twice', { id: whole });
  return draft.retired.has(whole) ? refused('retired_reused', { id: whole }) : null;
}

/** Changes the front matter of a file of a draft. */
export function withFront(
  files: Files,
  path: string,
  changes: readonly YamlChange[],
): Result<Files, Problem> {
  const raw = textIn(files, path);
  if (path === YAML) {
    const patches = editPackYaml(raw, changes);
    return patches.ok ? ok(new Map([...files, [path, applyPatches(raw, patches.value)]])) : patches;
  }
  const layout = layoutOf(raw, []);
  const patches = layout && frontPatches(layout, changes);
  if (!patches) return err({ ...refusal('edit_no_place'), file: path });
  return ok(new Map([...files, [path, applyPatches(raw, patchesOfRaw(raw, patches))]]));
}

/** Adds to a list of `pack.yaml`, what it does not hold yet. */
export function retiring(files: Files, ids: readonly string[]): Result<Files, Problem> {
  const { retired } = packYamlFieldsOf(textIn(files, YAML));
  const fresh = [...new Set(ids)].filter((id) => !retired.includes(id));
  const changes = fresh.map((value, index) => ({
    path: ['retired', retired.length + index],
    value,
  }));
  return withFront(files, YAML, changes);
}

/** One step after another, as far as each can be taken. */
export const inTurn = <T>(
  start: Result<T, Problem>,
  steps: readonly ((value: T) => Result<T, Problem>)[],
): Result<T, Problem> =>
  steps.reduce((result, step) => (result.ok ? step(result.value) : result), start);
