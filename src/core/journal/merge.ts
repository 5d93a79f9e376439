import { visibility } from './effective.ts';
import type { AnyEvent, Fact, Range } from './event.ts';
import { refKey } from './event.ts';
import { union } from './order.ts';
import { rangesOf } from './ranges.ts';

/** What bringing events in from a file changes. */
export interface ImportPlan {
  /** Events that are not here yet. */
  readonly added: readonly AnyEvent[];
  /** Events that will count and did not: what revoking the import names. */
  readonly brought: readonly Range[];
  /** What has to be written after the events; empty when the import changes nothing. */
  readonly facts: readonly Fact<'imported'>[];
  /** Answers among those that will count. */
  readonly answers: number;
}

/**
 * Plans the union of two journals so that nothing that counts here ceases to count: should theirs have left our epoch,
 * ours is named as imported too. What they themselves no longer count stays uncounted.
 * @param mine all events that are here
 * @param theirs all events of the file
 */
export function planImport(mine: readonly AnyEvent[], theirs: readonly AnyEvent[]): ImportPlan {
  const here = new Set(mine.map(refKey));
  const added = union(theirs).filter((event) => !here.has(refKey(event)));
  const myView = visibility(mine);
  const counted = new Set(mine.filter(myView.isVisible).map(refKey));
  const brought = union(theirs)
    .filter(visibility(theirs).isVisible)
    .filter((event) => !counted.has(refKey(event)));
  const later = visibility(union(mine, theirs));
  const hidden = mine.filter((event) => myView.isVisible(event) && !later.isVisible(event));
  return {
    added,
    brought: rangesOf(brought),
    facts: [brought, hidden]
      .filter((events) => events.length > 0)
      .map((events) => ({ type: 'imported', ranges: rangesOf(events) })),
    answers: brought.filter(({ type }) => type === 'answered' || type === 'exam-answered').length,
  };
}
