import { isSlug, type Slug } from '#core/ids.ts';
import type { Language, Localized } from '#core/language.ts';
import { canonicalJson } from '#core/pack/canonical.ts';
import type { ClaimVerdict } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { err, type Result } from '#core/result.ts';
import { frontPatches, refusal, settle } from './edit-file.ts';
import { insertItem, newItemLines, removeItem, setTail, setWhy } from './edit-items.ts';
import { blocksSource, headingWords, insertBehind, lineSourceOf, setBlocks } from './edit-text.ts';
import { frontEntries, titledPatches, type TitledEdit } from './edit-titled.ts';
import type { ItemLayout } from './item-layout.ts';
import { layoutOf, type Layout } from './layout.ts';
import { wordsAt } from './lenient.ts';
import { claimItems, noteFieldsIn, textRuns, type NoteFields } from './note-fields.ts';
import type { Patch } from './patch.ts';

/**
 * One change of a note. What the front matter says of a claim is set there: `['claims', '5', 'verdict']`.
 */
export type NoteEdit =
  | Exclude<TitledEdit, { readonly edit: 'body' | 'title' }>
  | { readonly edit: 'title'; readonly language: Language; readonly source: string }
  /** A run of text between claims, by its number from 0; one more than there are appends it. */
  | {
      readonly edit: 'text';
      readonly language: Language;
      readonly run: number;
      readonly source: string;
    }
  | {
      readonly edit: 'says' | 'today';
      readonly claim: Slug;
      readonly language: Language;
      readonly source: string;
    }
  /** Behind the last claim, in every language that the note has. */
  | {
      readonly edit: 'addClaim';
      readonly claim: Slug;
      readonly verdict: ClaimVerdict;
      readonly says: Localized<string>;
    }
  | { readonly edit: 'removeClaim'; readonly claim: Slug };

/** The smallest changes of a note that make an edit; see `editScenario`. */
export function editNote(
  raw: string,
  languages: readonly Language[],
  edit: NoteEdit,
): Result<readonly Patch[], Problem> {
  const layout = layoutOf(raw, languages);
  const patches = layout && patchesFor(layout, languages, edit);
  if (!layout || !patches) return err(refusal('edit_no_place'));
  const before = wholeOf(layout, languages);
  return settle(raw, layout, patches, (text) => {
    const after = layoutOf(text, languages);
    return after !== null && holds(edit, before, wholeOf(after, languages));
  });
}

function patchesFor(
  layout: Layout,
  languages: readonly Language[],
  edit: NoteEdit,
): readonly Patch[] | null {
  switch (edit.edit) {
    case 'text':
      return setText(layout, edit);
    case 'says':
    case 'today':
      return inClaim(layout, edit);
    case 'addClaim':
      return addClaim(layout, edit);
    case 'removeClaim':
      return removeClaim(layout, edit.claim);
    case 'front':
    case 'title':
    case 'addLanguage':
    case 'removeLanguage':
      return titledPatches(layout, languages, edit);
  }
}

const partOf = ({ parts }: Layout, language: Language) =>
  parts.find((part) => part.language === language);

type Edit<K extends NoteEdit['edit']> = Extract<NoteEdit, { readonly edit: K }>;

function setText(layout: Layout, { language, run, source }: Edit<'text'>): readonly Patch[] | null {
  const part = partOf(layout, language);
  if (!part || part.sections.length === 0) return null;
  const texts = textRuns(part);
  if (run > texts.length) return null;
  const insert = blocksSource(source);
  const isNew = texts[run] === undefined;
  if (isNew) return insert === '' ? [] : insertBehind(layout, part.last.to, `\n${insert}`);
  return setBlocks(layout, texts[run] ?? [], part.last.to, source);
}

function inClaim(layout: Layout, edit: Edit<'says' | 'today'>): readonly Patch[] | null {
  const part = partOf(layout, edit.language);
  const item = part && claimItems(layout.text, part).find(({ id }) => id === edit.claim);
  if (!item) return null;
  if (edit.edit === 'today') return setWhy(layout, item, edit.source);
  return setTail(layout, item, { text: edit.source });
}

function addClaim(layout: Layout, edit: Edit<'addClaim'>): readonly Patch[] | null {
  const { claim, verdict, says } = edit;
  const { parts, text } = layout;
  const isTaken =
    parts.some((part) => claimItems(text, part).some(({ id }) => id === claim)) ||
    retiredIn(layout).includes(claim);
  if (!isSlug(claim) || isTaken || parts.some(({ sections }) => sections.length === 0)) return null;
  const front = frontPatches(layout, [{ path: ['claims', claim], value: { verdict } }]);
  if (!front) return null;
  return [
    ...front,
    ...parts.flatMap((part) => {
      const lines = newItemLines({ box: '', id: claim, text: says[part.language] ?? '' });
      const last = claimItems(text, part).at(-1);
      if (last) return insertItem(layout, { behind: last }, lines, bulletOf(layout, last));
      // A bullet of its own, so that a list before it does not run into it.
      const isList = part.sections[0]?.blocks.at(-1)?.type === 'list';
      return insertBehind(layout, part.last.to, `\n${isList ? '+' : '-'} ${lines}`);
    }),
  ];
}

const retiredIn = (layout: Layout): readonly Slug[] => wordsAt(frontEntries(layout), 'retired');

const bulletOf = ({ text }: Layout, { marker }: ItemLayout): string =>
  text.slice(marker.from, marker.to);

function removeClaim(layout: Layout, claim: Slug): readonly Patch[] | null {
  const retired = [...new Set([...retiredIn(layout), claim])];
  const front = frontPatches(layout, [
    { path: ['claims', claim], value: undefined },
    { path: ['retired'], value: retired },
  ]);
  return (
    front && [
      ...front,
      ...layout.parts.flatMap((part) =>
        claimItems(layout.text, part)
          .filter(({ id }) => id === claim)
          .flatMap((item) => removeItem(layout, item)),
      ),
    ]
  );
}

type Whole = Omit<NoteFields, 'problems'> & { readonly front: unknown };

const wholeOf = (layout: Layout, languages: readonly Language[]): Whole => ({
  ...noteFieldsIn(layout, languages),
  front: frontEntries(layout),
});

function holds(edit: NoteEdit, before: Whole, after: Whole): boolean {
  if (canonicalJson(without(edit, before)) !== canonicalJson(without(edit, after))) return false;
  const claim = 'claim' in edit ? after.claims.find(({ id }) => id === edit.claim) : undefined;
  switch (edit.edit) {
    case 'title':
      return after.title[edit.language] === headingWords(edit.source);
    case 'text': {
      const texts = (after.body[edit.language] ?? []).filter((part) => part.type === 'text');
      const source = blocksSource(edit.source);
      return source === '' || texts[edit.run]?.source === source;
    }
    case 'says':
      return claim?.says[edit.language] === lineSourceOf(edit.source);
    case 'today':
      return (claim?.today[edit.language] ?? '') === blocksSource(edit.source);
    case 'front':
    case 'addLanguage':
    case 'removeLanguage':
    case 'addClaim':
    case 'removeClaim':
      return true;
  }
}

/** The fields without what an edit may change. */
function without(edit: NoteEdit, whole: Whole): unknown {
  const { claims, body } = whole;
  switch (edit.edit) {
    case 'front':
      return { title: whole.title, body, claims: claims.filter(isSaid).map(said) };
    case 'title':
      return { ...whole, title: { ...whole.title, [edit.language]: '' } };
    case 'text':
      return { ...whole, body: { ...body, [edit.language]: claimsOnly(body[edit.language]) } };
    case 'says':
    case 'today':
      return {
        ...whole,
        claims: claims.map((claim) =>
          claim.id === edit.claim
            ? { ...claim, [edit.edit]: { ...claim[edit.edit], [edit.language]: '' } }
            : claim,
        ),
      };
    case 'addClaim':
    case 'removeClaim':
      return {
        title: whole.title,
        claims: claims.filter(({ id }) => id !== edit.claim),
        texts: Object.values(body).map((parts) => parts?.filter(({ type }) => type === 'text')),
      };
    case 'addLanguage':
    case 'removeLanguage':
      return {
        front: whole.front,
        title: { ...whole.title, [edit.language]: undefined },
        body: { ...body, [edit.language]: undefined },
      };
  }
}

const isSaid = ({ says }: NoteFields['claims'][number]): boolean => Object.keys(says).length > 0;
const said = ({ id, says, today }: NoteFields['claims'][number]) => ({ id, says, today });
const claimsOnly = (parts: NoteFields['body'][string]) =>
  parts?.filter(({ type }) => type === 'claim');
