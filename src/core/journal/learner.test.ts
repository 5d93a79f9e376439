import { describe, expect, test } from 'vitest';
import { conceptKey, scenarioKey } from '#core/ids.ts';
import { answerFact } from '#core/exam/sample.ts';
import { dueDay, review } from '#core/memory/schedule.ts';
import { answered, happened, noon } from '#core/study/sample.ts';
import { formatDay, instant, studyDay } from '#core/time.ts';
import type { Event, Json } from './event.ts';
import { beforeSession, dayCount, isLeftOut, secondsPerAnswer } from './learner-state.ts';
import { fold, replay } from './learner.ts';

const c0 = conceptKey('pack', 'c0');
const s0 = scenarioKey('pack', 'c0', 's0');

const ref = (seq: number) => ({ writer: 'writer0001', seq });

describe('an answer', () => {
  test('moves the memory of its concept by the rating of the mapping', () => {
    const learner = replay([
      answered(1, noon(100)),
      answered(2, noon(103), { scenario: 's1', confidence: 'guessing' }),
    ]);
    const first = review(null, 'good', studyDay(100));
    expect(learner.concepts.get(c0)).toEqual({
      memory: review(first, 'hard', studyDay(103)),
      answers: 2,
      right: 2,
      lapses: 0,
      lastRight: true,
      lastScenario: 's1',
      misconception: null,
    });
  });

  test('that is right on a scenario seen within a week is Hard', () => {
    const learner = replay([answered(1, noon(100)), answered(2, noon(103))]);
    expect(learner.concepts.get(c0)?.memory).toEqual(
      review(review(null, 'good', studyDay(100)), 'hard', studyDay(103)),
    );
  });

  test('that is wrong lapses, and "I don\'t know" confuses nothing', () => {
    const learner = replay([
      answered(1, noon(100)),
      answered(2, noon(101), { right: false }),
      answered(3, noon(102), { right: false, response: null, confidence: null }),
    ]);
    expect(learner.concepts.get(c0)).toMatchObject({ lapses: 2, lastRight: false, right: 1 });
    expect(learner.scenarios.get(s0)?.wrong).toEqual({
      times: 1,
      lastDay: 101,
      chosen: [['b', 1]],
    });
  });

  test('is counted on its study day, with the time since the answer before in the same session', () => {
    const learner = replay([
      answered(1, noon(100)),
      answered(2, noon(100, 1), { concept: 'c1', right: false }),
      answered(3, noon(100, 30), { concept: 'c1' }),
      answered(4, noon(100, 60), { concept: 'c1', session: 'two' }),
    ]);
    // 20 s; a minute; 20 s and the most that reading may take; 20 s alone at the start of another session.
    expect(dayCount(learner, studyDay(100))).toEqual({
      answers: 4,
      right: 3,
      introduced: 2,
      millis: 20_000 + 60_000 + 110_000 + 20_000,
    });
    expect(dayCount(learner, studyDay(99)).answers).toBe(0);
  });

  test('under another key starts the evidence anew, but it was seen all the same', () => {
    const learner = replay([
      answered(1, noon(100), { right: false }),
      answered(2, noon(120), { keyRev: 'k2' }),
    ]);
    expect(learner.scenarios.get(s0)).toEqual({
      keyRev: 'k2',
      answers: 1,
      right: 1,
      lastDay: 120,
      lastTurn: 2,
      lastRight: true,
      firstRight: true,
      wrong: null,
    });
  });

  test.each([
    ['03:59 in Tokyo', Date.UTC(2026, 10, 22, 18, 59), 540, '2026-11-22'],
    ['04:00 in Tokyo', Date.UTC(2026, 10, 22, 19, 0), 540, '2026-11-23'],
    [
      '03:59 in New York before the clocks go back',
      Date.UTC(2026, 9, 31, 7, 59),
      -240,
      '2026-10-30',
    ],
    ['03:59 in New York after it', Date.UTC(2026, 10, 1, 8, 59), -300, '2026-10-31'],
    ['04:00 in New York after it', Date.UTC(2026, 10, 1, 9, 0), -300, '2026-11-01'],
  ])('at %s belongs to its local study day', (_, millis, offset, date) => {
    const learner = replay([answered(1, { at: instant(millis), offset })]);
    const [day] = learner.days.keys();
    expect(formatDay(day ?? studyDay(0))).toBe(date);
  });

  test('after a clock was set back is of the same day for its memory', () => {
    const learner = replay([answered(1, noon(100)), answered(2, noon(90), { scenario: 's1' })]);
    expect(learner.concepts.get(c0)?.memory).toEqual(
      review(review(null, 'good', studyDay(100)), 'good', studyDay(100)),
    );
  });
});

describe('a misconception', () => {
  const wrong = answered(1, noon(100), { right: false, confidence: 'certain' });
  const misconception = (...events: Event[]) =>
    replay([wrong, ...events]).concepts.get(c0)?.misconception;

  test('is a wrong answer that was certain', () => {
    expect(misconception()).toBe(100);
    expect(
      replay([{ ...wrong, confidence: 'fairly-sure' }]).concepts.get(c0)?.misconception,
    ).toBeNull();
  });

  test('stays through a right answer on the same day, and through unsure wrong ones', () => {
    expect(misconception(answered(2, noon(100, 30)))).toBe(100);
    expect(misconception(answered(2, noon(101), { right: false }))).toBe(100);
  });

  test('ends with a right answer on a later day', () => {
    expect(misconception(answered(2, noon(101)))).toBeNull();
  });
});

describe('marks', () => {
  const target = { pack: 'pack', concept: 'c0' };
  test('flags, notes and suspensions are put on and taken off', () => {
    const on = replay([
      happened(1, noon(100), { type: 'flagged', target: { ...target, scenario: 's0' }, on: true }),
      happened(2, noon(100), { type: 'noted', target, text: 'ask why' }),
      happened(3, noon(100), { type: 'suspended', target, on: true }),
    ]);
    expect([...on.marks.flagged, ...on.notes, ...on.marks.suspended]).toEqual([
      s0,
      [c0, 'ask why'],
      c0,
    ]);
    const off = fold(on, [
      happened(4, noon(100), { type: 'flagged', target: { ...target, scenario: 's0' }, on: false }),
      happened(5, noon(100), { type: 'noted', target, text: null }),
      happened(6, noon(100), { type: 'suspended', target, on: false }),
    ]);
    expect([off.marks.flagged.size, off.notes.size, off.marks.suspended.size]).toEqual([0, 0, 0]);
    expect(on.marks.flagged.size).toBe(1);
  });

  test('what is buried comes back on the next study day', () => {
    const { marks } = replay([happened(1, noon(100), { type: 'buried', target, on: true })]);
    expect([100, 101].map((day) => isLeftOut(marks, c0, studyDay(day)))).toEqual([true, false]);
  });
});

describe('settings', () => {
  test('the day start counts from then on', () => {
    const midnight = happened(2, noon(100), { type: 'setting', key: 'dayStart', value: 0 });
    const learner = replay([answered(1, noon(100, -600)), midnight, answered(3, noon(101, -600))]);
    expect([...learner.days.keys()]).toEqual([99, 101]);
  });

  test('what is wanted of a day is known since when it was set, the last of a day alone', () => {
    const set = (seq: number, day: number, key: string, value: Json) =>
      happened(seq, noon(day, seq), { type: 'setting', key, value });
    const { rules } = replay([
      set(1, 100, 'minutesPerDay', 20),
      set(2, 100, 'minutesPerDay', 30),
      set(3, 100, 'theme', 'dark'),
      set(4, 105, 'daysOff', [0]),
    ]);
    expect([...rules]).toEqual([
      [100, { minutesPerDay: 30, daysOff: [] }],
      [105, { minutesPerDay: 30, daysOff: [0] }],
    ]);
  });
});

describe('a session', () => {
  const started = happened(3, noon(105), {
    type: 'session-started',
    session: 'one',
    seed: 7,
    mode: 'study',
    filter: {},
  });
  const before = [answered(1, noon(100)), answered(2, noon(104), { concept: 'c1' })];
  const during = [
    answered(4, noon(105, 1)),
    answered(5, noon(105, 2), { concept: 'c2', right: false }),
    happened(6, noon(105, 3), { type: 'setting', key: 'newPerDay', value: 1 }),
    happened(7, noon(105, 3), {
      type: 'suspended',
      target: { pack: 'pack', concept: 'c3' },
      on: true,
    }),
  ];

  test('is open until it ends, with what moved it on', () => {
    const open = replay([...before, started, ...during]);
    expect(open.session).toMatchObject({ session: 'one', seed: 7, start: noon(105) });
    expect(open.session?.steps).toMatchObject([
      { type: 'answered', ref: ref(4), concept: 'c0', right: true },
      { type: 'answered', ref: ref(5), concept: 'c2', right: false },
      { type: 'dropped', key: 'pack/c3' },
    ]);
    const ended = happened(8, noon(106), { type: 'session-ended', session: 'one' });
    expect(fold(open, [ended]).session).toBeNull();
    const other = happened(8, noon(106), { type: 'session-ended', session: 'another' });
    expect(fold(open, [other]).session?.session).toBe('one');
  });

  test('remembers what it started from', () => {
    const start = replay([...before, started]);
    const then = beforeSession(replay([...before, started, ...during]));
    expect({ ...then, answers: 0, recent: 0, lastAnswer: 0, head: 0 }).toEqual({
      ...start,
      days: new Map([...start.days, [105, dayCount(start, studyDay(105))]]),
      session: null,
      answers: 0,
      recent: 0,
      lastAnswer: 0,
      head: 0,
    });
  });
});

test('the pace is the median of the last answers, once there are some', () => {
  const events = Array.from({ length: 120 }, (_, i) =>
    answered(i + 1, noon(100 + i), { session: `s${i}`, latency: i < 60 ? 10_000 : 30_000 }),
  );
  expect(secondsPerAnswer(replay(events.slice(0, 9)))).toBe(45);
  expect(secondsPerAnswer(replay(events.slice(0, 60)))).toBe(10);
  expect(secondsPerAnswer(replay(events))).toBe(30);
});

test('a mock that is reviewed teaches memory, but is no measure of pace and of the minutes of a day', () => {
  const study = [answered(1, noon(100), { latency: 10_000 }), answered(9, noon(100, 1))];
  const mock = [2, 3].map((seq) =>
    answered(seq, noon(100), {
      concept: `c${seq}`,
      session: 'exam',
      mode: 'exam',
      latency: 200_000,
    }),
  );
  const [first, last] = study;
  if (first === undefined || last === undefined) throw new Error('nothing was studied');
  const without = replay(study);
  const learner = replay([first, ...mock, last]);
  expect(learner.pace).toEqual(without.pace);
  expect(learner.lastAnswer).toEqual(without.lastAnswer);
  expect(learner.concepts.size).toBe(3);
  expect(dayCount(learner, studyDay(100))).toEqual({
    ...dayCount(without, studyDay(100)),
    answers: 4,
    right: 4,
    introduced: 3,
  });
});

test('a day went into a mock when its questions were answered, not when it was handed in or its report read', () => {
  const one = noon(100, 16 * 60 - 1);
  const mock = [
    happened(1, one, { type: 'exam-started', exam: 'exam', form: null }),
    happened(2, one, answerFact(0)),
    happened(3, noon(101, 1), answerFact(1, null)),
    happened(4, noon(101, 1), { type: 'exam-submitted', exam: 'exam', timedOut: true }),
    answered(5, noon(102), { session: 'exam', mode: 'exam' }),
  ];
  const learner = replay(mock);
  // A minute before four at night is still of the day before.
  expect([...learner.mocks]).toEqual([studyDay(100)]);
  expect([...learner.days.keys()]).toEqual([studyDay(102)]);
  expect([...fold(learner, [happened(6, noon(103), answerFact(2))]).mocks]).toEqual([
    studyDay(100),
    studyDay(103),
  ]);
  expect(learner.mocks.size).toBe(1);
});

test('folding leaves the learner before as it was', () => {
  const one = replay([answered(1, noon(100))]);
  const due = dueDay(review(null, 'good', studyDay(100)));
  fold(one, [answered(2, noon(101), { right: false })]);
  const state = one.concepts.get(c0);
  expect(state && dueDay(state.memory)).toBe(due);
  expect([one.answers, one.pace.length, one.recent.size]).toEqual([1, 1, 1]);
});
