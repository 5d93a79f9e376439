import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import { canonicalJson } from '#core/pack/canonical.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { Path } from '#core/pack/source.ts';
import { err, type Result } from '#core/result.ts';
import { addLanguage, frontPatches, refusal, removeLanguage, settle } from './edit-file.ts';
import { blocksSource, headingWords, setBlocks, setQuestion } from './edit-text.ts';
import { headingText, layoutOf, rangeOf, type Layout } from './layout.ts';
import { wordAt, wordsAt, yamlEntries, type Entries } from './lenient.ts';
import type { Patch } from './patch.ts';
import { textOf } from './scenario-fields.ts';

/** Files that are a title and a text in each language: concepts and cases. */

interface Titled {
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  readonly body: Localized<string>;
}

export interface ConceptFields {
  readonly domain?: Slug;
  readonly note?: Slug;
  readonly claims: readonly string[];
  readonly confusable: readonly Slug[];
  readonly was: readonly Slug[];
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  readonly rule: Localized<string>;
}

export interface CaseFields {
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  readonly situation: Localized<string>;
}

/** One change of a concept or case; `body` is the rule or the situation. Values of front matter as in `ScenarioEdit`. */
export type TitledEdit =
  | { readonly edit: 'front'; readonly path: Path; readonly value: unknown }
  | { readonly edit: 'title' | 'body'; readonly language: Language; readonly source: string }
  | { readonly edit: 'addLanguage' | 'removeLanguage'; readonly language: Language };

export const frontEntries = (layout: Layout | null): Entries =>
  layout?.front ? yamlEntries(layout.text.slice(layout.front.from, layout.front.to)) : {};

export function titledIn(layout: Layout | null): Titled {
  const parts = layout?.parts ?? [];
  const text = layout?.text ?? '';
  return {
    languages: parts.map(({ language }) => language),
    title: Object.fromEntries(
      parts.map(({ language, sections: [section] }) => [
        language,
        section ? headingText(text, section) : '',
      ]),
    ),
    body: Object.fromEntries(
      parts.map(({ language, sections: [section] }) => [
        language,
        textOf(text, section?.blocks ?? []),
      ]),
    ),
  };
}

/** The fields of a concept's own file, as far as they can be read. */
export function conceptFieldsOf(raw: string, languages: readonly Language[]): ConceptFields {
  const layout = layoutOf(raw, languages);
  const entries = frontEntries(layout);
  const { body, ...titled } = titledIn(layout);
  const domain = wordAt(entries, 'domain');
  const note = wordAt(entries, 'note');
  return {
    ...(domain === undefined ? {} : { domain }),
    ...(note === undefined ? {} : { note }),
    claims: wordsAt(entries, 'claims'),
    confusable: wordsAt(entries, 'confusable'),
    was: wordsAt(entries, 'was'),
    ...titled,
    rule: body,
  };
}

/** The fields of a case, as far as they can be read. */
export function caseFieldsOf(raw: string, languages: readonly Language[]): CaseFields {
  const { body, ...titled } = titledIn(layoutOf(raw, languages));
  return { ...titled, situation: body };
}

/** The smallest changes of a concept's file that make an edit; see `editScenario`. */
export const editConcept = editTitled;
/** The smallest changes of a case that make an edit; see `editScenario`. */
export const editCase = editTitled;

function editTitled(
  raw: string,
  languages: readonly Language[],
  edit: TitledEdit,
): Result<readonly Patch[], Problem> {
  const layout = layoutOf(raw, languages);
  const patches = layout && titledPatches(layout, languages, edit);
  if (!layout || !patches) return err(refusal('edit_no_place'));
  const before = { entries: frontEntries(layout), ...titledIn(layout) };
  return settle(raw, layout, patches, (text) => {
    const after = layoutOf(text, languages);
    return (
      after !== null && holds(edit, before, { entries: frontEntries(after), ...titledIn(after) })
    );
  });
}

/** What concepts, cases and notes have in common. */
export function titledPatches(
  layout: Layout,
  languages: readonly Language[],
  edit: TitledEdit,
): readonly Patch[] | null {
  if (edit.edit === 'front') return frontPatches(layout, [edit]);
  if (!('source' in edit)) {
    const { language } = edit;
    const isNew = edit.edit === 'addLanguage';
    return isNew
      ? addLanguage(layout, languages, language, '##')
      : removeLanguage(layout, language);
  }
  const part = layout.parts.find(({ language }) => language === edit.language);
  const [section] = part?.sections ?? [];
  if (part && edit.edit === 'title') return setQuestion(layout, part, edit.source);
  if (!section) return null;
  return setBlocks(layout, section.blocks, rangeOf(section.heading).to, edit.source);
}

type Whole = Titled & { readonly entries: Entries };

function holds(edit: TitledEdit, before: Whole, after: Whole): boolean {
  const same =
    canonicalJson(withoutTitled(edit, before)) === canonicalJson(withoutTitled(edit, after));
  if (edit.edit === 'title')
    return same && after.title[edit.language] === headingWords(edit.source);
  if (edit.edit === 'body') return same && after.body[edit.language] === blocksSource(edit.source);
  return same;
}

/** The fields without what an edit may change. */
function withoutTitled(edit: TitledEdit, whole: Whole): unknown {
  if (edit.edit === 'front') return { ...whole, entries: null };
  if ('source' in edit)
    return { ...whole, [edit.edit]: { ...whole[edit.edit], [edit.language]: '' } };
  const drop = (texts: Localized<string>): Localized<string> => ({
    ...texts,
    [edit.language]: undefined,
  });
  return {
    entries: whole.entries,
    languages: whole.languages.filter((one) => one !== edit.language),
    title: drop(whole.title),
    body: drop(whole.body),
  };
}
