import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import { anyEvents } from '#core/journal/arbitrary-events.ts';
import { effective } from '#core/journal/effective.ts';
import type { Event } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import { finish } from '#core/journal/slices.ts';
import { modelOf, retrievability, review } from '#core/memory/schedule.ts';
import { strengthBy } from '#core/memory/strength.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { historiesOf, retracing, type Retraced } from './retrace.ts';

const guess = () => 0.25;
const retrace = (events: readonly Event[]): Retraced[] => finish(retracing(events));

const anyAnswers: fc.Arbitrary<Event[]> = fc
  .array(
    fc.record({
      concept: fc.constantFrom('c0', 'c1'),
      scenario: fc.constantFrom('s0', 's1'),
      right: fc.boolean(),
      days: fc.integer({ min: -2, max: 40 }),
      kind: fc.constantFrom('answer', 'answer', 'answer', 'overrule'),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    let day = 20_000;
    return steps.map(({ kind, days, ...facts }, i) => {
      day += days;
      const ref = { writer: 'writer0001', seq: i };
      return kind === 'answer'
        ? answered(i + 1, noon(day, i), facts)
        : happened(i + 1, noon(day, i), { type: 'overruled', ref, rating: 'hard' });
    });
  });

test('retracing rates and counts days as the fold does: the strengths are the same', () => {
  const some = fc.oneof(
    anyAnswers,
    anyEvents.map((events) => effective(events)),
  );
  fc.assert(
    fc.property(some, (events) => {
      const learner = replay(events);
      const answers = retrace(events);
      const keys = [...new Set(answers.map(({ concept }) => concept))];
      expect(keys).toEqual([...learner.concepts.keys()]);
      const model = modelOf(learner.settings.personal);
      finish(historiesOf(answers, guess)).forEach((history, i) => {
        const memory = learner.concepts.get(keys[i] ?? conceptKey('', ''))?.memory;
        const strength = strengthBy(model, history);
        expect((memory?.stability ?? 0) / (strength?.stability ?? 1)).toBeCloseTo(1, 4);
        expect(memory?.difficulty).toBeCloseTo(strength?.difficulty ?? 0, 4);
      });
    }),
  );
});

test('an answer knows how long its concept and its scenario have rested', () => {
  const answers = retrace([
    answered(1, noon(100)),
    answered(2, noon(104), { scenario: 's1' }),
    answered(3, noon(140)),
  ]);
  expect(answers.map(({ gap, rested }) => [gap, rested])).toEqual([
    [null, null],
    [4, null],
    [36, 40],
  ]);
});

test('the numbers of the learner are those that were known on the day', () => {
  const value = { first: 0.5, decay: 0, growth: 0, lapse: 0 };
  const answers = retrace([
    answered(1, noon(100)),
    happened(2, noon(101), { type: 'setting', key: 'personal', value }),
    answered(3, noon(102)),
  ]);
  expect(answers.map(({ personal }) => personal.first)).toEqual([0, 0.5]);
});

test('the prediction of an old answer is the same before and after a later fit', () => {
  const value = { first: 1, decay: 0.4, growth: 0.2, lapse: 0 };
  const events = [
    answered(1, noon(100)),
    answered(2, noon(104), { scenario: 's1' }),
    answered(3, noon(120)),
  ];
  const fit = happened(4, noon(121), { type: 'setting', key: 'personal', value });
  expect(retrace([...events, fit])).toEqual(retrace(events));
  const recall = retrace(events).map((answer) => answer.recall);
  expect(recall).toEqual([null, expect.any(Number), expect.any(Number)]);
});

test('memory promises as the fold would on the day, and nothing for what was answered on it before', () => {
  fc.assert(
    fc.property(anyAnswers, (events) => {
      const plain = events.filter(({ type }) => type === 'answered');
      retrace(plain).forEach(({ concept, day, gap, recall }, i) => {
        const memory = replay(plain.slice(0, i)).concepts.get(concept)?.memory;
        const isLater = memory !== undefined && (gap ?? 0) > 0;
        expect(recall === null).toBe(!isLater);
        expect(recall ?? 0).toBeCloseTo(isLater ? retrievability(memory, day) : 0, 4);
      });
    }),
  );
});

test('each answer is shown with the time that it took, the feedback before it counted in', () => {
  const [first, second, third] = retrace([
    answered(1, noon(100), { latency: 10_000 }),
    answered(2, noon(100, 1), { latency: 20_000 }),
    answered(3, noon(103), { scenario: 's1', session: 'two' }),
  ]);
  // Forty seconds went by with the feedback of the first.
  expect([first?.spent, second?.spent]).toEqual([10_000, 60_000]);
  expect(third?.spent).toBe(third?.event.latency);
});

test('an answer of a mock is shown with its own time, whatever was studied before', () => {
  const [, mock, after] = retrace([
    answered(1, noon(100), { latency: 10_000 }),
    answered(2, noon(100, 1), { session: 'exam', mode: 'exam', latency: 90_000 }),
    answered(3, noon(100, 2), { latency: 20_000 }),
  ]);
  expect(mock?.spent).toBe(90_000);
  // The time of the mock is no reading of feedback, beyond what the cap lets through.
  expect(after?.spent).toBe(20_000 + 90_000);
});

test('an overruled rating counts for the answers after it', () => {
  const ref = { writer: 'writer0001', seq: 1 };
  const events = [
    answered(1, noon(100)),
    happened(2, noon(100, 1), { type: 'overruled', ref, rating: 'easy' }),
    answered(3, noon(103)),
  ];
  const easy = review(null, 'easy', studyDay(100));
  expect(retrace(events)[1]?.recall).toBeCloseTo(retrievability(easy, studyDay(103)), 6);
});

test('every answer that counts is shown once, in order', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const counting = effective(events);
      expect(retrace(counting).map(({ event }) => event)).toEqual(
        counting.filter(({ type }) => type === 'answered'),
      );
    }),
  );
});
