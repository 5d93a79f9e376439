import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEvent, parseEvent } from '#core/journal/codec.ts';
import { effective } from '#core/journal/effective.ts';
import type { AnyEvent, Fact } from '#core/journal/event.ts';
import { canFold, foldOn, replay } from '#core/journal/learner.ts';
import { emptyLearner, type Learner } from '#core/journal/learner-state.ts';
import { readLearner, writeLearner } from '#core/journal/learner-text.ts';
import { confidences } from '#core/answer/response.ts';
import { ratings } from '#core/memory/rating.ts';
import { instant, type Clock } from '#core/time.ts';
import { resume, sessionQueue } from './resume.ts';
import { samplePack, sampleSingle, withConcept } from './sample.ts';
import { startSession, step } from './session.ts';
import type { Session, SessionEvent } from './session-state.ts';

const library = [
  withConcept(samplePack({ concepts: 14, scenarios: 2 }), 'c3', { confusable: ['c4'] }),
  samplePack({ uid: 'other', concepts: 3, scenarios: 1 }),
];

/** What a learner may do next. */
const forward = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      right: fc.constantFrom(true, true, false, null),
      confidence: fc.constantFrom(...confidences),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('overrule' as const),
      rating: fc.constantFrom(...ratings),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('mark' as const),
      as: fc.constantFrom('flagged' as const, 'suspended' as const, 'buried' as const),
      concept: fc.nat({ max: 13 }),
      on: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('set' as const),
      key: fc.constantFrom('dayStart', 'newPerDay', 'minutesPerDay'),
      value: fc.integer({ min: 1, max: 300 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('stop' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('wait' as const), hours: fc.nat({ max: 100 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('travel' as const),
      offset: fc.constantFrom(-480, -420, 0, 60, 120, 540),
    }),
  },
);
/**
 * The same, with clocks that are set back: another tab then writes before what is written. And the memory is found to
 * be another, which the app does between sessions alone, since the order of an open one goes by it.
 */
const anyCommand = fc.oneof(
  { weight: 15, arbitrary: forward },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('fit' as const),
      decay: fc.constantFrom(-0.5, 0, 0.25),
      growth: fc.constantFrom(0, 0.5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('set back' as const), hours: fc.nat({ max: 60 }) }),
  },
);
type Command = typeof anyCommand extends fc.Arbitrary<infer T> ? T : never;

/** What the app does, without the app: a journal, a learner that follows it, a session. */
class Live {
  readonly journal: AnyEvent[] = [];
  learner: Learner = emptyLearner;
  session: Session | null = null;
  clock: Clock = { at: instant(Date.UTC(2026, 9, 24, 20, 0)), offset: 120 };
  replays = 0;
  private writer = 0;
  private seq = 0;
  private sessions = 0;

  record(facts: readonly Fact[]): AnyEvent[] {
    const events = facts.map((fact): AnyEvent => {
      this.seq += 1;
      const writer = `writer${String(this.writer).padStart(4, '0')}`;
      return { ...fact, ...this.clock, writer, seq: this.seq, epoch: 0 };
    });
    this.journal.push(...events);
    if (canFold(this.learner, events)) this.learner = foldOn(this.learner, effective(events));
    else {
      this.learner = replay(effective(this.journal));
      this.replays += 1;
    }
    return events;
  }

  send(event: SessionEvent): void {
    if (this.session === null) return;
    const { session, facts } = step(this.session, event);
    this.session = step(session, { type: 'recorded', events: this.record(facts) }).session;
  }

  start(): void {
    const { learner, clock } = this;
    this.sessions += 1;
    const mode = this.sessions % 3 === 0 ? 'drill' : 'study';
    const filter = mode === 'drill' ? { size: 12 } : { minutes: 10 };
    const plan = { session: `s${this.sessions}`, seed: this.sessions * 7, mode, filter } as const;
    const queue = sessionQueue(learner, library, clock, plan);
    const { session, facts } = startSession({ ...plan, queue, clock });
    this.session = session;
    this.record(facts);
  }

  pass(millis: number): void {
    this.clock = { ...this.clock, at: instant(this.clock.at + millis) };
  }

  do(command: Command): void {
    this.pass(20_000);
    if (this.session === null || this.session.phase === 'done') this.start();
    if (this.session?.phase === 'showing' && command.type === 'answer')
      this.send({ type: 'next', clock: this.clock });
    switch (command.type) {
      case 'answer':
        return this.answer(command.right, command.confidence);
      case 'undo':
        return this.send({ type: 'undo', clock: this.clock });
      case 'overrule':
        return this.send({ type: 'overruled', rating: command.rating });
      case 'mark': {
        const target = { pack: 'pack', concept: `c${command.concept}` };
        const fact = { type: command.as, target, on: command.on };
        return this.send({ type: 'marked', fact, clock: this.clock });
      }
      case 'set':
        this.record([{ type: 'setting', key: command.key, value: command.value }]);
        return undefined;
      case 'fit': {
        const { decay, growth } = command;
        const value = { first: 0, decay, growth, lapse: 0 };
        this.record([{ type: 'setting', key: 'personal', value }]);
        return undefined;
      }
      case 'stop':
        return this.send({ type: 'stopped', clock: this.clock });
      case 'wait':
        return this.pass(command.hours * 3_600_000);
      case 'travel':
        this.clock = { ...this.clock, offset: command.offset };
        return undefined;
      case 'set back':
        this.pass(-command.hours * 3_600_000);
        this.writer += 1;
        this.seq = 0;
    }
  }

  private answer(right: boolean | null, confidence: (typeof confidences)[number]): void {
    if (this.session?.phase !== 'asking') return;
    this.send({
      type: 'answered',
      scenario: sampleSingle(this.session.item.scenario),
      response: right === null ? null : { kind: 'single', chosen: right ? 'a' : 'b' },
      confidence,
      language: 'en',
      learner: this.learner,
      clock: this.clock,
    });
  }
}

const live = (commands: readonly Command[]): Live => {
  const run = new Live();
  for (const each of commands) run.do(each);
  return run;
};

const throughText = (events: readonly AnyEvent[]): AnyEvent[] =>
  events.map((event) => {
    const read = parseEvent(formatEvent(event));
    if (read === undefined) throw new Error('an event was lost');
    return read;
  });

describe('living through it', () => {
  test('gives the learner that a replay of the journal gives, through text and back', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 80 }), (commands) => {
        const run = live(commands);
        expect(replay(effective(throughText(run.journal)))).toEqual(run.learner);
        expect(readLearner(writeLearner(run.learner))).toEqual(run.learner);
      }),
      { numRuns: 150 },
    );
  });

  test('needs a replay only for what reaches back', () => {
    const right = { type: 'answer', right: true, confidence: 'certain' } as const;
    const run = live([
      ...Array.from({ length: 30 }, () => right),
      { type: 'overrule', rating: 'easy' },
    ]);
    expect(run.replays).toBe(0);
    run.do({ type: 'undo' });
    expect(run.replays).toBe(1);
  });
});

describe('a reload', () => {
  test('resumes the session where it was: the same questions to come, the same way back', () => {
    fc.assert(
      fc.property(fc.array(forward, { minLength: 1, maxLength: 60 }), (commands) => {
        const run = live(commands);
        if (run.session?.phase === 'showing') run.send({ type: 'next', clock: run.clock });
        const learner = readLearner(writeLearner(run.learner)) ?? emptyLearner;
        const resumed = resume(learner, library, run.clock);
        const isOpen = run.session !== null && run.session.phase !== 'done';
        expect(resumed).toEqual(isOpen ? { ...run.session, startedAt: run.clock.at } : null);
      }),
      { numRuns: 150 },
    );
  });
});
