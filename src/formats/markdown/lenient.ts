import type { Language, Localized } from '#core/language.ts';
import {
  kindNames,
  verdictNames,
  type Checked,
  type ClaimVerdict,
  type KindName,
  type Origin,
} from '#core/pack/model.ts';
import { lately } from './lately.ts';
import { soundYaml } from './yaml-document.ts';

/** Front matter as far as it can be read: a value of another shape is as if it were not there. */

export type Entries = Readonly<Record<string, unknown>>;

export const entriesOf = (value: unknown): Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};

/** The entries of YAML; none when it is broken. */
export const yamlEntries = lately(readEntries, () => '');

function readEntries(text: string): Entries {
  const document = soundYaml(text);
  if (!document) return {};
  try {
    return entriesOf(document.toJS({ maxAliasCount: 0 }));
  } catch {
    return {};
  }
}

/** A word, or a number that was meant as one. */
export const wordAt = (entries: Entries, key: string): string | undefined => {
  const value = entries[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

export const listAt = (entries: Entries, key: string): readonly unknown[] => {
  const value = entries[key];
  return Array.isArray(value) ? value : [];
};

export const wordsAt = (entries: Entries, key: string): readonly string[] =>
  listAt(entries, key)
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map(String);

/** A text by language; a plain one is in the source language. */
export function localizedAt(entries: Entries, key: string, source: Language): Localized<string> {
  const plain = wordAt(entries, key);
  if (plain !== undefined) return { [source]: plain };
  const held = entriesOf(entries[key]);
  return Object.fromEntries(
    Object.keys(held).map((language) => [language, wordAt(held, language) ?? '']),
  );
}

/** A reference that may lack anything. */
export interface ReferenceFields {
  readonly id: string;
  readonly url: string;
  readonly title: Localized<string>;
}

export const referencesAt = (entries: Entries, source: Language): readonly ReferenceFields[] =>
  listAt(entries, 'references')
    .map(entriesOf)
    .map((one) => ({
      id: wordAt(one, 'id') ?? '',
      url: wordAt(one, 'url') ?? '',
      title: localizedAt(one, 'title', source),
    }));

export function checkedAt(entries: Entries): Checked | undefined {
  const held = entriesOf(entries['checked']);
  const on = wordAt(held, 'on');
  const how = held['how'];
  return on !== undefined && (how === 'live' || how === 'stored-copy') ? { on, how } : undefined;
}

export const kindAt = (entries: Entries): KindName | undefined =>
  kindNames.find((kind) => kind === entries['kind']);

export const verdictAt = (entries: Entries): ClaimVerdict | undefined =>
  verdictNames.find((verdict) => verdict === entries['verdict']);

export function originAt(entries: Entries): Origin | undefined {
  const held = entriesOf(entries['origin']);
  const format = wordAt(held, 'format');
  const name = wordAt(held, 'name');
  const kept = Object.entries(entriesOf(held['kept'])).map(([key, value]) => [key, String(value)]);
  if (format === undefined) return undefined;
  return {
    format,
    ...(name === undefined ? {} : { name }),
    ...(kept.length === 0 ? {} : { kept: Object.fromEntries(kept) }),
  };
}
