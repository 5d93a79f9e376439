import type { Response } from '#core/answer/response.ts';
import { toResponse, type Draft } from './draft.ts';

/** What has been chosen, complete or not; `null` where nothing is: an exam counts that as unanswered. */
export function chosenSoFar(draft: Draft): Response | null {
  switch (draft.kind) {
    case 'single':
      return toResponse(draft);
    case 'multiple':
      return draft.chosen.length === 0 ? null : draft;
    case 'ordering':
      return draft.order.length === 0 ? null : draft;
    case 'matching':
      return draft.pairs.length === 0 ? null : draft;
    case 'short':
      return draft.typed.trim() === '' ? null : draft;
  }
}
