import type { Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import type { Checked, ClaimVerdict } from '#core/pack/model.ts';
import { frontEntries, titledIn } from './edit-titled.ts';
import { itemsOf, quotedText, wordsOf, type ItemLayout } from './item-layout.ts';
import { layoutOf, type Layout, type PartLayout } from './layout.ts';
import {
  checkedAt,
  entriesOf,
  referencesAt,
  verdictAt,
  wordAt,
  wordsAt,
  type Entries,
  type ReferenceFields,
} from './lenient.ts';
import { runs } from './note.ts';
import { textOf } from './scenario-fields.ts';
import type { Section } from './sections.ts';

/** What a form shows of a note: its texts as they are written, by language, and its front matter. */
export interface NoteFields {
  readonly published?: string;
  readonly checked?: Checked;
  readonly references: readonly ReferenceFields[];
  /** Those of the front matter first, then those that only texts name. */
  readonly claims: readonly ClaimFields[];
  /** Numbers of claims that were taken out. */
  readonly retired: readonly Slug[];
  readonly languages: readonly Language[];
  readonly title: Localized<string>;
  /** Text and claims as they alternate. */
  readonly body: Localized<readonly NotePartFields[]>;
}

type NotePartFields =
  | { readonly type: 'text'; readonly source: string }
  | { readonly type: 'claim'; readonly id: Slug };

interface ClaimFields {
  readonly id: Slug;
  readonly verdict?: ClaimVerdict;
  readonly since?: string;
  readonly references: readonly Slug[];
  readonly unasked?: string;
  readonly says: Localized<string>;
  /** What is true today. */
  readonly today: Localized<string>;
}

/** The fields of a note, as far as they can be read. */
export const noteFieldsOf = (raw: string, languages: readonly Language[]): NoteFields =>
  noteFieldsIn(layoutOf(raw, languages), languages);

/** The same of a layout. */
export function noteFieldsIn(layout: Layout | null, languages: readonly Language[]): NoteFields {
  const entries = frontEntries(layout);
  const published = wordAt(entries, 'published');
  const checked = checkedAt(entries);
  const { languages: written, title } = titledIn(layout);
  return {
    ...(published === undefined ? {} : { published }),
    ...(checked ? { checked } : {}),
    references: referencesAt(entries, languages[0] ?? ''),
    claims: claimsIn(layout, entriesOf(entries['claims'])),
    retired: wordsAt(entries, 'retired'),
    languages: written,
    title,
    body: Object.fromEntries(
      (layout?.parts ?? []).map((part) => [part.language, bodyOf(layout?.text ?? '', part)]),
    ),
  };
}

/** The runs of text in a part. */
export const textRuns = ({ sections: [section] }: PartLayout): readonly Section['blocks'][] =>
  runs(section?.blocks ?? [])
    .filter(({ isClaims }) => !isClaims)
    .map(({ blocks }) => blocks);

/** The claims of a part. */
export const claimItems = (
  text: string,
  { sections: [section] }: PartLayout,
): readonly ItemLayout[] =>
  runs(section?.blocks ?? []).flatMap(({ isClaims, blocks }) =>
    isClaims ? itemsOf(text, blocks) : [],
  );

const bodyOf = (text: string, { sections: [section] }: PartLayout): readonly NotePartFields[] =>
  runs(section?.blocks ?? []).flatMap(({ isClaims, blocks }): NotePartFields[] =>
    isClaims
      ? itemsOf(text, blocks).map(({ id }) => ({ type: 'claim', id }))
      : [{ type: 'text', source: textOf(text, blocks) }],
  );

function claimsIn(layout: Layout | null, meta: Entries): readonly ClaimFields[] {
  const text = layout?.text ?? '';
  const said = (layout?.parts ?? []).flatMap((part) =>
    claimItems(text, part).map((item) => ({ language: part.language, item })),
  );
  const ids = new Set([...Object.keys(meta), ...said.map(({ item }) => item.id)]);
  return [...ids].map((id): ClaimFields => {
    const own = entriesOf(meta[id]);
    const verdict = verdictAt(own);
    const since = wordAt(own, 'since');
    const unasked = wordAt(own, 'unasked');
    const each = (read: (item: ItemLayout) => string): Localized<string> =>
      Object.fromEntries(
        said
          .filter(({ item }) => item.id === id)
          .map(({ language, item }) => [language, read(item)]),
      );
    return {
      id,
      ...(verdict === undefined ? {} : { verdict }),
      ...(since === undefined ? {} : { since }),
      references: wordsAt(own, 'references'),
      ...(unasked === undefined ? {} : { unasked }),
      says: each((item) => wordsOf(text, item)),
      today: each((item) => quotedText(text, item.why, 1)),
    };
  });
}
