import { isSlug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { KindName } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { err, type Result } from '#core/result.ts';
import { kindChanges, kindPatches } from './edit-kind.ts';
import { setRightWhen, setTail, setWhy, setBox } from './edit-items.ts';
import { addLanguage, frontPatches, refusal, removeLanguage, settle } from './edit-file.ts';
import {
  addOption,
  moveOption,
  removeOption,
  renameOption,
  setKey,
  writtenIn,
  type Options,
} from './edit-options.ts';
import { setDecides, setQuestion, setSituation } from './edit-text.ts';
import { layoutOf, type Layout } from './layout.ts';
import type { Patch } from './patch.ts';
import { fieldsIn } from './scenario-fields.ts';
import { isOnly } from './edit-check.ts';
import type { ScenarioEdit } from './scenario-edit.ts';

/**
 * The smallest changes of a scenario's file that make an edit; all else stays, letter by letter.
 * @param languages of the pack, the source first
 * @returns offsets in `raw`; a problem when there is no place for the edit, or it would change what stands around it
 */
export function editScenario(
  raw: string,
  languages: readonly Language[],
  edit: ScenarioEdit,
): Result<readonly Patch[], Problem> {
  const layout = layoutOf(raw, languages);
  if (!layout) return err(refusal('edit_no_place'));
  const [source = ''] = languages;
  const patches = patchesFor({ layout, source }, languages, edit);
  if (!patches) return err(refusal('edit_no_place'));
  const before = fieldsIn(layout, languages);
  return settle(raw, layout, patches, (text) => {
    const after = layoutOf(text, languages);
    return after !== null && isOnly(edit, before, fieldsIn(after, languages));
  });
}

function patchesFor(
  options: Options,
  languages: readonly Language[],
  edit: ScenarioEdit,
): readonly Patch[] | null {
  const { layout } = options;
  switch (edit.edit) {
    case 'front':
      return frontPatches(layout, [edit]);
    case 'kind':
      return changeKind(options, languages, edit.kind);
    case 'situation':
    case 'question':
    case 'decides':
      return inPart(layout, edit);
    case 'key':
      return setKey(options, edit.right);
    case 'add':
      return isSlug(edit.option.id) ? addOption(options, edit.option, edit.before) : null;
    case 'move':
      return moveOption(options, edit.option, edit.before, edit.to);
    case 'remove':
    case 'rename':
      return withPin(options, languages, edit);
    case 'addLanguage':
      return addLanguage(layout, languages, edit.language, skeleton(options));
    case 'removeLanguage':
      return removeLanguage(layout, edit.language);
    case 'text':
    case 'why':
    case 'rightWhen':
    case 'right':
    case 'standsFor':
    case 'never':
    case 'choice':
      return inOption(options, edit);
  }
}

type OptionEdit = Extract<
  ScenarioEdit,
  { readonly edit: 'text' | 'why' | 'rightWhen' | 'right' | 'standsFor' | 'never' | 'choice' }
>;

function inOption(options: Options, edit: OptionEdit): readonly Patch[] | null {
  const { layout, source } = options;
  const language = 'language' in edit ? edit.language : source;
  const written = writtenIn(options).find(({ part }) => part.language === language);
  const item = written?.items.find((one) => one.id === edit.option);
  if (!item) return null;
  switch (edit.edit) {
    case 'text':
      return setTail(layout, item, { text: edit.source });
    case 'why':
      return setWhy(layout, item, edit.source);
    case 'rightWhen':
      return setRightWhen(layout, item, edit.source);
    case 'right':
      return setBox(layout, item, edit.right);
    case 'standsFor':
      return setTail(layout, item, { term: edit.term });
    case 'never':
      return setTail(layout, item, { never: edit.never });
    case 'choice':
      return setTail(layout, item, { choice: edit.choice });
  }
}

type PartEdit = Extract<ScenarioEdit, { readonly edit: 'situation' | 'question' | 'decides' }>;

function inPart(layout: Layout, { edit, language, source }: PartEdit): readonly Patch[] | null {
  const part = layout.parts.find((one) => one.language === language);
  if (!part) return null;
  const set = { situation: setSituation, question: setQuestion, decides: setDecides }[edit];
  return set(layout, part, source);
}

function changeKind(options: Options, languages: readonly Language[], kind: KindName) {
  const { front, options: shown } = fieldsIn(options.layout, languages);
  if (front.kind === kind) return [];
  const rightCount = shown.filter(({ right, ordered }) => right ?? ordered).length;
  const changes = frontPatches(options.layout, kindChanges(kind, front, rightCount));
  return changes && [...changes, ...kindPatches(options, kind)];
}

type PinEdit = Extract<ScenarioEdit, { readonly edit: 'remove' | 'rename' }>;

/** An option that goes or is renamed may be pinned. */
function withPin(options: Options, languages: readonly Language[], edit: PinEdit) {
  const { pin } = fieldsIn(options.layout, languages).front;
  const to = edit.edit === 'rename' ? edit.to : null;
  if (to !== null && !isSlug(to)) return null;
  const patches =
    to === null ? removeOption(options, edit.option) : renameOption(options, edit.option, to);
  const at = pin.indexOf(edit.option);
  if (at < 0 || !patches || edit.option === to) return patches;
  const left = pin.length === 1 && to === null;
  const change = left
    ? { path: ['pin'], value: undefined }
    : { path: ['pin', at], value: to ?? undefined };
  const front = frontPatches(options.layout, [change]);
  return front && [...front, ...patches];
}

/** What a new language begins with: the ids of the source, without words. */
function skeleton(options: Options): string {
  const items = writtenIn(options).find(({ isSource }) => isSource)?.items ?? [];
  const { text } = options.layout;
  const lines = items.map(({ id, marker, ordered }) => {
    const sign = ordered ? text.slice(marker.from, marker.to) : '-';
    return `${sign} (${id})`;
  });
  return ['## ', ...(lines.length > 0 ? ['', ...lines] : [])]
    .map((line) => line.trimEnd())
    .join('\n');
}
