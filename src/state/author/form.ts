import type { Language } from '#core/language.ts';
import { editScenario } from '#formats/markdown/edit-scenario.ts';
import type { ScenarioEdit } from '#formats/markdown/scenario-edit.ts';
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
