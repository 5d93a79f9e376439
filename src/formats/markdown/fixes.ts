import type { Problem } from '#core/pack/problem.ts';
import { draftOf, textIn } from './draft-files.ts';
import { editScenario } from './edit-scenario.ts';
import { editCase, editConcept } from './edit-titled.ts';
import { editNote } from './edit-note.ts';
import { packYamlFieldsOf } from './edit-pack-yaml.ts';
import {
  addFront,
  addKey,
  compareExactly,
  countKeys,
  dropFormer,
  dropPin,
  dropSilence,
  evenWeights,
  mendDate,
  mendValue,
  mendVersion,
  nearId,
  renameKey,
  type Fixer,
} from './fix-front.ts';
import {
  addBox,
  addIds,
  dropBox,
  dropFullStop,
  dropHidden,
  dropNever,
  dropPair,
  dropRightWhen,
  dropTerm,
  mendEmphasis,
  mendId,
  nearTermOf,
} from './fix-items.ts';
import type { Files } from './folder.ts';
import { patchesOfRaw, type Patch } from './patch.ts';

/** A change that mends a problem, in one file. */
export interface Fix {
  readonly path: string;
  readonly patches: readonly Patch[];
}

const slugsIn =
  (folder: string) =>
  (files: Files): readonly string[] =>
    [...files.keys()].flatMap((path) => {
      const [, name] = new RegExp(`^${folder}/([^/]+)\\.md$`).exec(path) ?? [];
      return name === undefined ? [] : [name];
    });

const domainsIn = (files: Files): readonly string[] =>
  packYamlFieldsOf(textIn(files, 'pack.yaml')).domains.map(({ id }) => id);

/** Problems that have one remedy which asks nobody for a fact. When facts were checked is for a person to say. */
const fixers: ReadonlyMap<string, Fixer> = new Map([
  ['bad_date', mendDate],
  ['bad_published', mendDate],
  ['bad_version', mendVersion],
  ['bad_id', mendId],
  ['box_missing', addBox],
  ['box_not_allowed', dropBox],
  ['choose_differs_from_keys', countKeys],
  ['front_matter_missing', addFront],
  ['hidden_characters', dropHidden],
  ['missing_key', addKey],
  ['never_is_right', dropNever],
  ['option_without_id', addIds],
  ['pair_not_allowed', dropPair],
  ['prose_code', compareExactly],
  ['right_when_full_stop', dropFullStop],
  ['right_when_unneeded', dropRightWhen],
  ['silence_unused', dropSilence],
  ['stray_emphasis', mendEmphasis],
  ['term_not_allowed', dropTerm],
  ['unknown_case', nearId('case', slugsIn('cases'))],
  ['unknown_domain', nearId('domain', domainsIn)],
  ['unknown_key_near', renameKey],
  ['unknown_note', nearId('note', slugsIn('notes'))],
  ['unknown_pin', dropPin],
  ['unknown_term', nearTermOf],
  ['was_in_use', dropFormer],
  ['weights_sum', evenWeights],
  ['wrong_value', mendValue],
]);

/**
 * The change that mends a problem by one tap, if there is one.
 * @param folder of the pack, as it stands before the files in problems
 */
export function fixFor(files: Files, problem: Problem, folder = ''): Fix | null {
  const path = folder === '' ? problem.file : problem.file.slice(folder.length + 1);
  if (typeof files.get(path) !== 'string') return null;
  if (problem.code === 'translation_missing') return addTranslation(files, path, problem);
  const patches = fixers.get(problem.code)?.({ files, path, problem });
  if (!patches || patches.length === 0) return null;
  return { path, patches: patchesOfRaw(textIn(files, path), patches) };
}

/** A part for a language that is missing, with the ids of the source and empty words. */
function addTranslation(files: Files, path: string, problem: Problem): Fix | null {
  const language = problem.params['language'];
  const [, folder] = /^(notes|cases|concepts)\//.exec(path) ?? [];
  if (typeof language !== 'string' || folder === undefined) return null;
  const raw = textIn(files, path);
  const { languages } = draftOf(files);
  const edit = { edit: 'addLanguage' as const, language };
  const editor = path.endsWith('/concept.md') ? editConcept : editorOf(folder);
  const patches = editor(raw, languages, edit);
  return patches.ok ? { path, patches: patches.value } : null;
}

function editorOf(folder: string) {
  if (folder === 'notes') return editNote;
  return folder === 'cases' ? editCase : editScenario;
}
