import { childOf, childrenOf, textOf, type XmlElement } from '#formats/xml.ts';
import { valueOf } from './names.ts';

/** What version 2 declares of one response: which values are right, and what each gives. */
export interface Declaration {
  readonly isSingle: boolean;
  /** `identifier`, `string`, `float`, `directedPair`, … in lower letters, without dashes. */
  readonly baseType: string;
  readonly correct: readonly string[];
  readonly mapped: readonly Mapped[];
}

interface Mapped {
  readonly key: string;
  readonly points: number;
  readonly isCaseExact: boolean;
}

const trimmed = (element: XmlElement): string => textOf(element).trim().replaceAll(/\s+/g, ' ');

function mappedOf(declaration: XmlElement): readonly Mapped[] {
  const mapping = childOf(declaration, 'mapping');
  if (!mapping) return [];
  return childrenOf(mapping, 'mapEntry').map((entry) => ({
    key: valueOf(entry, 'mapKey'),
    points: Number(valueOf(entry, 'mappedValue')) || 0,
    isCaseExact: valueOf(entry, 'caseSensitive') !== 'false',
  }));
}

function declarationOf(element: XmlElement): Declaration {
  const correct = childOf(element, 'correctResponse');
  return {
    isSingle: valueOf(element, 'cardinality') === 'single',
    baseType: valueOf(element, 'baseType').toLowerCase().replaceAll('-', ''),
    correct: correct
      ? childrenOf(correct, 'value')
          .map(trimmed)
          .filter((value) => value !== '')
      : [],
    mapped: mappedOf(element),
  };
}

/** The declarations of an item by the response that they speak of. */
export const declarationsOf = (item: XmlElement): ReadonlyMap<string, Declaration> =>
  new Map(
    childrenOf(item, 'responseDeclaration').map((element) => [
      valueOf(element, 'identifier'),
      declarationOf(element),
    ]),
  );

/** What is declared right: the values themselves, else those that give most, else those that give anything. */
export interface DeclaredKey {
  readonly keys: readonly string[];
  readonly isPartial: boolean;
  readonly isAnyOf: boolean;
}

export function declaredKey({ isSingle, correct, mapped }: Declaration): DeclaredKey {
  const giving = mapped.filter(({ points }) => points > 0);
  const best = Math.max(...giving.map(({ points }) => points));
  const wanted = isSingle ? giving.filter(({ points }) => points === best) : giving;
  const keys = correct.length > 0 ? correct : wanted.map(({ key }) => key);
  const right = new Set(keys);
  const isPartial =
    giving.some(({ key }) => !right.has(key)) ||
    new Set(giving.filter(({ key }) => right.has(key)).map(({ points }) => points)).size > 1;
  return {
    keys,
    isPartial,
    isAnyOf: correct.length === 0 && isSingle && wanted.length > 1,
  };
}
