import type { Filter, Mode } from '#core/journal/event.ts';
import { beforeSession, type Learner, type SessionAnswer } from '#core/journal/learner-state.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import type { Clock } from '#core/time.ts';
import { drill } from './drill.ts';
import type { Item } from './item.ts';
import { nextPlace, without, type Line, type Place } from './line.ts';
import { turned } from './moves.ts';
import { today, type QueuePlan } from './queue.ts';
import type { Asking, Head } from './session-state.ts';

export interface QueueOptions {
  readonly seed: number;
  readonly mode: Mode;
  readonly filter: Filter;
  /** What options stand for, for contrasts; the same at start and at resuming. */
  readonly keys?: readonly PackKeys[] | undefined;
  /** The plan to the exam, where the filter says that it is followed. */
  readonly plan?: QueuePlan | undefined;
}

/** The queue of a session: today's for study, a drill's for anything else. */
export function sessionQueue(
  learner: Learner,
  library: readonly PackIndex[],
  clock: Clock,
  { seed, mode, filter, keys, plan }: QueueOptions,
): readonly Item[] {
  if (mode !== 'study') return drill(learner, library, clock, { filter, seed, keys });
  const { minutes, pack, planned } = filter;
  const followed = planned === true ? plan : undefined;
  return today(learner, library, clock, { seed, minutes, pack, keys, plan: followed }).items;
}

/**
 * The open session as it was, at its next question: the same seed gives the same queue, from which the answers are
 * taken and into which the misses come back. Where the packs have changed since, what does not fit is passed over.
 * @param plan that of the day on which it began
 * @returns `null` when no session is open or nothing of it is left
 */
export function resume(
  learner: Learner,
  library: readonly PackIndex[],
  clock: Clock,
  keys?: readonly PackKeys[],
  plan?: QueuePlan,
): Asking | null {
  const open = learner.session;
  if (open === null) return null;
  const { session, seed, mode, filter, start, steps } = open;
  const then = beforeSession(learner);
  let head: Head = { session, seed, mode, filter, turns: [], dropped: new Set() };
  let line: Line = {
    items: sessionQueue(then, library, start, { seed, mode, filter, keys, plan }),
    returned: [],
  };
  for (const step of steps) {
    if (step.type === 'dropped') {
      head = { ...head, dropped: new Set([...head.dropped, step.key]) };
      line = without(line, head.dropped);
      continue;
    }
    const place = placeOf(line, step);
    if (place !== null) ({ head, line } = turned(head, place, step));
  }
  const place = nextPlace(line);
  return place === null ? null : { ...head, ...place, phase: 'asking', startedAt: clock.at };
}

/** Where an answer was given: at the head of the line, unless the packs have changed. */
function placeOf({ items, returned }: Line, answer: SessionAnswer): Place | null {
  const index = items.findIndex(
    ({ pack, concept, scenario }) =>
      pack === answer.pack && concept === answer.concept && scenario === answer.scenario,
  );
  const item = items[index];
  return item === undefined ? null : { item, line: { items: items.toSpliced(index, 1), returned } };
}
