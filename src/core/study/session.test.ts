import { describe, expect, test } from 'vitest';
import { fold } from '#core/journal/learner.ts';
import { emptyLearner, type Learner } from '#core/journal/learner-state.ts';
import { dueDay } from '#core/memory/schedule.ts';
import type { Clock } from '#core/time.ts';
import type { Item } from './item.ts';
import { drill } from './drill.ts';
import { happened, noon, samplePack, sampleSingle } from './sample.ts';
import { startSession, step } from './session.ts';
import type { Session, SessionEvent, Showing } from './session-state.ts';

const library = [samplePack({ concepts: 14 })];
const at = (minutes: number): Clock => noon(100, minutes);

/** A session with its learner and its journal. */
interface Run {
  readonly session: Session;
  readonly learner: Learner;
  readonly seq: number;
  readonly types: readonly string[];
}

function after(run: Run, event: SessionEvent, clock: Clock): Run {
  const { session, facts } = step(run.session, event);
  const events = facts.map((fact, i) => happened(run.seq + i + 1, clock, fact));
  return {
    session: step(session, { type: 'recorded', events }).session,
    learner: fold(run.learner, events),
    seq: run.seq + events.length,
    types: [...run.types, ...facts.map(({ type }) => type)],
  };
}

function started(size: number): Run {
  const queue = drill(emptyLearner, library, at(0), { filter: {}, seed: 3 }).slice(0, size);
  const run = { session: 'one', seed: 3, mode: 'drill', filter: {}, queue, clock: at(0) } as const;
  const { session, facts } = startSession(run);
  const events = facts.map((fact, i) => happened(i + 1, at(0), fact));
  return { session, learner: fold(emptyLearner, events), seq: events.length, types: [] };
}

const itemOf = (session: Session): Item => {
  if (session.phase === 'done') throw new Error('the session is done');
  return session.item;
};

const answerEvent = (run: Run, right: boolean | null, minutes: number): SessionEvent => ({
  type: 'answered',
  scenario: sampleSingle(itemOf(run.session).scenario),
  response: right === null ? null : { kind: 'single', chosen: right ? 'a' : 'b' },
  confidence: 'fairly-sure',
  language: 'en',
  learner: run.learner,
  clock: at(minutes),
});

const answer = (run: Run, right: boolean | null, minutes = 1): Run =>
  after(run, answerEvent(run, right, minutes), at(minutes));
const next = (run: Run): Run => after(run, { type: 'next', clock: at(2) }, at(2));
const undo = (run: Run): Run => after(run, { type: 'undo', clock: at(2) }, at(2));
const stop = (run: Run): Run => after(run, { type: 'stopped', clock: at(2) }, at(2));
const answerAll = (run: Run, ...rights: boolean[]): Run =>
  rights.reduce((now, right) => next(answer(now, right)), run);

const showing = ({ session }: Run): Showing => {
  if (session.phase !== 'showing') throw new Error(`the session is ${session.phase}`);
  return session;
};

describe('a session', () => {
  test('asks, shows and goes on to its end, which it records', () => {
    const asked = started(2);
    expect(asked.session).toMatchObject({ phase: 'asking', startedAt: at(0).at });
    const shown = answer(asked, true);
    expect(shown.session).toMatchObject({
      phase: 'showing',
      verdict: { right: true, earned: 1, total: 1 },
      rating: 'good',
    });
    const done = answerAll(next(shown), true);
    expect(done.session).toMatchObject({ phase: 'done', stoppedAt: null });
    expect(done.types).toEqual(['answered', 'answered', 'session-ended']);
    expect(done.learner.session).toBeNull();
  });

  test('records the facts of an answer, latency within an hour', () => {
    const run = started(2);
    const { facts } = step(run.session, answerEvent(run, false, 1));
    expect(facts).toMatchObject([
      { right: false, response: { chosen: 'b' }, latency: 60_000, keyRev: 'k1', mode: 'drill' },
    ]);
    expect(step(run.session, answerEvent(run, null, 600)).facts).toMatchObject([
      { right: false, response: null, confidence: null, latency: 3_600_000 },
    ]);
    expect(step(run.session, answerEvent(run, true, -5)).facts).toMatchObject([{ latency: 0 }]);
  });

  test('says the same next date as the learner has afterwards', () => {
    const shown = answer(started(2), true);
    const { item, due } = showing(shown);
    const state = [...shown.learner.concepts].find(([key]) => key.endsWith(item.concept))?.[1];
    expect(state && dueDay(state.memory)).toBe(due);
    const overruled = after(shown, { type: 'overruled', rating: 'easy' }, at(2));
    const easy = [...overruled.learner.concepts.values()].map(({ memory }) => dueDay(memory));
    expect(easy).toEqual([showing(overruled).due]);
    expect(easy).not.toEqual([due]);
  });

  test('without a question is done at once', () => {
    const none = { session: 'one', seed: 1, mode: 'study', filter: {}, queue: [] } as const;
    expect(startSession({ ...none, clock: at(0) })).toMatchObject({
      session: { phase: 'done' },
      facts: [],
    });
  });
});

/** The concepts and scenarios asked, when those at the given places are missed. */
const asked = (size: number, misses: readonly number[]): string[] => {
  let run = started(size);
  const keys: string[] = [];
  while (run.session.phase !== 'done') {
    const { concept, scenario } = itemOf(run.session);
    keys.push(`${concept}/${scenario}`);
    run = next(answer(run, !misses.includes(keys.length - 1)));
  }
  return keys;
};

describe('a missed concept', () => {
  test('comes back once, after eight others, as another scenario', () => {
    const plain = asked(12, []);
    const missed = asked(12, [0, 9]);
    expect(missed).toHaveLength(13);
    expect(missed.filter((_, i) => i !== 9)).toEqual(plain);
    expect(missed[9]).toBe(plain[0]?.replace('s0', 's1'));
  });

  test('comes back after all that are left when they are fewer', () => {
    expect(asked(3, [1]).map((key) => key.slice(-2))).toEqual(['s0', 's0', 's0', 's1']);
  });

  test('waits for the next session when nothing is left', () => {
    expect(asked(3, [2])).toHaveLength(3);
  });

  test('waits for its turn where it is to come anyway', () => {
    const size = 14 * 3;
    expect(asked(size, [0])).toHaveLength(size);
  });
});

describe('undo', () => {
  test('goes back to each question as it was, however far', () => {
    const start = started(12);
    const one = next(answer(start, false));
    const two = answer(one, true);
    const back = undo(two);
    expect(back.session).toEqual({ ...one.session, startedAt: at(2).at });
    const first = undo(back);
    expect(first.session).toEqual({ ...start.session, startedAt: at(2).at });
    expect(undo(first).session).toBe(first.session);
    expect(first.types).toEqual(['answered', 'answered', 'undone', 'undone']);
  });

  test('names the answers that it takes back', () => {
    const two = answer(answerAll(started(3), true), true);
    const { facts } = step(two.session, { type: 'undo', clock: at(2) });
    expect(facts).toEqual([{ type: 'undone', ref: { writer: 'writer0001', seq: 3 } }]);
  });

  test('reopens a session that is over, or was stopped', () => {
    const over = undo(answerAll(started(2), true, true));
    expect(over.session).toMatchObject({ phase: 'asking', turns: [{}] });
    expect(over.types.slice(2)).toEqual(['session-ended', 'undone', 'undone']);
    const halfway = answerAll(started(3), true);
    const stopped = stop(halfway);
    expect(stopped.session).toMatchObject({ phase: 'done', turns: [{}] });
    expect(undo(stopped).session).toEqual({ ...halfway.session, startedAt: at(2).at });
    expect(undo(stopped).types).toEqual(['answered', 'session-ended', 'undone']);
    const atVerdict = undo(stop(answer(started(3), true)));
    expect(atVerdict.session).toMatchObject({ phase: 'asking', turns: [{}] });
  });
});

const suspend = (run: Run, concept: string): Run =>
  after(
    run,
    {
      type: 'marked',
      fact: { type: 'suspended', target: { pack: 'pack', concept }, on: true },
      clock: at(2),
    },
    at(2),
  );

describe('what is suspended or buried', () => {
  test('is not asked: the present question gives way to the next', () => {
    const run = started(3);
    const left = suspend(run, itemOf(run.session).concept);
    expect(left.session).toMatchObject({ phase: 'asking', turns: [], startedAt: at(2).at });
    expect(itemOf(left.session)).not.toEqual(itemOf(run.session));
  });

  test('does not come back after a miss, or by an undo', () => {
    const missed = answer(started(2), false);
    const run = next(suspend(missed, itemOf(missed.session).concept));
    const other = itemOf(run.session).concept;
    expect(answerAll(run, true).session.phase).toBe('done');
    expect(itemOf(undo(run).session).concept).toBe(other);
  });

  test('ends the session when it was the last', () => {
    const run = started(1);
    const done = suspend(run, itemOf(run.session).concept);
    expect(done.session.phase).toBe('done');
    expect(done.types).toEqual(['suspended', 'session-ended']);
  });

  test('a flag or note changes nothing but the record', () => {
    const run = started(2);
    const fact = { type: 'noted', target: { pack: 'pack', concept: 'c0' }, text: 'x' } as const;
    const marked = step(run.session, { type: 'marked', fact, clock: at(2) });
    expect(marked.session).toBe(run.session);
    expect(marked.facts).toEqual([fact]);
  });
});

describe('an event that comes late, twice or too early', () => {
  const asking = started(3);
  const shown = answer(asking, true);
  const done = answerAll(started(1), true);
  const unrecorded = step(asking.session, answerEvent(asking, true, 1)).session;
  const other = { ...answerEvent(asking, true, 1), scenario: sampleSingle('elsewhere') };
  const half = {
    ...answerEvent(asking, true, 1),
    response: { kind: 'single', chosen: '' },
  } as const;

  test.each<[string, Session, SessionEvent]>([
    ['a second answer', shown.session, answerEvent(asking, true, 1)],
    ['an answer to another question', asking.session, other],
    ['an incomplete answer', asking.session, half],
    ['next before the answer', asking.session, { type: 'next', clock: at(1) }],
    ['next after the end', done.session, { type: 'next', clock: at(1) }],
    ['undo at the start', asking.session, { type: 'undo', clock: at(1) }],
    ['undo before it is recorded', unrecorded, { type: 'undo', clock: at(1) }],
    ['overruling before it is recorded', unrecorded, { type: 'overruled', rating: 'easy' }],
    ['overruling with the same rating', shown.session, { type: 'overruled', rating: 'good' }],
    ['overruling a question', asking.session, { type: 'overruled', rating: 'easy' }],
    ['stopping twice', done.session, { type: 'stopped', clock: at(1) }],
    ['a record of nothing new', shown.session, { type: 'recorded', events: [] }],
  ])('%s changes nothing', (_, session, event) => {
    const stepped = step(session, event);
    expect(stepped.session).toBe(session);
    expect(stepped.facts).toEqual([]);
  });
});
