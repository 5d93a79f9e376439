import type { Remark } from '#formats/imported.ts';

/** One thing that can be chosen, moved or matched, as the file names it. */
export interface Part {
  readonly ident: string;
  readonly html: string;
  /** It keeps its place when the others are shuffled. */
  readonly isFixed?: boolean;
}

/** What an item asks, in words that both families of versions share. */
export type Draft =
  | {
      readonly kind: 'choice';
      readonly parts: readonly Part[];
      /** Idents of what is right. */
      readonly keys: readonly string[];
      /** Several may be chosen. */
      readonly isMultiple: boolean;
    }
  | {
      readonly kind: 'order';
      readonly parts: readonly Part[];
      /** Idents in the right order. */
      readonly keys: readonly string[];
    }
  | {
      readonly kind: 'pairs';
      readonly sources: readonly Part[];
      readonly targets: readonly Part[];
      /** Idents of a source and a target. */
      readonly keys: readonly (readonly [string, string])[];
    }
  | {
      readonly kind: 'short';
      readonly answers: readonly string[];
      readonly compare: 'prose' | 'exact';
    }
  | { readonly kind: 'refused'; readonly remark: Remark };

export const refused = (remark: Remark): Draft => ({ kind: 'refused', remark });

/** The words that belong to what is asked. */
export interface Told {
  /** The item's own name, else empty. */
  readonly title: string;
  readonly ident: string;
  /** Shared by several items; stands first. */
  readonly passage: string;
  readonly stem: string;
  /** The question, where the file sets it apart from the stem. */
  readonly prompt: string;
  /** Why, by the ident of a part. */
  readonly whys: ReadonlyMap<string, string>;
  readonly decides: string;
  readonly path: readonly string[];
  readonly tags: readonly string[];
  readonly kept: ReadonlyMap<string, string>;
  readonly language: string;
}
