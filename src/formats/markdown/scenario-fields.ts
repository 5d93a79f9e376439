import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type { Checked, KindName, Origin } from '#core/pack/model.ts';
import { itemsOf, quotedText, wordsOf, type ItemLayout } from './item-layout.ts';
import { blocksRange, headingText, layoutOf, type Layout, type PartLayout } from './layout.ts';
import {
  checkedAt,
  entriesOf,
  kindAt,
  listAt,
  localizedAt,
  originAt,
  referencesAt,
  wordAt,
  wordsAt,
  yamlEntries,
  type Entries,
  type ReferenceFields,
} from './lenient.ts';
import { isDecides } from './scenario.ts';
import type { Section } from './sections.ts';

/** What a form shows of a scenario: its texts as they are written, by language, and its front matter. */
export interface ScenarioFields {
  readonly front: ScenarioFrontFields;
  /** That the file has, in its order. */
  readonly languages: readonly Language[];
  readonly situation: Localized<string>;
  readonly question: Localized<string>;
  readonly decides: Localized<string>;
  /** In the order of the source; what stands in a translation only comes last. */
  readonly options: readonly OptionFields[];
}

/** Front matter that may be half written; a value of another shape is as if it were not there. */
export interface ScenarioFrontFields {
  readonly kind?: KindName;
  readonly choose?: number;
  readonly compare?: 'prose' | 'exact';
  readonly case?: Slug;
  readonly reserve: boolean;
  readonly checked?: Checked;
  readonly references: readonly ReferenceFields[];
  readonly aged: readonly string[];
  readonly pin: readonly Slug[];
  readonly was: readonly Slug[];
  readonly silence: readonly { readonly code: string; readonly reason: string }[];
  readonly change?: { readonly was: Localized<string>; readonly now: Localized<string> };
  readonly origin?: Origin;
}

export interface OptionFields {
  readonly id: Slug;
  /** Of the source; undefined without a box. */
  readonly right?: boolean;
  /** A step that has its place in the order. */
  readonly ordered: boolean;
  readonly standsFor?: Slug;
  readonly never: boolean;
  /** Of a prompt. */
  readonly choice?: Slug;
  readonly text: Localized<string>;
  readonly why: Localized<string>;
  readonly rightWhen: Localized<string>;
}

/** The fields of a scenario's file, as far as they can be read: a form is open while the file is half written. */
export const fieldsOf = (raw: string, languages: readonly Language[]): ScenarioFields =>
  fieldsIn(layoutOf(raw, languages), languages);

/** The same of a layout. */
export function fieldsIn(layout: Layout | null, languages: readonly Language[]): ScenarioFields {
  const [source = ''] = languages;
  const entries = layout?.front
    ? yamlEntries(layout.text.slice(layout.front.from, layout.front.to))
    : {};
  const parts = layout?.parts ?? [];
  const each = (read: (layout: Layout, part: PartLayout) => string): Localized<string> =>
    Object.fromEntries(parts.map((part) => [part.language, layout ? read(layout, part) : '']));
  return {
    front: frontIn(entries, source),
    languages: parts.map(({ language }) => language),
    situation: each(({ text }, { lead }) => textOf(text, lead)),
    question: each(({ text }, part) => {
      const section = questionOf(part);
      return section ? headingText(text, section) : '';
    }),
    decides: each(({ text }, part) => textOf(text, decidesOf(part)?.blocks ?? [])),
    options: layout ? optionsIn(layout, source) : [],
  };
}

export const questionOf = ({ sections }: PartLayout): Section | undefined =>
  sections.find((section) => !isDecides(section));

export const decidesOf = ({ sections }: PartLayout): Section | undefined =>
  sections.find(isDecides);

export function textOf(text: string, blocks: Section['blocks']): string {
  const range = blocksRange(text, blocks);
  return range ? text.slice(range.from, range.to).trimEnd() : '';
}

/** The items below the question of a part. */
export const partItems = (text: string, part: PartLayout): readonly ItemLayout[] =>
  itemsOf(text, questionOf(part)?.blocks ?? []);

function optionsIn({ text, parts }: Layout, source: Language): readonly OptionFields[] {
  const written = parts
    .toSorted((a, b) => Number(b.language === source) - Number(a.language === source))
    .map((part) => ({ language: part.language, items: partItems(text, part) }));
  const ids = [...new Set(written.flatMap(({ items }) => items.map(({ id }) => id)))];
  return ids.map((id): OptionFields => {
    const said = written.flatMap(({ language, items }) =>
      items.filter((item) => item.id === id).map((item) => ({ language, item })),
    );
    const each = (read: (item: ItemLayout) => string): Localized<string> =>
      Object.fromEntries(said.map(({ language, item }) => [language, read(item)]));
    const own = said.find(({ language }) => language === source)?.item;
    return {
      id,
      ...(own?.right === undefined ? {} : { right: own.right }),
      ordered: said[0]?.item.ordered ?? false,
      ...(own?.term ? { standsFor: own.term.id } : {}),
      never: own?.never !== null && own !== undefined,
      ...(own?.pair ? { choice: own.pair.id } : {}),
      text: each((item) => wordsOf(text, item)),
      why: each((item) => quotedText(text, item.why, 1)),
      rightWhen: each((item) => quotedText(text, item.when, 2)),
    };
  });
}

function frontIn(entries: Entries, source: Language): ScenarioFrontFields {
  const { choose, compare } = entries;
  const kind = kindAt(entries);
  const shared = wordAt(entries, 'case');
  const checked = checkedAt(entries);
  const origin = originAt(entries);
  const change = entriesOf(entries['change']);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(typeof choose === 'number' ? { choose } : {}),
    ...(compare === 'prose' || compare === 'exact' ? { compare } : {}),
    ...(shared === undefined ? {} : { case: shared }),
    reserve: entries['reserve'] === true,
    ...(checked ? { checked } : {}),
    references: referencesAt(entries, source),
    aged: wordsAt(entries, 'aged'),
    pin: wordsAt(entries, 'pin'),
    was: wordsAt(entries, 'was'),
    silence: listAt(entries, 'silence')
      .map(entriesOf)
      .map((one) => ({ code: wordAt(one, 'code') ?? '', reason: wordAt(one, 'reason') ?? '' })),
    ...('was' in change || 'now' in change
      ? {
          change: {
            was: localizedAt(change, 'was', source),
            now: localizedAt(change, 'now', source),
          },
        }
      : {}),
    ...(origin ? { origin } : {}),
  };
}
