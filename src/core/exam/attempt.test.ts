import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refOf, type Event, type Fact } from '#core/journal/event.ts';
import { instant } from '#core/time.ts';
import {
  afterwards,
  isOfExam,
  isOver,
  leftAt,
  tookMillis,
  usedAt,
  type Attempt,
} from './attempt.ts';
import { attemptsAfter, attemptsOf, emptyFold } from './attempts.ts';
import { questionKey } from './pool.ts';
import { after, answerFact, chose, questionAt, sampleForm, START, started } from './sample.ts';

const MINUTE = 60_000;
const form = sampleForm();
const key = (place: number) => questionKey(questionAt(form, place));

const only = (...events: readonly Event[]): Attempt => {
  const [attempt, ...rest] = attemptsOf(events);
  if (attempt === undefined || rest.length > 0) throw new Error('not one attempt');
  return attempt;
};

const given = (attempt: Attempt, place: number) => attempt.answers.get(key(place))?.response;
const at = (minutes: number, measured = 0) => ({
  at: instant(START + minutes * MINUTE),
  measured,
});

describe('an attempt', () => {
  test('holds the last answer to each question, and all the time spent on it', () => {
    const attempt = only(
      started(),
      after(1, answerFact(0, 'a')),
      after(2, answerFact(1, 'b')),
      after(3, answerFact(0, 'c')),
    );
    expect([given(attempt, 0), given(attempt, 1), given(attempt, 2)]).toEqual([
      chose('c'),
      chose('b'),
      undefined,
    ]);
    expect(attempt.answers.get(key(0))?.millis).toBe(MINUTE);
  });

  test('can take an answer back', () => {
    const attempt = only(started(), after(1, answerFact(0)), after(2, answerFact(0, null)));
    expect(given(attempt, 0)).toBeNull();
  });

  test('knows nothing of questions that are not on its form, or of exams that were never started', () => {
    const attempt = only(
      started(),
      after(1, answerFact(9)),
      after(2, answerFact(1, 'a', { exam: 'other' })),
    );
    expect(attempt.answers.size).toBe(0);
  });

  test('that a newer Mondo has started is passed over', () => {
    expect(
      attemptsOf([after(0, { type: 'exam-started', exam: 'exam', form: { format: 9 } })]),
    ).toEqual([]);
  });

  test('keeps the flags that were put while it ran, not those of before', () => {
    const flagged = (minutes: number, place: number, on = true) =>
      after(minutes, {
        type: 'flagged',
        target: { pack: 'pack', concept: `c${place}`, scenario: 's0' },
        on,
      });
    const attempt = only(
      flagged(-5, 0),
      started(),
      flagged(1, 1),
      flagged(2, 2),
      flagged(3, 2, false),
      after(4, { type: 'exam-submitted', exam: 'exam', timedOut: false }),
      flagged(5, 3),
    );
    expect([...attempt.flagged]).toEqual([key(1)]);
  });

  test('takes causes and verdicts of its questions', () => {
    const answer = after(1, answerFact(0));
    const reviewed = after(20, {
      ...answerFact(0),
      type: 'answered',
      right: true,
      session: 'exam',
      mode: 'exam',
    });
    const attempt = only(
      started(),
      answer,
      after(4, { type: 'exam-submitted', exam: 'exam', timedOut: false }),
      reviewed,
      after(21, { type: 'miss-cause', ref: refOf(answer), cause: 'misread' }),
      after(22, { type: 'miss-cause', ref: refOf(answer), cause: 'guessed' }),
      after(23, { type: 'miss-cause', ref: refOf(answer), cause: 'something new' }),
    );
    expect([...attempt.causes]).toEqual([[key(0), 'guessed']]);
    expect([...attempt.reviewed]).toEqual([[key(0), true]]);
  });
});

describe('the end of an attempt', () => {
  test('takes no answer after it was handed in', () => {
    const attempt = only(
      started(),
      after(1, answerFact(0, 'a')),
      after(2, { type: 'exam-submitted', exam: 'exam', timedOut: false }),
      after(3, answerFact(0, 'b')),
      after(3, answerFact(1, 'b')),
    );
    expect([given(attempt, 0), given(attempt, 1)]).toEqual([chose('a'), null]);
    expect(tookMillis(attempt)).toBe(2 * MINUTE);
  });

  test('takes no answer after its time, even when nobody handed it in', () => {
    const attempt = only(
      started(),
      after(9, answerFact(0, 'a')),
      after(10.05, answerFact(1, 'b')),
      after(10.2, answerFact(0, 'c')),
      after(10.2, answerFact(2, 'c')),
    );
    // What stood chosen when time ran out may have been written some seconds later.
    expect([0, 1, 2].map((place) => given(attempt, place))).toEqual([chose('a'), chose('b'), null]);
  });

  test('counts once, the first time', () => {
    const attempt = only(
      started(),
      after(3, { type: 'exam-submitted', exam: 'exam', timedOut: false }),
      after(10, { type: 'exam-submitted', exam: 'exam', timedOut: true }),
    );
    expect(attempt.end).toEqual({ at: START + 3 * MINUTE, timedOut: false });
  });

  test('comes by the clock, whether the page is open or not', () => {
    const attempt = only(started(), after(1, answerFact(0)));
    expect([0, 9.9, 10, 500].map((minutes) => isOver(attempt, at(minutes)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(leftAt(attempt, at(7))).toBe(3 * MINUTE);
  });

  test('comes later by the minutes that were added', () => {
    const attempt = only(started({ ...form, extraMinutes: 30 }));
    expect(leftAt(attempt, at(12))).toBe(28 * MINUTE);
  });
});

describe('a clock that is set', () => {
  test('back gives no time that an event has used', () => {
    const attempt = only(started(), after(6, answerFact(0)));
    expect(usedAt(attempt, at(-300))).toBe(6 * MINUTE);
  });

  test('back gives no time that the page has measured', () => {
    const attempt = only(started());
    expect(usedAt(attempt, at(-300, 4 * MINUTE))).toBe(4 * MINUTE);
  });

  test('back again and again gives no time that was spent on questions', () => {
    const attempt = only(
      started(),
      ...[0, 1, 2, 3].map((place) => after(1, answerFact(place, 'a', { latency: 2 * MINUTE }))),
    );
    expect(usedAt(attempt, at(1))).toBe(8 * MINUTE);
    const late = after(1, answerFact(0, 'b', { latency: 3 * MINUTE }));
    expect(
      given(
        only(
          started(),
          ...[0, 1, 2, 3].map((place) => after(1, answerFact(place, 'a', { latency: 2 * MINUTE }))),
          late,
        ),
        0,
      ),
    ).toEqual(chose('a'));
  });

  const set = (minutes: number, fact: Fact) => after(minutes, fact, 'writer0002');

  test('back before a new tab goes on loses no answer, no end and no cause, though they stand before the start', () => {
    const answer = set(-300, answerFact(1, 'b'));
    const attempt = only(
      set(-301, { type: 'miss-cause', ref: refOf(answer), cause: 'misread' }),
      answer,
      set(-299, { type: 'exam-submitted', exam: 'exam', timedOut: false }),
      set(-298, answerFact(2, 'c')),
      started(),
      after(1, answerFact(0, 'a')),
    );
    // What the tab before had written was there already; what the same tab writes after the end is late.
    expect([0, 1, 2].map((place) => given(attempt, place))).toEqual([chose('a'), chose('b'), null]);
    expect(attempt.end).toMatchObject({ timedOut: false });
    expect([...attempt.causes]).toEqual([[key(1), 'misread']]);
    expect(tookMillis(attempt)).toBe(MINUTE);
  });

  test('back is no reason to stamp an event before what it follows', () => {
    const attempt = only(started(), after(6, answerFact(0)));
    expect(afterwards(attempt, instant(START + 7 * MINUTE))).toBe(START + 7 * MINUTE);
    expect(afterwards(attempt, instant(START - 300 * MINUTE))).toBe(START + 6 * MINUTE + 1);
    expect(afterwards(attempt, instant(START + 6 * MINUTE))).toBe(START + 6 * MINUTE + 1);
  });

  test('forward uses the time up, as sleep does: nothing can tell them apart', () => {
    const attempt = only(started(), after(1, answerFact(0)));
    expect(isOver(attempt, at(60))).toBe(true);
    expect(given(attempt, 0)).toEqual(chose('a'));
  });

  test('anyhow never makes used time less, nor more than there is', () => {
    const minutes = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(minutes), minutes, minutes, (answers, now, measured) => {
        const events = answers
          .toSorted((a, b) => a - b)
          .map((each, i) => after(each, answerFact(i % 4)));
        const attempt = only(started(), ...events);
        const used = usedAt(attempt, at(now, measured * MINUTE));
        expect(used).toBeGreaterThanOrEqual(Math.min(10 * MINUTE, attempt.usedMillis));
        expect(used).toBeLessThanOrEqual(10 * MINUTE);
      }),
    );
  });
});

test('what is of an exam is all that the fold needs', () => {
  const events = [
    started(),
    after(1, answerFact(0)),
    after(2, { type: 'session-ended', session: 'study' }),
    after(3, { ...answerFact(1), type: 'answered', right: true, session: 's', mode: 'study' }),
    after(4, { type: 'exam-submitted', exam: 'exam', timedOut: true }),
  ];
  expect(attemptsOf(events.filter(isOfExam))).toEqual(attemptsOf(events));
});

test('going on with a fold gives what all events give, and leaves the attempts alone that it does not touch', () => {
  const events = [
    started(form, 'other'),
    after(0.5, answerFact(0, 'd', { exam: 'other' })),
    after(1, { type: 'exam-submitted', exam: 'other', timedOut: false }),
    started(),
    after(2, answerFact(0)),
    after(3, {
      type: 'flagged',
      target: { pack: 'pack', concept: 'c1', scenario: 's0' },
      on: true,
    }),
    after(4, answerFact(0, 'b')),
    after(5, { type: 'exam-submitted', exam: 'exam', timedOut: false }),
    after(6, { ...answerFact(0), type: 'answered', right: false, session: 'exam', mode: 'exam' }),
  ];
  fc.assert(
    fc.property(fc.integer({ min: 4, max: events.length }), (cut) => {
      const fold = emptyFold();
      const before = attemptsAfter(fold, events.slice(0, cut));
      const kept = structuredClone(before);
      const whole = attemptsAfter(fold, events.slice(cut));
      expect(whole).toEqual(attemptsOf(events));
      expect(whole[0]).toBe(before[0]);
      expect(before).toEqual(kept);
    }),
  );
});
