import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import { review } from '#core/memory/schedule.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { anyEvents } from './arbitrary-events.ts';
import { effective } from './effective.ts';
import type { Event } from './event.ts';
import { emptyLearner, type Learner } from './learner-state.ts';
import { readLearner, writeLearner } from './learner-text.ts';
import { canFold, fold, foldOn, replay, unshared } from './learner.ts';

/** Answers to few questions with much around them: sessions, marks, notes, overruled ratings. */
const livelyEvents: fc.Arbitrary<Event[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'answer',
        'answer',
        'answer',
        'start',
        'end',
        'mark',
        'bury',
        'rate',
        'fit',
      ),
      concept: fc.constantFrom('c0', 'c1', 'c2'),
      scenario: fc.constantFrom('s0', 's1'),
      keyRev: fc.constantFrom('k1', 'k1', 'k2'),
      right: fc.boolean(),
      back: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 40 },
  )
  .map((steps) =>
    steps.map(({ kind, concept, scenario, keyRev, right, back }, i): Event => {
      const seq = i + 1;
      const clock = noon(100 + Math.floor(i / 5), i);
      const target = { pack: 'pack', concept };
      const ref = { writer: 'writer0001', seq: Math.max(1, seq - back) };
      switch (kind) {
        case 'start': {
          const started = { session: 'one', seed: i, mode: 'study', filter: {} } as const;
          return happened(seq, clock, { type: 'session-started', ...started });
        }
        case 'end':
          return happened(seq, clock, { type: 'session-ended', session: 'one' });
        case 'mark':
          return happened(seq, clock, { type: 'flagged', target, on: right });
        case 'bury':
          return happened(seq, clock, { type: 'buried', target, on: right });
        case 'rate':
          return happened(seq, clock, { type: 'overruled', ref, rating: right ? 'easy' : 'again' });
        case 'fit': {
          const value = { first: 0, decay: back / 10, growth: 0, lapse: 0 };
          return happened(seq, clock, { type: 'setting', key: 'personal', value });
        }
        case 'answer':
          return answered(seq, clock, { concept, scenario, keyRev, right });
      }
    }),
  );

const anyJournal = fc.oneof(
  livelyEvents,
  anyEvents.map((events) => effective(events)),
);

/** Cut into parts of the given sizes, over and over. */
function parts(events: readonly Event[], sizes: readonly number[]): Event[][] {
  const found: Event[][] = [];
  let at = 0;
  for (let i = 0; at < events.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    found.push(events.slice(at, at + size));
    at += size;
  }
  return found;
}

const anySizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 });

test('folding on gives what folding gives, event by event or many at once', () => {
  fc.assert(
    fc.property(anyJournal, anySizes, (events, sizes) => {
      let copied: Learner = emptyLearner;
      let live: Learner = emptyLearner;
      for (const part of parts(events, sizes)) {
        copied = fold(copied, part);
        live = foldOn(live, part);
        expect(live).toEqual(copied);
      }
      expect(emptyLearner.concepts.size + emptyLearner.recent.size).toBe(0);
    }),
  );
});

test('folding on gives what a replay gives wherever it is allowed, from a snapshot too', () => {
  fc.assert(
    fc.property(anyJournal, anySizes, (events, sizes) => {
      let before: Event[] = [];
      let live: Learner = emptyLearner;
      for (const part of parts(events, sizes)) {
        const base = readLearner(writeLearner(live)) ?? emptyLearner;
        const all = [...before, ...part];
        const isAllowed = canFold(live, part);
        expect(canFold(base, part)).toBe(isAllowed);
        const whole = replay(all);
        expect(isAllowed ? fold(base, part) : whole).toEqual(whole);
        live = whole;
        before = all;
      }
    }),
  );
});

test('a memory that is found to be another one holds for all answers, those before it included', () => {
  const value = { first: -0.5, decay: 0.2, growth: 0.1, lapse: 0.3 };
  const fit = happened(3, noon(105), { type: 'setting', key: 'personal', value });
  const answers = [answered(1, noon(100)), answered(2, noon(104), { right: false })];
  const learner = replay([...answers, fit]);
  const first = review(null, 'good', studyDay(100), value);
  expect(learner.settings.personal).toEqual(value);
  expect(learner.concepts.get(conceptKey('pack', 'c0'))?.memory).toEqual(
    review(first, 'again', studyDay(104), value),
  );
  expect(canFold(replay(answers), [fit])).toBe(false);
  const again = happened(4, noon(106), { type: 'setting', key: 'personal', value });
  expect(canFold(learner, [again])).toBe(true);
  expect(fold(learner, [again])).toEqual(replay([...answers, fit, again]));
});

test('a rating that was overruled while folding can be overruled again later', () => {
  const rated = (seq: number, rating: 'easy' | 'again'): Event =>
    happened(seq, noon(100, seq), {
      type: 'overruled',
      ref: { writer: 'writer0001', seq: 1 },
      rating,
    });
  const events = [answered(1, noon(100)), rated(2, 'easy')];
  const later = rated(3, 'again');
  expect(foldOn(replay(events), [later])).toEqual(replay([...events, later]));
});

test('a learner that was read from a text, or put together, stays as it was', () => {
  fc.assert(
    fc.property(livelyEvents, fc.nat({ max: 40 }), (events, cut) => {
      const text = writeLearner(replay(events.slice(0, cut)));
      const base = readLearner(text) ?? emptyLearner;
      const together = { ...base };
      const live = foldOn(foldOn(base, events.slice(cut)), []);
      expect(foldOn(together, events.slice(cut))).toEqual(live);
      expect(writeLearner(base)).toBe(text);
    }),
  );
});

test('a learner with Maps of its own is folded on without a copy, and the one before stays as it was', () => {
  const events = [answered(1, noon(100))];
  const base = readLearner(writeLearner(replay(events))) ?? emptyLearner;
  const own = unshared(base);
  const next = answered(2, noon(101), { concept: 'c1' });
  const live = foldOn(own, [next]);
  expect(live.concepts).toBe(own.concepts);
  expect(live).toEqual(replay([...events, next]));
  expect(base).toEqual(replay(events));
});

test('each answer makes a new learner, with new marks and a new session where they changed', () => {
  const target = { pack: 'pack', concept: 'c0' };
  const started = { session: 'one', seed: 1, mode: 'study', filter: {} } as const;
  const before = replay([happened(1, noon(100), { type: 'session-started', ...started })]);
  const { marks, session } = before;
  const after = foldOn(before, [
    answered(2, noon(100, 1)),
    happened(3, noon(100, 2), { type: 'flagged', target, on: true }),
  ]);
  expect(after).not.toBe(before);
  expect(after.concepts).toBe(before.concepts);
  expect(after.session).not.toBe(session);
  expect(after.marks).not.toBe(marks);
  expect(marks.flagged.size).toBe(0);
});
