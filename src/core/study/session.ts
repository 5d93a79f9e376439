import type { Filter, Mode } from '#core/journal/event.ts';
import type { Clock } from '#core/time.ts';
import type { Item } from './item.ts';
import { nextPlace } from './line.ts';
import { answer, goOn, mark, overrule, recorded, stop, undo } from './moves.ts';
import type { Head, Session, SessionEvent, Step } from './session-state.ts';

export interface SessionPlan {
  /** A name that no other session has. */
  readonly session: string;
  readonly seed: number;
  readonly mode: Mode;
  readonly filter: Filter;
  /** From `sessionQueue` for the same seed, mode and filter, or it can't be resumed. */
  readonly queue: readonly Item[];
  readonly clock: Clock;
}

/** A session at its first question; with an empty queue it is done at once, and nothing is recorded. */
export function startSession({ queue, clock, ...head }: SessionPlan): Step {
  const place = nextPlace({ items: queue, returned: [] });
  const common: Head = { ...head, turns: [], dropped: new Set() };
  if (place === null)
    return { session: { ...common, phase: 'done', stoppedAt: null, ended: null }, facts: [] };
  const { session, seed, mode, filter } = head;
  return {
    session: { ...common, ...place, phase: 'asking', startedAt: clock.at },
    facts: [{ type: 'session-started', session, seed, mode, filter }],
  };
}

/**
 * The one way on. An event that comes late, twice or too early (a second click, an answer to another question,
 * an incomplete one, an undo before `recorded`) gives the very same session and no facts.
 */
export function step(session: Session, event: SessionEvent): Step {
  switch (event.type) {
    case 'answered':
      return session.phase === 'asking' ? answer(session, event) : stay(session);
    case 'next':
      return session.phase === 'showing' ? goOn(session, session.line, event.clock) : stay(session);
    case 'undo':
      return undo(session, event.clock);
    case 'overruled':
      return session.phase === 'showing' ? overrule(session, event.rating) : stay(session);
    case 'marked':
      return mark(session, event.fact, event.clock);
    case 'recorded':
      return { session: recorded(session, event.events), facts: [] };
    case 'stopped':
      return stop(session);
  }
}

const stay = (session: Session): Step => ({ session, facts: [] });
