import type { Language } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Layout } from './layout.ts';
import { applyPatches, patchBetween, patchesOfRaw, type Patch } from './patch.ts';
import { normalised } from './tree.ts';
import { editYaml, type YamlChange } from './yaml-edit.ts';

/** What the edits of all sorts of files share. */

export const refusal = (code: 'edit_no_place' | 'edit_breaks'): Problem => ({
  severity: 'error',
  code,
  file: '',
  line: 1,
  column: 1,
  path: [],
  params: {},
});

/** Changes of the front matter, or a new one when there is none; null when it is broken. */
export function frontPatches(
  layout: Layout,
  changes: readonly YamlChange[],
): readonly Patch[] | null {
  const { text, front } = layout;
  const before = front ? text.slice(front.from, front.to) : '';
  const after = editYaml(before, changes);
  if (after === null) return null;
  if (front) return patchBetween(before, ended(after), front.from);
  return after === '' ? [] : [{ from: 0, to: 0, insert: `---\n${ended(after)}---\n` }];
}

const ended = (yaml: string): string => (yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`);

/**
 * A part for a language, where the pack's order has it; null when the file has it already, or the pack does not know
 * it.
 */
export function addLanguage(
  { text, parts }: Layout,
  languages: readonly Language[],
  language: Language,
  body: string,
): readonly Patch[] | null {
  const rank = languages.indexOf(language);
  if (rank < 0 || parts.some((part) => part.language === language)) return null;
  const next = parts.find((part) => languages.indexOf(part.language) > rank);
  const part = `# ${language}\n${body}\n`;
  if (next) return [{ from: next.range.from, to: next.range.from, insert: `${part}\n` }];
  const gap = /\n\n$|^$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return [{ from: text.length, to: text.length, insert: gap + part }];
}

/** Takes the part of a language out, with all that stands in it. */
export function removeLanguage({ parts }: Layout, language: Language): readonly Patch[] | null {
  const part = parts.find((one) => one.language === language);
  return part ? [{ ...part.range, insert: '' }] : null;
}

/**
 * Patches as they go into the file, when the edited text holds.
 * @param holds whether a text says what was wanted, and all else as before
 */
export function settle(
  raw: string,
  { text }: Pick<Layout, 'text'>,
  patches: readonly Patch[],
  holds: (edited: string) => boolean,
): Result<readonly Patch[], Problem> {
  const changes = patches.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
  if (!holds(applyPatches(text, changes))) return err(refusal('edit_breaks'));
  const ofRaw = patchesOfRaw(raw, changes);
  const isSound = normalised(applyPatches(raw, ofRaw)) === applyPatches(text, changes);
  return isSound ? ok(ofRaw) : err(refusal('edit_breaks'));
}
