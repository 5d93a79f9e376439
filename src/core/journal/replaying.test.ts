import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import { anyEvents } from './arbitrary-events.ts';
import { effective } from './effective.ts';
import { replay } from './learner.ts';
import { replaying, type Moment } from './replaying.ts';
import { finish } from './slices.ts';
import type { Event } from './event.ts';

const key = conceptKey('pack', 'c0');

function momentsOf(events: readonly Event[]): Moment[] {
  const moments: Moment[] = [];
  finish(replaying(events, (moment) => void moments.push(moment)));
  return moments;
}

test('each answer is shown with what was known before it', () => {
  const events = [
    answered(1, noon(100), { latency: 10_000 }),
    answered(2, noon(100, 1), { latency: 20_000 }),
    answered(3, noon(103), { scenario: 's1', session: 'two' }),
  ];
  const [first, second, third] = momentsOf(events);
  expect(first).toMatchObject({ day: 100, key: 'pack/c0', spent: 10_000 });
  expect([first?.concept, first?.seen]).toEqual([undefined, undefined]);
  // Forty seconds went by with the feedback of the first.
  expect(second).toMatchObject({ concept: { answers: 1 }, seen: { answers: 1 }, spent: 60_000 });
  expect(third?.concept).toEqual(replay(events.slice(0, 2)).concepts.get(key));
  expect(third?.seen).toBeUndefined();
});

test('an answer of a mock is shown with its own time, whatever was studied before', () => {
  const [, mock] = momentsOf([
    answered(1, noon(100), { latency: 10_000 }),
    answered(2, noon(100, 1), { session: 'exam', mode: 'exam', latency: 90_000 }),
  ]);
  expect(mock?.spent).toBe(90_000);
});

test('an overruled rating counts for the answers after it', () => {
  const events = [
    answered(1, noon(100)),
    happened(2, noon(100, 1), {
      type: 'overruled',
      ref: { writer: 'writer0001', seq: 1 },
      rating: 'easy',
    }),
    answered(3, noon(103)),
  ];
  const memory = replay(events.slice(0, 2)).concepts.get(key)?.memory;
  expect(momentsOf(events)[1]?.concept?.memory).toEqual(memory);
});

test('every answer that counts is shown once, in order', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const counting = effective(events);
      expect(momentsOf(counting).map(({ event }) => event)).toEqual(
        counting.filter(({ type }) => type === 'answered'),
      );
    }),
  );
});
