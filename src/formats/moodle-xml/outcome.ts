import type { Slug } from '#core/ids.ts';
import { limits } from '#core/pack/limits.ts';
import type { KindMap, KindName } from '#core/pack/model.ts';
import type { Remark } from '#formats/imported.ts';
import { childOf, type XmlElement } from '#formats/xml.ts';
import { wordsOf, type Field } from './field.ts';

/** What is right, of a question of any kind. */
type Key = { [K in KindName]: { readonly kind: K } & KindMap[K] }[KindName];

export interface Choice {
  readonly id: Slug;
  readonly text: Field;
  readonly why?: Field;
}

export interface Taken {
  readonly key: Key;
  /** In the order of the file. */
  readonly choices: readonly Choice[];
  readonly stem: Field;
}

/** A question, or why it was not taken. */
export type Outcome = Taken | Remark;

export const isTaken = (outcome: Outcome): outcome is Taken => 'key' in outcome;

/** `a`, `b`, … `z`, `aa`, … */
export const letter = (index: number): Slug =>
  (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) +
  String.fromCharCode('a'.charCodeAt(0) + (index % 26));

const numberIn = (text: string): number => {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : 0;
};

/** In percent. */
export function fractionOf(answer: XmlElement): number {
  const attribute = answer.attributes.get('fraction');
  if (attribute !== undefined) return numberIn(attribute);
  // As Moodle 1 wrote it.
  const element = childOf(answer, 'fraction');
  return element ? numberIn(wordsOf(element)) * 100 : 0;
}

/** `true`, `1`, `True`; nothing when the element is not there. */
export function flag(question: XmlElement, name: string): boolean | undefined {
  const element = childOf(question, name);
  if (!element) return undefined;
  const words = wordsOf(element).toLowerCase();
  return words !== '' && words !== 'false' && words !== '0';
}

export const tooMany = (count: number): Remark => ({
  code: 'moodle-too-many',
  params: { count, limit: limits.options },
});

/** As many as a pack may hold, the right ones before others, in their order; null when not even those fit. */
export function withinLimit<T extends { readonly right: boolean }>(
  all: readonly T[],
): readonly T[] | null {
  if (all.length <= limits.options) return all;
  const right = all.filter((one) => one.right);
  if (right.length > limits.options) return null;
  const wrong = all.filter((one) => !one.right).slice(0, limits.options - right.length);
  const kept = new Set([...right, ...wrong]);
  return all.filter((one) => kept.has(one));
}
