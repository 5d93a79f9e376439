import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#core/time.ts';
import { anyEvents } from './arbitrary-events.ts';
import { effective } from './effective.ts';
import type { AnyEvent } from './event.ts';
import { planImport } from './merge.ts';
import { union } from './order.ts';
import { countOf } from './ranges.ts';

/** The events after the plan is carried out by a device whose clock is behind none. */
function carriedOut(mine: readonly AnyEvent[], theirs: readonly AnyEvent[]): AnyEvent[] {
  const merged = union(mine, theirs);
  const epoch = merged.reduce((most, event) => Math.max(most, event.epoch), 0);
  const facts = planImport(mine, theirs).facts.map((fact, i) => ({
    writer: 'importerrr',
    seq: i + 1,
    at: instant(8e12),
    offset: 0,
    epoch,
    ...fact,
  }));
  return union(merged, facts);
}

/** Journals without facts about undoing, clocks and epochs, of writers of their own. */
const plain = (letter: string) =>
  anyEvents.map((events) =>
    events
      .filter(({ type }) => !controls.includes(type))
      .map((event) => ({ ...event, epoch: 0, writer: event.writer.replace('w', letter) })),
  );
const controls = ['undone', 'imported', 'import-revoked', 'clock-corrected', 'epoch-started'];

test('an import adds all of theirs that counts, and takes nothing of mine', () => {
  fc.assert(
    fc.property(plain('a'), plain('b'), (mine, theirs) => {
      const after = effective(carriedOut(mine, theirs)).filter(({ type }) => type !== 'imported');
      expect(after).toEqual(union(effective(mine), effective(theirs)));
    }),
  );
});

test('an import of what counts already plans nothing', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      expect(planImport(events, events)).toMatchObject({ added: [], facts: [] });
    }),
  );
});

test('the plan names what it brings, and counts the answers in it', () => {
  fc.assert(
    fc.property(plain('a'), (theirs) => {
      const { added, brought, answers } = planImport([], theirs);
      expect(added).toHaveLength(theirs.length);
      expect(countOf(brought)).toBe(theirs.length);
      const given = theirs.filter(({ type }) => type === 'answered' || type === 'exam-answered');
      expect(answers).toBe(given.length);
    }),
  );
});
