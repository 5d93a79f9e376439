import { describe, expect, test } from 'vitest';
import { answerFact } from '#core/exam/sample.ts';
import type { Event } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { finish } from '#core/journal/slices.ts';
import { review, retrievability } from '#core/memory/schedule.ts';
import { answered, happened, noon, samplePack, withConcept } from '#core/study/sample.ts';
import { studyDay, type Clock } from '#core/time.ts';
import { gathering } from './evidence.ts';
import { retracing } from './retrace.ts';
import { scoping, type Scope } from './scope.ts';

const everything: Scope = { pack: null, domain: null, days: null };
const evidenceOf = (events: readonly Event[], learner: Learner = replay(events)) =>
  finish(gathering(events, learner));

describe('the evidence of an answer', () => {
  test('says what was met, and what memory promised before it', () => {
    const { answers } = evidenceOf([
      answered(1, noon(100)),
      answered(2, noon(103), { scenario: 's1' }),
      answered(3, noon(110)),
    ]);
    expect(answers.map(({ exposure }) => exposure)).toEqual([
      'first-meeting',
      'new-scenario',
      'repeat',
    ]);
    const good = review(null, 'good', studyDay(100));
    expect(answers[0]?.recall).toBeNull();
    expect(answers[1]?.recall).toBe(retrievability(good, studyDay(103)));
  });

  test('promises nothing on the day of the answer before: that is still in the ear', () => {
    const { answers } = evidenceOf([answered(1, noon(100)), answered(2, noon(100, 5))]);
    expect(answers[1]).toMatchObject({ exposure: 'repeat', recall: null });
  });

  test('is judged by what was predicted on its day, and not by numbers that were fitted to it later', () => {
    const value = { first: 1, decay: 0.4, growth: 0, lapse: 0 };
    const events = [answered(1, noon(100)), answered(2, noon(110), { scenario: 's1' })];
    const fit = happened(3, noon(111), { type: 'setting', key: 'personal', value });
    const recallsOf = (of: readonly Event[]) => evidenceOf(of).answers.map(({ recall }) => recall);
    expect(recallsOf([...events, fit])).toEqual(recallsOf(events));
    const [first, later] = events;
    if (first === undefined || later === undefined) throw new Error('two answers');
    expect(recallsOf([first, fit, later])[1]).toBeGreaterThan(recallsOf(events)[1] ?? 1);
  });

  test('names what a wrong answer chose, and nothing for "I don’t know"', () => {
    const { answers } = evidenceOf([
      answered(1, noon(100), { right: false }),
      answered(2, noon(101), { right: false, response: null, confidence: null }),
      answered(3, noon(102)),
    ]);
    expect(answers.map(({ chosen }) => chosen)).toEqual([['b'], [], []]);
  });

  test('falls on the study day of the place where it was given', () => {
    // 20:30 in London is 05:30 of the next day in Tokyo; 18:30 is 03:30, which still belongs to the night before.
    const at = (hour: number, offset: number): Clock => ({
      at: (noon(100).at + (hour - 12) * 3_600_000) as Clock['at'],
      offset,
    });
    const { answers } = evidenceOf([
      answered(1, at(18.5, 540)),
      answered(2, at(20.5, 0), { concept: 'c1' }),
      answered(3, at(20.6, 540), { concept: 'c2' }),
    ]);
    expect(answers.map(({ day }) => day)).toEqual([100, 100, 101]);
  });

  test('of a mock falls on the day on which it was sat, whenever its report is read', () => {
    const read = noon(104);
    const sat = (seq: number, at: Clock, concept: string, option: string | null, latency: number) =>
      happened(seq, at, { ...answerFact(0, option, { latency }), concept });
    const reviewed = (seq: number, concept: string) =>
      answered(seq, read, { concept, session: 'exam', mode: 'exam', confidence: null });
    const { answers } = evidenceOf([
      sat(1, noon(100), 'c0', 'b', 9000),
      sat(2, noon(100, 1), 'c0', 'a', 9000),
      sat(3, noon(100, 2), 'c1', null, 9000),
      // Handed in by a page that was opened two days later.
      sat(4, noon(102), 'c2', null, 0),
      reviewed(5, 'c0'),
      reviewed(6, 'c1'),
      reviewed(7, 'c2'),
      answered(8, read, { concept: 'c3' }),
    ]);
    expect(answers.map(({ day }) => day)).toEqual([100, 100, 104, 104]);
  });

  test('of a mock is predicted for that day, not for the one of its report', () => {
    const sat = happened(2, noon(105), { ...answerFact(0, 'b', { latency: 9000 }), concept: 'c0' });
    const read = answered(3, noon(112), { session: 'exam', mode: 'exam', confidence: null });
    const recallOf = (events: readonly Event[]) => finish(retracing(events)).at(-1)?.recall;
    const atOnce = recallOf([answered(1, noon(100)), answered(3, noon(105))]);
    expect(atOnce).toBeGreaterThan(recallOf([answered(1, noon(100)), read]) ?? 1);
    expect(recallOf([answered(1, noon(100)), sat, read])).toBe(atOnce);
    // Met again before the report was read: that is no prediction any more.
    const between = answered(4, noon(108));
    expect(recallOf([answered(1, noon(100)), sat, between, read])).toBeNull();
  });

  test('follows the day start of its time', () => {
    const { answers } = evidenceOf([
      answered(1, noon(100, -10 * 60)),
      happened(2, noon(100), { type: 'setting', key: 'dayStart', value: 60 }),
      answered(3, noon(101, -10 * 60)),
    ]);
    expect(answers.map(({ day }) => day)).toEqual([99, 101]);
  });

  test('is unsure where older answers stand in a file', () => {
    const events = [
      answered(1, noon(90)),
      answered(2, noon(100)),
      answered(3, noon(100), { concept: 'c1' }),
    ];
    const { answers, inFiles } = evidenceOf(events.slice(1), replay(events));
    expect(inFiles).toBe(1);
    expect(answers.map(({ exposure }) => exposure)).toEqual([null, 'first-meeting']);
  });
});

describe('a scope', () => {
  const events = [
    answered(1, noon(90)),
    answered(2, noon(100), { concept: 'c1' }),
    answered(3, noon(101), { pack: 'other' }),
    answered(4, noon(101), { concept: 'gone' }),
  ];
  const packs = [samplePack(), samplePack({ uid: 'other' })];
  const scoped = (scope: Partial<Scope>, library = packs) =>
    finish(
      scoping(evidenceOf(events).answers, library, { ...everything, ...scope }, studyDay(101)),
    );
  const daysOf = ({ answers }: ReturnType<typeof scoped>) => answers.map(({ day }) => day);

  test('is a pack, a domain of it, and some days with today', () => {
    expect(daysOf(scoped({}))).toEqual([90, 100, 101]);
    expect(daysOf(scoped({ pack: 'pack' }))).toEqual([90, 100]);
    expect(daysOf(scoped({ pack: 'pack', domain: 'd1' }))).toEqual([100]);
    expect(daysOf(scoped({ days: 2 }))).toEqual([100, 101]);
    expect(daysOf(scoped({ days: 1 }))).toEqual([101]);
  });

  test('counts no answer under an older key as knowledge, but its time as spent', () => {
    const scenarios =
      packs[0]?.concepts[0]?.scenarios.map((one) => ({ ...one, keyRev: 'k2' })) ?? [];
    const changed = packs.map((pack) =>
      withConcept(pack, 'c0', pack.uid === 'pack' ? { scenarios } : {}),
    );
    const found = scoped({}, changed);
    expect(daysOf(found)).toEqual([100, 101]);
    expect(found).toMatchObject({ outdated: 1, gone: 1 });
    expect(found.given).toHaveLength(4);
  });

  test('knows no domain of what is gone', () => {
    expect(scoped({ pack: 'pack', domain: 'd0' })).toMatchObject({ gone: 0, given: [{ day: 90 }] });
  });
});
