import { grade, isComplete } from '#core/answer/grade.ts';
import { conceptKey, type ScenarioKey } from '#core/ids.ts';
import { isStale } from '#core/insight/stale.ts';
import { conceptAfter, latencyOf, ratingOf } from '#core/journal/answering.ts';
import { refOf, type AnyEvent, type Fact } from '#core/journal/event.ts';
import { learnerDay, targetKey } from '#core/journal/learner-state.ts';
import type { Rating } from '#core/memory/rating.ts';
import { dueDay } from '#core/memory/schedule.ts';
import type { Clock } from '#core/time.ts';
import { itemKey } from './item.ts';
import { afterMiss, nextPlace, standing, without, type Line, type Place } from './line.ts';
import { orderShown } from './order-shown.ts';
import {
  headOf,
  type Asking,
  type Done,
  type Head,
  type MarkFact,
  type Session,
  type SessionEvent,
  type Showing,
  type Step,
  type Turn,
} from './session-state.ts';

/** The head and line after an answer: also how a session is rebuilt. */
export function turned(
  head: Head,
  { item, line }: Place,
  { right, confidence, ref }: Pick<Turn, 'right' | 'confidence' | 'ref'>,
): { readonly head: Head; readonly line: Line } {
  const turns = [...head.turns, { item, line, right, confidence, ref }];
  const asked: ReadonlySet<ScenarioKey> = new Set(turns.map((turn) => itemKey(turn.item)));
  return { head: { ...head, turns }, line: right ? line : afterMiss({ item, line }, asked) };
}

type Answered = Extract<SessionEvent, { type: 'answered' }>;

export function answer(asking: Asking, event: Answered): Step {
  const { scenario, response, learner, clock } = event;
  const { item } = asking;
  if (scenario.id !== item.scenario || scenario.kind !== item.kind) return stay(asking);
  if (response !== null && !isComplete(scenario, response)) return stay(asking);
  const verdict = grade(scenario, response);
  const confidence = response === null ? null : event.confidence;
  const given = { right: verdict.right, confidence };
  const facts = { pack: item.pack, concept: item.concept, scenario: item.scenario, ...given };
  const day = learnerDay(learner, clock);
  const rating = ratingOf(learner, facts, day);
  const seen = learner.scenarios.get(itemKey(item));
  const isChanged = seen !== undefined && isStale(seen, scenario);
  const before = learner.concepts.get(conceptKey(item.pack, item.concept)) ?? null;
  const { head, line } = turned(headOf(asking), asking, { ...given, ref: null });
  const shown = orderShown(asking, scenario);
  const occasion = { day, personal: learner.settings.personal };
  const after = conceptAfter(before ?? undefined, facts, rating, occasion);
  return {
    session: {
      ...head,
      phase: 'showing',
      item,
      line,
      shown,
      response,
      verdict,
      confidence,
      rating,
      due: dueDay(after.memory),
      occasion,
      isChanged,
      before,
    },
    facts: [
      {
        type: 'answered',
        ...facts,
        textRev: scenario.textRev,
        keyRev: scenario.keyRev,
        shown,
        response,
        latency: latencyOf(clock.at - asking.startedAt),
        language: event.language,
        session: asking.session,
        mode: asking.mode,
      },
    ],
  };
}

/** To the next question of a line; at its end the session is over. */
export function goOn(session: Session, line: Line, clock: Clock): Step {
  const place = nextPlace(line);
  if (place !== null) return { session: asking(headOf(session), place, clock), facts: [] };
  return ended(headOf(session), null);
}

const asking = (head: Head, { item, line }: Place, clock: Clock): Asking => ({
  ...head,
  phase: 'asking',
  item,
  line,
  startedAt: clock.at,
});

const ended = (head: Head, stoppedAt: Place | null): Step<Done> => ({
  session: { ...head, phase: 'done', stoppedAt, ended: null },
  facts: [{ type: 'session-ended', session: head.session }],
});

/** Stopped while a question waits, it can go on there; stopped at a verdict, at what would come next. */
export function stop(session: Session): Step {
  if (session.phase === 'done') return stay(session);
  const { item, line } = session;
  return ended(headOf(session), session.phase === 'asking' ? { item, line } : nextPlace(line));
}

/** Back to the question before as it was, however often; first out of the end, if there it stands. */
export function undo(session: Session, clock: Clock): Step {
  const facts: Fact[] = [];
  let head = headOf(session);
  if (session.phase === 'done') {
    if (session.ended === null) return stay(session);
    facts.push({ type: 'undone', ref: session.ended });
    const at = session.stoppedAt === null ? null : standing(session.stoppedAt, head.dropped);
    if (at !== null) return { session: asking(head, at, clock), facts };
  }
  const turn = head.turns.at(-1);
  if (turn === undefined || turn.ref === null) return stay(session);
  facts.push({ type: 'undone', ref: turn.ref });
  head = { ...head, turns: head.turns.slice(0, -1) };
  const place = standing(turn, head.dropped);
  if (place !== null) return { session: asking(head, place, clock), facts };
  const end = ended(head, null);
  return { session: end.session, facts: [...facts, ...end.facts] };
}

/** The learner knows better than the rating. */
export function overrule(showing: Showing, rating: Rating): Step {
  const turn = showing.turns.at(-1);
  if (turn === undefined || turn.ref === null || rating === showing.rating) return stay(showing);
  const { pack, concept, scenario } = showing.item;
  const facts = { pack, concept, scenario, right: turn.right, confidence: turn.confidence };
  const after = conceptAfter(showing.before ?? undefined, facts, rating, showing.occasion);
  return {
    session: { ...showing, rating, due: dueDay(after.memory) },
    facts: [{ type: 'overruled', ref: turn.ref, rating }],
  };
}

/** Flags and notes change nothing here; what is suspended or buried is not asked any more. */
export function mark(session: Session, fact: MarkFact, clock: Clock): Step {
  const facts = [fact];
  if ((fact.type !== 'suspended' && fact.type !== 'buried') || !fact.on) return { session, facts };
  const dropped = new Set([...session.dropped, targetKey(fact.target)]);
  const head: Head = { ...headOf(session), dropped };
  switch (session.phase) {
    case 'asking': {
      const place = standing(session, dropped);
      if (place === null) {
        const end = ended(head, null);
        return { session: end.session, facts: [...facts, ...end.facts] };
      }
      if (place.item !== session.item) return { session: asking(head, place, clock), facts };
      return { session: { ...session, ...head, line: place.line }, facts };
    }
    case 'showing':
      return { session: { ...session, ...head, line: without(session.line, dropped) }, facts };
    case 'done':
      return { session: { ...session, ...head }, facts };
  }
}

/** Learns the names of this session's last answer and of its end. */
export function recorded(session: Session, events: readonly AnyEvent[]): Session {
  let now = session;
  for (const event of events) {
    if (event.type === 'answered' && event.session === now.session) now = named(now, event);
    if (event.type === 'session-ended' && event.session === now.session && now.phase === 'done')
      now = { ...now, ended: refOf(event) };
  }
  return now;
}

function named(session: Session, event: AnyEvent): Session {
  const last = session.turns.at(-1);
  if (last === undefined || last.ref !== null) return session;
  return { ...session, turns: [...session.turns.slice(0, -1), { ...last, ref: refOf(event) }] };
}

const stay = (session: Session): Step => ({ session, facts: [] });
