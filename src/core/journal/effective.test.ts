import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shuffled, seeded } from '#core/random.ts';
import { instant } from '#core/time.ts';
import { anyEvents } from './arbitrary-events.ts';
import { effective, settling, visibility } from './effective.ts';
import type { AnyEvent, Fact, Range, UnknownFact } from './event.ts';
import { refOf } from './event.ts';

/** Events of one writer, a second apart. */
function journal(writer: string, facts: readonly (Fact | UnknownFact)[], epoch = 0): AnyEvent[] {
  return facts.map((fact, i) => ({
    writer,
    seq: i + 1,
    at: instant(1000 * (i + 1)),
    offset: 0,
    epoch,
    ...fact,
  }));
}

const ended = (session: string): Fact => ({ type: 'session-ended', session });
const undo = (seq: number, writer = 'a'): Fact => ({ type: 'undone', ref: { writer, seq } });
const all = (writer: string, last: number): Range => ({ writer, first: 1, last });

/** The sessions whose end counts. */
const sessions = (events: readonly AnyEvent[], base?: number): string[] =>
  effective(events, base).flatMap((event) =>
    event.type === 'session-ended' ? [event.session] : [],
  );

test('the order in which events come does not matter', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(), (events, seed) => {
      expect(effective(shuffled(events, seeded(seed)))).toEqual(effective(events));
    }),
  );
});

test('a long journal is settled in slices, so that a page can answer in between', () => {
  const events = journal(
    'a',
    Array.from({ length: 20_000 }, () => ended('s')),
  );
  let steps = 0;
  for (const work = settling(events); work.next().done !== true;) steps += 1;
  // Four passes over all of them, of 2,000 events a slice.
  expect(steps).toBeGreaterThanOrEqual(40);
});

describe('an undo', () => {
  test('takes an event back, and an undo of it brings the event back', () => {
    expect(sessions(journal('a', [ended('x'), ended('y'), undo(1)]))).toEqual(['y']);
    expect(sessions(journal('a', [ended('x'), ended('y'), undo(1), undo(3)]))).toEqual(['x', 'y']);
    const thrice = journal('a', [ended('x'), ended('y'), undo(1), undo(3), undo(4)]);
    expect(sessions(thrice)).toEqual(['y']);
  });

  test('given twice takes the event back once, and either undone leaves the other', () => {
    expect(sessions(journal('a', [ended('x'), undo(1), undo(1)]))).toEqual([]);
    expect(sessions(journal('a', [ended('x'), undo(1), undo(1), undo(2)]))).toEqual([]);
  });

  test('in a ring does nothing', () => {
    expect(sessions(journal('a', [undo(2), undo(1), ended('x')]))).toEqual(['x']);
    expect(sessions(journal('a', [undo(1), ended('x')]))).toEqual(['x']);
  });

  test('a hundred thousand deep is worked out without a deep stack', () => {
    const facts = [ended('x'), ...Array.from({ length: 100_000 }, (_, i) => undo(i + 1))];
    expect(sessions(journal('a', facts))).toEqual(['x']);
  });
});

describe('an epoch', () => {
  const before = journal('a', [ended('x')]);
  const start = journal('b', [{ type: 'epoch-started' }, ended('y')], 1);

  test('hides what was before it', () => {
    expect(sessions([...before, ...start])).toEqual(['y']);
  });

  test('that is undone hides its own, and brings the older one back', () => {
    const undone = journal('c', [undo(1, 'b')], 1);
    expect(sessions([...before, ...start, ...undone])).toEqual(['x']);
    expect(visibility([...before, ...start, ...undone])).toMatchObject({ epoch: 0, highest: 1 });
    const again = journal('d', [undo(1, 'c')], 0);
    expect(sessions([...before, ...start, ...undone, ...again])).toEqual(['y']);
  });

  test('holds though the event that started it is lost', () => {
    expect(sessions([...before, ...start.slice(1)])).toEqual(['y']);
  });

  test('stands before the end of a journal that says nothing of it', () => {
    expect(sessions(journal('a', [ended('x')], 2), 2)).toEqual(['x']);
    expect(sessions(before, 2)).toEqual([]);
  });
});

describe('an import', () => {
  const old = journal('a', [ended('x'), ended('z')]);
  const start = journal('b', [{ type: 'epoch-started' }], 1);
  const imported = journal('c', [{ type: 'imported', ranges: [all('a', 1)] }], 1);
  const revoke = (at: number): AnyEvent[] =>
    journal('d', [{ type: 'import-revoked', ranges: [all('a', 1)] }], 1).map((event) => ({
      ...event,
      at: instant(at),
    }));

  test('brings what it names into the present epoch, and only that', () => {
    expect(sessions([...old, ...start, ...imported])).toEqual(['x']);
  });

  test('that is revoked is gone, until it is imported again', () => {
    expect(sessions([...old, ...start, ...imported, ...revoke(5000)])).toEqual([]);
    expect(sessions([...old, ...start, ...imported, ...revoke(500)])).toEqual(['x']);
  });

  test('whose revocation is undone stands', () => {
    const [revoked] = revoke(5000);
    if (revoked === undefined) throw new Error('there is one');
    const undone = journal('e', [{ type: 'undone', ref: refOf(revoked) }], 1);
    expect(sessions([...old, ...start, ...imported, revoked, ...undone])).toEqual(['x']);
  });

  test('that is revoked takes its own undos with it', () => {
    const mine = journal('z', [ended('mine')]);
    const theirs = journal('a', [undo(1, 'z')]);
    expect(sessions([...mine, ...theirs])).toEqual([]);
    expect(
      sessions([...mine, ...theirs, ...revoke(5000).map((e) => ({ ...e, epoch: 0 }))]),
    ).toEqual(['mine']);
  });
});

const corrected = (shift: number): Fact => ({
  type: 'clock-corrected',
  corrects: 'a',
  from: 2,
  to: 3,
  shift,
});
const times = (events: readonly AnyEvent[]) =>
  effective(events).flatMap(({ type, at }) => (type === 'session-ended' ? [Number(at)] : []));

describe('time', () => {
  const facts = [ended('x'), ended('y'), ended('z')];

  test('is shifted where a clock was wrong', () => {
    const events = [...journal('a', facts), ...journal('b', [corrected(500)])];
    expect(times(events)).toEqual([1000, 2500, 3500]);
  });

  test('never runs back within a writer', () => {
    const events = [...journal('a', facts), ...journal('b', [corrected(-9000)])];
    expect(times(events)).toEqual([1000, 1000, 1000]);
  });

  test('goes back to what it was when the correction is undone', () => {
    const events = [...journal('a', facts), ...journal('b', [corrected(500), undo(1, 'b')])];
    expect(times(events)).toEqual([1000, 2000, 3000]);
  });
});

test('a fact of an unknown type is left out, but can be undone and imported like others', () => {
  const unknown: UnknownFact = { type: 'unknown', raw: { type: 'dreamt' } };
  expect(effective(journal('a', [unknown, ended('x')]))).toHaveLength(1);
});
