import type { Slug } from '#core/ids.ts';
import type { KindName } from '#core/pack/model.ts';

/** What a learner did, by kind. Facts only: whether it is right is worked out from the key. */
interface ResponseMap {
  single: { readonly chosen: Slug };
  multiple: { readonly chosen: readonly Slug[] };
  /** The steps in the learner's order; spare ones left out. */
  ordering: { readonly order: readonly Slug[] };
  /** Prompt and choice. */
  matching: { readonly pairs: readonly (readonly [prompt: Slug, choice: Slug])[] };
  short: { readonly typed: string };
}

export type Response<K extends KindName = KindName> = {
  [P in K]: { readonly kind: P } & ResponseMap[P];
}[K];

export interface Verdict {
  readonly right: boolean;
  /** Parts that are right: "1 of 2". All or nothing for memory and exams. */
  readonly earned: number;
  readonly total: number;
}

export const confidences = ['guessing', 'fairly-sure', 'certain'] as const;
/** Said before the verdict; it is the submit button. */
export type Confidence = (typeof confidences)[number];
