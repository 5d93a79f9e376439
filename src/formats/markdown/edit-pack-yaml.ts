import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type { Contact } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { err, type Result } from '#core/result.ts';
import { refusal, settle } from './edit-file.ts';
import { entriesOf, listAt, localizedAt, wordAt, wordsAt, yamlEntries } from './lenient.ts';
import { patchBetween, type Patch } from './patch.ts';
import { normalised } from './tree.ts';
import { editYaml, type YamlChange } from './yaml-edit.ts';

/** What a form shows of `pack.yaml`; what is not there is empty. */
export interface PackYamlFields {
  readonly uid: string;
  readonly version: string;
  readonly released: string;
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  readonly summary: Localized<string>;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly contact: Contact;
  readonly licence: string;
  readonly address: string;
  readonly domains: readonly {
    readonly id: Slug;
    readonly title: Localized<string>;
    readonly weight?: number;
  }[];
  readonly terms: readonly { readonly id: Slug; readonly title: Localized<string> }[];
  /** `null` without a mock exam. */
  readonly exam: ExamFields | null;
  readonly retired: readonly string[];
}

/** What a form shows of a mock exam; what is not there, or no number, is left out. */
interface ExamFields {
  readonly title: Localized<string>;
  readonly kinds: readonly string[];
  readonly questions?: number;
  readonly minutes?: number;
  readonly pass?: number;
  readonly unscored?: number;
  readonly retakeDays?: number;
  /** `null` when the result is given in percent. */
  readonly scale: Partial<Readonly<Record<'min' | 'max' | 'pass', number>>> | null;
}

/** The fields of `pack.yaml`, as far as they can be read. */
export function packYamlFieldsOf(raw: string): PackYamlFields {
  const entries = yamlEntries(normalised(raw));
  const languages = wordsAt(entries, 'languages');
  const [source = ''] = languages;
  const word = (key: string): string => wordAt(entries, key) ?? '';
  const contact = entriesOf(entries['contact']);
  const mail = wordAt(contact, 'mail');
  const issues = wordAt(contact, 'issues');
  const terms = entriesOf(entries['terms']);
  return {
    uid: word('uid'),
    version: word('version'),
    released: word('released'),
    languages,
    title: localizedAt(entries, 'title', source),
    summary: localizedAt(entries, 'summary', source),
    authors: listAt(entries, 'authors')
      .map(entriesOf)
      .map((one) => ({ name: wordAt(one, 'name') ?? '', url: wordAt(one, 'url') ?? '' })),
    contact: {
      ...(mail === undefined ? {} : { mail }),
      ...(issues === undefined ? {} : { issues }),
    },
    licence: word('licence'),
    address: word('address'),
    domains: listAt(entries, 'domains')
      .map(entriesOf)
      .map((one) => ({
        id: wordAt(one, 'id') ?? '',
        title: localizedAt(one, 'title', source),
        ...(typeof one['weight'] === 'number' ? { weight: one['weight'] } : {}),
      })),
    terms: Object.keys(terms).map((id) => ({ id, title: localizedAt(terms, id, source) })),
    exam: entries['exam'] === undefined ? null : examFieldsOf(entriesOf(entries['exam']), source),
    retired: wordsAt(entries, 'retired'),
  };
}

function examFieldsOf(exam: Entries, source: Language): ExamFields {
  const { scale } = exam;
  const { days: retakeDays } = numbersAt(entriesOf(exam['retake']), ['days']);
  return {
    title: localizedAt(exam, 'title', source),
    kinds: wordsAt(exam, 'kinds'),
    ...numbersAt(exam, ['questions', 'minutes', 'pass', 'unscored']),
    ...(retakeDays === undefined ? {} : { retakeDays }),
    scale: scale === undefined ? null : numbersAt(entriesOf(scale), ['min', 'max', 'pass']),
  };
}

type Entries = ReturnType<typeof entriesOf>;

function numbersAt<K extends string>(
  entries: Entries,
  keys: readonly K[],
): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  for (const key of keys) {
    const value = entries[key];
    if (typeof value === 'number') found[key] = value;
  }
  return found;
}

/**
 * The smallest changes of `pack.yaml` that set or remove values: `['title', 'ja']`, `['domains', 1, 'weight']`,
 * `['terms', 'lamp']`; an index behind the last appends.
 */
export function editPackYaml(
  raw: string,
  changes: readonly YamlChange[],
): Result<readonly Patch[], Problem> {
  const text = normalised(raw);
  const edited = editYaml(text, changes);
  if (edited === null) return err(refusal('edit_no_place'));
  return settle(raw, { text }, patchBetween(text, edited), (after) => after === edited);
}
