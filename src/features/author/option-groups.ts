import type { KindName } from '#core/pack/model.ts';
import type { FormOption } from '#state/author/form.ts';

export type Group = 'option' | 'step' | 'spare' | 'prompt' | 'choice';

const groups: { readonly [K in KindName]: readonly Group[] } = {
  single: ['option'],
  multiple: ['option'],
  ordering: ['step', 'spare'],
  matching: ['prompt', 'choice'],
  short: ['option'],
};

/** The lists that a kind has, in their order. */
export const groupsOf = (kind: KindName): readonly Group[] => groups[kind];

/** The list that an option stands in. */
export function groupOf(kind: KindName, { ordered, choice }: FormOption): Group {
  if (kind === 'ordering') return ordered ? 'step' : 'spare';
  if (kind === 'matching') return choice === undefined ? 'choice' : 'prompt';
  return 'option';
}

/** The first letter, or letter and number, that no option has. */
export function nextId(taken: readonly string[]): string {
  for (let number = 0; ; number += 1) {
    const letter = String.fromCharCode(97 + (number % 26));
    const id = number < 26 ? letter : `${letter}${Math.floor(number / 26)}`;
    if (!taken.includes(id)) return id;
  }
}
