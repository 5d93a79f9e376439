import type { Event } from './event.ts';
import { applying } from './learner.ts';
import { draftOf, sealed } from './learner-draft.ts';
import { emptyLearner, type Learner } from './learner-state.ts';
import type { Slices } from './slices.ts';

/**
 * The learner that `replay` makes, bit by bit.
 * @param events effective ones, in order
 */
export function* replaying(events: readonly Event[]): Slices<Learner> {
  const draft = draftOf(emptyLearner);
  const takeIn = applying(draft, events);
  for (const event of events) {
    takeIn(event);
    yield;
  }
  return sealed(draft);
}
