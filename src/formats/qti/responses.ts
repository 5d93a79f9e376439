import { childrenOf, outermost, textOf, type XmlElement } from '#formats/xml.ts';
import type { Part } from './draft.ts';
import { materialOf } from './material.ts';
import { found, valueOf } from './names.ts';

/** One place of version 1 where something is answered. */
export interface Response {
  readonly element: XmlElement;
  /** `lid`, `str`, `num`, `grp`, `xy`. */
  readonly way: string;
  readonly ident: string;
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly labels: readonly Part[];
  readonly labelElements: readonly XmlElement[];
  /** What this response asks by itself. */
  readonly prompt: string;
}

const isResponse = ({ name }: XmlElement): boolean =>
  /^response_(?:lid|str|num|grp|xy)$/.test(name);
const isBlock = (element: XmlElement, name: string): boolean => valueOf(element, 'class') === name;

const cardinalityOf = (element: XmlElement): Response['cardinality'] => {
  const said = valueOf(element, 'rcardinality').toLowerCase();
  return said === 'multiple' || said === 'ordered' ? said : 'single';
};

const labelOf = (element: XmlElement): Part => {
  const html = materialOf(element);
  return {
    ident: valueOf(element, 'ident'),
    html: html === '' ? textOf(element) : html,
    ...(/^no$/i.test(valueOf(element, 'rshuffle')) ? { isFixed: true } : {}),
  };
};

/** Some programs put the words of a response beside it, into the same flow. */
function promptOf(element: XmlElement, beside: readonly XmlElement[]): string {
  const own = [...childrenOf(element, 'material'), ...childrenOf(element, 'flow_mat')];
  const words = own.length > 0 ? own : beside;
  return words.map((each) => materialOf(each)).join('');
}

/** All responses of a presentation; the words beside are taken only within a block of responses. */
export function responsesOf(presentation: XmlElement): readonly Response[] {
  const read = (
    element: XmlElement,
    parent: XmlElement | null,
    isBeside: boolean,
  ): readonly Response[] => {
    if (isResponse(element)) {
      const beside =
        parent && isBeside ? childrenOf(parent).filter((each) => !isResponse(each)) : [];
      const labelElements = outermost([element], 'response_label');
      return [
        {
          element,
          way: element.name.slice('response_'.length),
          // One producer says `respident` where all others say `ident`.
          ident: valueOf(element, 'ident') || valueOf(element, 'respident'),
          cardinality: cardinalityOf(element),
          labels: labelElements.map(labelOf),
          labelElements,
          prompt: promptOf(element, beside),
        },
      ];
    }
    const within = isBeside || isBlock(element, 'RESPONSE_BLOCK');
    return childrenOf(element).flatMap((child) => read(child, element, within));
  };
  return read(presentation, null, false);
}

/** Choices that stand apart from the responses, in the order of their labels. */
export const rightMatches = (presentation: XmlElement): readonly string[] =>
  found(presentation, (element) => isBlock(element, 'RIGHT_MATCH_BLOCK'))
    .flatMap((block) => childrenOf(block))
    .map((each) => materialOf(each));

/** A field that follows the words is no gap in them. */
function withoutLastGap(stem: string): string {
  let end = stem.length;
  while (stem.endsWith('</div>', end)) end -= '</div>'.length;
  const words = stem.slice(0, end).trimEnd();
  return words.endsWith('____') ? words.slice(0, -4).trimEnd() + stem.slice(end) : stem;
}

/** Blocks with responses, or with choices that stand apart. */
const isLeftOut = (element: XmlElement): boolean =>
  isBlock(element, 'RESPONSE_BLOCK') || isBlock(element, 'RIGHT_MATCH_BLOCK');

/** The words before, between and after the responses; a response within a sentence leaves a gap. */
export function stemOf(presentation: XmlElement): string {
  const read = (element: XmlElement): string => {
    if (isLeftOut(element) || element.name.endsWith('_extension')) return '';
    if (isResponse(element)) return /_(?:str|num)$/.test(element.name) ? ' ____ ' : '';
    if (element.name !== 'flow' && element.name !== 'presentation') return materialOf(element);
    const inside = childrenOf(element).map(read).join('');
    return element.name === 'flow' && inside.trim() !== '____' ? `<div>${inside}</div>` : inside;
  };
  const stem = childrenOf(presentation).map(read).join('').trimEnd();
  return withoutLastGap(stem);
}
