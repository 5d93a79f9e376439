import { missingFrom } from '#core/answer/grade.ts';
import type { Response } from '#core/answer/response.ts';
import type { Missing } from '#core/answer/rules.ts';
import type { Slug } from '#core/ids.ts';
import type { KindName, Scenario } from '#core/pack/model.ts';

/** An answer that is still being made, by kind. Plain JSON, so that an exam can keep it. */
interface DraftMap {
  single: { readonly chosen: Slug | null };
  multiple: { readonly chosen: readonly Slug[] };
  ordering: { readonly order: readonly Slug[] };
  matching: { readonly pairs: readonly (readonly [prompt: Slug, choice: Slug])[] };
  short: { readonly typed: string };
}

export type Draft<K extends KindName = KindName> = {
  [P in K]: { readonly kind: P } & DraftMap[P];
}[K];

const empty: { readonly [K in KindName]: Draft<K> } = {
  single: { kind: 'single', chosen: null },
  multiple: { kind: 'multiple', chosen: [] },
  ordering: { kind: 'ordering', order: [] },
  matching: { kind: 'matching', pairs: [] },
  short: { kind: 'short', typed: '' },
};

/** What stands there when a question of this kind appears. */
export const emptyDraft = <K extends KindName>(kind: K): Draft<K> => empty[kind];

/** The draft as a response; `null` while there is nothing that could be one. It may be incomplete: see `missing`. */
export function toResponse(draft: Draft): Response | null {
  if (draft.kind !== 'single') return draft;
  return draft.chosen === null ? null : { kind: 'single', chosen: draft.chosen };
}

/**
 * What is to be done before the draft can be submitted; `null` when it is complete.
 * @throws when the draft is of another kind than the scenario
 */
export function missing(scenario: Scenario, draft: Draft): Missing | null {
  const response = toResponse(draft);
  return response === null
    ? { need: 'choose', done: 0, total: 1 }
    : missingFrom(scenario, response);
}
