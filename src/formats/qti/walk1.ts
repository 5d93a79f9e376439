import { childOf, childrenOf, textOf, type XmlElement } from '#formats/xml.ts';
import { metadataOf } from './item1.ts';
import { materialOf } from './material.ts';
import { valueOf } from './names.ts';
import { stemOf } from './responses.ts';

/** An item of version 1 where it stands. */
export interface Found1 {
  readonly item: XmlElement;
  readonly path: readonly string[];
  /** Words that several items share. */
  readonly passage: string;
  readonly metadata: ReadonlyMap<string, string>;
  /** Others have this item's words before their own. */
  readonly isPassage: boolean;
  readonly language: string;
}

export interface Walked1 {
  readonly items: readonly Found1[];
  readonly title: string;
  /** The assessment's own name. */
  readonly ident: string;
  /** It has words for the whole. */
  readonly isInstructed: boolean;
}

interface Place {
  readonly path: readonly string[];
  readonly passage: string;
  readonly language: string;
}

const groups = new Set(['questestinterop', 'assessment', 'section', 'objectbank']);
const PARENT = 'parent_stimulus_item_ident';
const noTitle = new Set(['', 'root_section']);

const titleOf = (element: XmlElement): string =>
  valueOf(element, 'title') || metadataOf(element).get('bank_title') || '';

const materialsOf = (element: XmlElement): string =>
  ['presentation_material', 'reference']
    .flatMap((name) => childrenOf(element, name))
    .map((each) => materialOf(each))
    .join('');

interface Standing {
  readonly item: XmlElement;
  readonly place: Place;
  readonly metadata: ReadonlyMap<string, string>;
  /** The item whose words stand before. */
  readonly parent: string;
}

function itemsBelow(element: XmlElement, place: Place, parent: string): readonly Standing[] {
  return childrenOf(element).flatMap((child): readonly Standing[] => {
    const language = valueOf(child, 'xml:lang') || place.language;
    if (child.name === 'item') {
      const metadata = metadataOf(child);
      const own = valueOf(child, PARENT) || metadata.get(PARENT) || parent;
      return [{ item: child, metadata, place: { ...place, language }, parent: own }];
    }
    if (!groups.has(child.name)) return [];
    const title = titleOf(child);
    const passage = child.name === 'section' ? materialsOf(child) : '';
    const below: Place = {
      path: noTitle.has(title) ? place.path : [...place.path, title],
      passage: place.passage + passage,
      language,
    };
    return itemsBelow(child, below, valueOf(child, PARENT) || parent);
  });
}

const wordsOf = (item: XmlElement): string => {
  const presentation = childOf(item, 'presentation');
  return presentation ? stemOf(presentation) : '';
};

const hasWords = (element: XmlElement, name: string): boolean =>
  childrenOf(element, name).some((each) => textOf(each).trim() !== '');

/** All items of a file of version 1, in its order. */
export function walk1(roots: readonly XmlElement[]): Walked1 {
  const top: Place = { path: [], passage: '', language: '' };
  const standing = roots.flatMap((root) => itemsBelow({ ...root, children: [root] }, top, ''));
  const assessments = roots.flatMap((root) => childrenOf(root, 'assessment'));
  const [assessment] = assessments;
  const byIdent = new Map(standing.map(({ item }) => [valueOf(item, 'ident'), item]));
  const parents = new Set(standing.map(({ parent }) => parent).filter((ident) => ident !== ''));
  return {
    items: standing.map(({ item, metadata, place, parent }) => {
      const shared = byIdent.get(parent);
      return {
        item,
        metadata,
        path: place.path,
        passage: place.passage + (shared && shared !== item ? wordsOf(shared) : ''),
        isPassage: parents.has(valueOf(item, 'ident')),
        language: place.language,
      };
    }),
    title: assessments.length === 1 && assessment ? valueOf(assessment, 'title') : '',
    ident: assessment ? valueOf(assessment, 'ident') : '',
    isInstructed: assessments.some(
      (each) => hasWords(each, 'rubric') || hasWords(each, 'presentation_material'),
    ),
  };
}
