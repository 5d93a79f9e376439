import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import { canonicalJson } from '#core/pack/canonical.ts';
import { blocksSource, headingWords, lineSourceOf } from './edit-text.ts';
import type { ScenarioEdit } from './scenario-edit.ts';
import type { OptionFields, ScenarioFields } from './scenario-fields.ts';

/** Whether an edit has changed what it was to change, and nothing else. */
export function isOnly(edit: ScenarioEdit, before: ScenarioFields, after: ScenarioFields): boolean {
  const same = canonicalJson(without(edit, before)) === canonicalJson(without(edit, after));
  return same && isDone(edit, after);
}

function isDone(edit: ScenarioEdit, after: ScenarioFields): boolean {
  if (edit.edit === 'add') return after.options.some(({ id }) => id === edit.option.id);
  if ('source' in edit) return isSaid(edit, after);
  if (!('option' in edit)) return true;
  const option = after.options.find(({ id }) => id === edit.option);
  if (edit.edit === 'standsFor') return (option?.standsFor ?? null) === edit.term;
  if (edit.edit === 'choice') return (option?.choice ?? null) === edit.choice;
  return true;
}

type TextEdit = Extract<ScenarioEdit, { readonly source: string }>;

/** Whether a text stands as it was given. */
function isSaid(edit: TextEdit, after: ScenarioFields): boolean {
  const isLine = edit.edit === 'text' || edit.edit === 'rightWhen';
  const words = isLine ? lineSourceOf(edit.source) : blocksSource(edit.source);
  const wanted = edit.edit === 'question' ? headingWords(edit.source) : words;
  return (textsOf(edit, after)[edit.language] ?? '') === wanted;
}

function textsOf(edit: TextEdit, after: ScenarioFields): Localized<string> {
  if (!('option' in edit)) return after[edit.edit];
  return after.options.find(({ id }) => id === edit.option)?.[edit.edit] ?? {};
}

/** The fields without what an edit may change. */
function without(edit: ScenarioEdit, fields: ScenarioFields): unknown {
  const { front, options } = fields;
  const each = (id: Slug, change: (option: OptionFields) => object): unknown => ({
    ...fields,
    options: options.map((option) => (option.id === id ? change(option) : option)),
  });
  switch (edit.edit) {
    case 'front':
      return { ...fields, front: null };
    case 'kind':
      return {
        ...fields,
        front: { ...front, kind: null, choose: null, compare: null, pin: null },
        options: options.map(({ id, text, why, rightWhen }) => ({ id, text, why, rightWhen })),
      };
    case 'situation':
    case 'question':
    case 'decides':
      return { ...fields, [edit.edit]: { ...fields[edit.edit], [edit.language]: '' } };
    case 'text':
    case 'why':
    case 'rightWhen':
      return each(edit.option, (option) => ({
        ...option,
        [edit.edit]: { ...option[edit.edit], [edit.language]: '' },
      }));
    case 'right':
    case 'standsFor':
    case 'never':
    case 'choice':
      return each(edit.option, (option) => ({ ...option, [edit.edit]: null }));
    case 'key':
      return { ...fields, options: options.map((option) => ({ ...option, right: null })) };
    case 'addLanguage':
    case 'removeLanguage':
      return withoutLanguage(fields, edit.language);
    case 'add':
    case 'remove':
    case 'move':
    case 'rename':
      return withoutOption(edit, fields);
  }
}

type ListEdit = Extract<ScenarioEdit, { readonly edit: 'add' | 'remove' | 'move' | 'rename' }>;

function withoutOption(edit: ListEdit, fields: ScenarioFields): unknown {
  const { front, options } = fields;
  switch (edit.edit) {
    case 'add':
      return { ...fields, options: options.filter(({ id }) => id !== edit.option.id) };
    case 'remove':
      return {
        ...fields,
        front: { ...front, pin: front.pin.filter((id) => id !== edit.option) },
        options: options.filter(({ id }) => id !== edit.option),
      };
    case 'move':
      return {
        ...fields,
        options: options
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map((option) => (option.id === edit.option ? { ...option, ordered: null } : option)),
      };
    case 'rename': {
      const named = (id: Slug): Slug => (id === edit.option ? edit.to : id);
      return {
        ...fields,
        front: { ...front, pin: front.pin.map(named) },
        options: options.map((option) => ({
          ...option,
          id: named(option.id),
          choice: option.choice === undefined ? null : named(option.choice),
        })),
      };
    }
  }
}

function withoutLanguage(fields: ScenarioFields, language: Language): unknown {
  const drop = (texts: Localized<string>): Localized<string> => ({
    ...texts,
    [language]: undefined,
  });
  return {
    ...fields,
    languages: fields.languages.filter((one) => one !== language),
    situation: drop(fields.situation),
    question: drop(fields.question),
    decides: drop(fields.decides),
    options: fields.options.map((option) => ({
      ...option,
      text: drop(option.text),
      why: drop(option.why),
      rightWhen: drop(option.rightWhen),
    })),
  };
}
