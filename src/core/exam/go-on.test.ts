import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effective, visibility } from '#core/journal/effective.ts';
import type { Event, Fact } from '#core/journal/event.ts';
import { formJson } from './form.ts';
import { attemptsAfter, attemptsOf, emptyFold } from './attempts.ts';
import { canGoOn } from './go-on.ts';
import { after, answerFact, sampleForm, started } from './sample.ts';

const form = formJson(sampleForm());

const start = started();
const given = after(1, answerFact(0));
const folded = { last: given, epoch: 0 };
const undo: Fact = { type: 'undone', ref: { writer: given.writer, seq: given.seq } };

describe('a fold of attempts goes on', () => {
  test('with what comes after all of it', () => {
    expect(canGoOn(folded, [after(2, answerFact(1)), after(3, answerFact(2))])).toBe(true);
    expect(canGoOn(folded, [])).toBe(true);
  });

  test.each<[string, typeof folded | { last: null; epoch: number }, Event[]]>([
    ['nothing is in it yet', { last: null, epoch: 0 }, [start]],
    ['something came before its end', folded, [after(2, answerFact(1)), after(0.5, answerFact(2))]],
    ['an exam is started', folded, [after(2, { type: 'exam-started', exam: 'other', form })]],
    ['what is in it is undone', folded, [after(2, undo)]],
    ['an import names what may be in it', folded, [after(2, { type: 'imported', ranges: [] })]],
    ['an import is revoked', folded, [after(2, { type: 'import-revoked', ranges: [] })]],
    ['another epoch has begun', folded, [{ ...after(2, answerFact(1)), epoch: 1 }]],
    ['it is of an epoch that is over', { ...folded, epoch: 1 }, [after(2, answerFact(1))]],
  ])('not when %s', (_, so, fresh) => {
    expect(canGoOn(so, fresh)).toBe(false);
  });

  test('only where that gives the same as a fold of everything', () => {
    const facts = fc.oneof(
      fc.constantFrom('exam', 'other').map((exam): Fact => ({ type: 'exam-started', exam, form })),
      fc
        .record({ exam: fc.constantFrom('exam', 'other'), place: fc.nat({ max: 3 }) })
        .map(({ exam, place }): Fact => ({ ...answerFact(place), exam })),
      fc
        .constantFrom('exam', 'other')
        .map((exam): Fact => ({ type: 'exam-submitted', exam, timedOut: false })),
      fc.record({ place: fc.nat({ max: 3 }), on: fc.boolean() }).map(({ place, on }): Fact => ({
        type: 'flagged',
        target: { pack: 'pack', concept: `c${place}`, scenario: 's0' },
        on,
      })),
      fc.constant<Fact>({ type: 'undone', ref: { writer: 'writer0001', seq: 0 } }),
    );
    const event = fc.record({
      fact: facts,
      minutes: fc.nat({ max: 6 }),
      back: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.nat({ max: 12 }), (drawn, at) => {
        const writer = (seq: number) => `writer000${1 + (seq % 2)}`;
        const latest = new Map<string, number>();
        // Time never runs back within a writer.
        const stamped = (by: string, minutes: number): number => {
          const stamp = Math.max(minutes, latest.get(by) ?? 0);
          latest.set(by, stamp);
          return stamp;
        };
        const events = drawn.map(({ fact: one, minutes, back }, i): Event => {
          const seq = i + 1;
          // Nobody takes back what is not there yet.
          const undoes = { writer: writer(seq - back), seq: seq - back };
          const fact = one.type === 'undone' ? { ...one, ref: undoes } : one;
          return { ...after(stamped(writer(seq), minutes), fact, writer(seq)), seq };
        });
        const [before, fresh] = [events.slice(0, at), events.slice(at)];
        const counted = effective(before);
        const fold = emptyFold();
        attemptsAfter(fold, counted);
        const { epoch } = visibility(before);
        fc.pre(canGoOn({ last: counted.at(-1) ?? null, epoch }, fresh));
        expect(attemptsAfter(fold, effective(fresh, epoch))).toEqual(attemptsOf(effective(events)));
      }),
      { numRuns: 2000 },
    );
  });
});
