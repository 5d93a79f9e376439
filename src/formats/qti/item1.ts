import { childOf, childrenOf, outermost, textOf, type XmlElement } from '#formats/xml.ts';
import { draft1 } from './draft1.ts';
import { refused, type Draft } from './draft.ts';
import { decided, keep, sortFeedback, type Feedback } from './feedback.ts';
import { materialOf } from './material.ts';
import { found, valueOf } from './names.ts';
import { responsesOf, rightMatches, stemOf, type Response } from './responses.ts';
import { scoringOf } from './scoring.ts';
import type { Scribe } from './scribe.ts';

/** Everything that one item of version 1 says. */
export interface Item1 {
  readonly draft: Draft;
  readonly stem: string;
  readonly whys: ReadonlyMap<string, string>;
  readonly decides: string;
  readonly kept: Map<string, string>;
}

/** Entries of the metadata that are kept, and letters of each. */
const ENTRIES = 60;
const LETTERS = 500;

const isField = ({ name }: XmlElement): boolean =>
  name === 'qtimetadatafield' || name === 'qti_metadatafield';

/** Labels with their entries, and metadata elements by their names. */
export function metadataOf(element: XmlElement): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  const add = (label: string, entry: string) => {
    if (label !== '' && entry !== '' && entries.size < ENTRIES)
      entries.set(label.slice(0, 100), entry.slice(0, LETTERS));
  };
  const metadata = [...childrenOf(element, 'itemmetadata'), ...childrenOf(element, 'qtimetadata')];
  for (const holder of metadata) {
    for (const field of found(holder, isField)) {
      const label = childOf(field, 'fieldlabel');
      const entry = childOf(field, 'fieldentry');
      if (label && entry) add(textOf(label).trim(), textOf(entry).trim());
    }
    for (const child of childrenOf(holder))
      if (childrenOf(child).length === 0) add(child.name, textOf(child).trim());
  }
  return entries;
}

const typeNames = [
  'question_type',
  'cc_profile',
  'bbmd_questiontype',
  'qmd_questiontype',
  'qmd_itemtype',
  'QUESTIONTYPE',
];

const typeOf = (metadata: ReadonlyMap<string, string>): string =>
  typeNames
    .map((name) => metadata.get(name) ?? '')
    .join(' ')
    .trim()
    .toLowerCase();

const identsOf = (draft: Draft): ReadonlySet<string> => {
  if (draft.kind === 'choice' || draft.kind === 'order')
    return new Set(draft.parts.map(({ ident }) => ident));
  if (draft.kind === 'pairs')
    return new Set([...draft.sources, ...draft.targets].map(({ ident }) => ident));
  return new Set();
};

const feedbackOf = (item: XmlElement): readonly Feedback[] =>
  childrenOf(item, 'itemfeedback').map((element) => ({
    ident: valueOf(element, 'ident'),
    html: materialOf(element, ({ name }) => name !== 'hint'),
  }));

/** @param metadata of the item */
export function readItem1(
  item: XmlElement,
  metadata: ReadonlyMap<string, string>,
  scribe: Scribe,
): Item1 {
  const presentation = childOf(item, 'presentation');
  const responses = presentation ? responsesOf(presentation) : [];
  const kept = new Map(metadata);
  const rules = scoringOf(item);
  const draft = presentation
    ? draft1({
        responses,
        rules,
        type: typeOf(kept),
        rightMatches: rightMatches(presentation),
        scribe,
      })
    : refused({ code: 'qti-no-question' });
  for (const hint of [
    ...childrenOf(item, 'hint'),
    ...outermost(childrenOf(item, 'itemfeedback'), 'hint'),
  ]) {
    const html = materialOf(hint);
    if (html.trim() !== '') keep('hint', html, kept, scribe);
  }
  const sorted = sortFeedback(feedbackOf(item), identsOf(draft), rules);
  return {
    draft,
    stem: presentation ? asked(presentation, responses) : '',
    whys: sorted.whys,
    decides: decided(sorted, kept, scribe),
    kept,
  };
}

/** Where one response holds the question itself, its words follow the stem. */
function asked(presentation: XmlElement, responses: readonly Response[]): string {
  const [first] = responses;
  const stem = stemOf(presentation);
  return first && responses.length === 1 ? `${stem}<div>${first.prompt}</div>` : stem;
}
