import { rewriting } from '#core/journal/effective.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { compareEvents } from '#core/journal/order.ts';

/** Whether an event changes which others count, or when they were. */
export const isRewriting = ({ type }: AnyEvent): boolean =>
  type === 'undone' || rewriting.has(type);

/** How far a fold of attempts has come. */
export interface Folded {
  /** The last event in it; `null` while it is empty. */
  readonly last: AnyEvent | null;
  readonly epoch: number;
}

/**
 * Whether events come after all that was folded, and leave it what it is: then `attemptsAfter` gives the same as a fold
 * of everything. A start does not: what it starts may be in the fold already, stamped earlier by a clock that ran back.
 */
export const canGoOn = ({ last, epoch }: Folded, fresh: readonly AnyEvent[]): boolean =>
  fresh.every(
    (event) =>
      event.epoch === epoch &&
      !isRewriting(event) &&
      event.type !== 'exam-started' &&
      last !== null &&
      compareEvents(last, event) < 0,
  );
