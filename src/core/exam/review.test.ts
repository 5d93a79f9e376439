import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effective } from '#core/journal/effective.ts';
import type { Event } from '#core/journal/event.ts';
import { sampleSingle } from '#core/study/sample.ts';
import type { Attempt } from './attempt.ts';
import { attemptsOf } from './attempts.ts';
import type { FormQuestion } from './draw.ts';
import {
  answersNotKnown,
  outcomesOf,
  reviewRepairs,
  unrecordedAnswers,
  type Key,
} from './review.ts';
import { after, answerFact, questionAt, sampleForm, started } from './sample.ts';

const form = sampleForm();
const scenario = sampleSingle('s0');
const sitting = [
  started(form),
  after(1, answerFact(0, 'a')),
  after(2, answerFact(1, 'b')),
  after(3, answerFact(2, null)),
  after(4, { type: 'exam-submitted', exam: 'exam', timedOut: false }),
];

const attemptOf = (events: readonly Event[]): Attempt => {
  const [attempt] = attemptsOf(events);
  if (attempt === undefined) throw new Error('no attempt');
  return attempt;
};

/** Of questions that are all as one is, save those at places that are gone. */
const outcomes = (events: readonly Event[], key = scenario, gone: readonly number[] = []) => {
  const names = gone.map((place) => questionAt(form, place).concept);
  return [
    ...outcomesOf(attemptOf(events), ({ concept }) =>
      names.includes(concept) ? null : key,
    ).values(),
  ];
};

describe('what became of a question', () => {
  test('is right, wrong, or unanswered, also when it never was on the screen', () => {
    expect(outcomes(sitting)).toEqual(['right', 'wrong', 'unanswered', 'unanswered']);
  });

  test('cannot be said when the key has changed since, or the question is gone', () => {
    const changed = { ...scenario, keyRev: 'k2' };
    expect(outcomes(sitting, changed)).toEqual(['void', 'void', 'unanswered', 'unanswered']);
    expect(outcomes(sitting, scenario, [0])[0]).toBe('void');
  });

  test('is void when it is gone, answered or not, alone or with its pack', () => {
    expect(outcomes(sitting, scenario, [0, 2])).toEqual(['void', 'wrong', 'void', 'unanswered']);
    expect(outcomes(sitting, scenario, [0, 1, 2, 3])).toEqual(['void', 'void', 'void', 'void']);
  });

  test('is no better for a pack that was taken away after the review', () => {
    const recorded = unrecordedAnswers(attemptOf(sitting), () => scenario);
    const reviewed = [...sitting, ...recorded.map((fact) => after(20, fact))];
    expect(outcomes(reviewed, scenario, [0, 1, 2, 3])).toEqual(outcomes(reviewed));
  });

  describe('of two packs', () => {
    const questions = form.questions.map((one, i) =>
      i % 2 === 0 ? one : { ...one, pack: 'other' },
    );
    const packs = [...form.packs, { uid: 'other', version: '1.0.0' }];
    const sat = [
      started({ ...form, packs, questions }),
      after(1, answerFact(0, 'a')),
      after(2, answerFact(1, 'b', { pack: 'other' })),
      ...sitting.slice(3),
    ];
    const allThere = () => scenario;
    const otherGone = ({ pack }: FormQuestion) => (pack === 'other' ? null : scenario);
    /** With the other pack gone, after a review while so much was there. */
    const outcomesAfter = (keyOf: (question: FormQuestion) => Key) => {
      const recorded = unrecordedAnswers(attemptOf(sat), keyOf).map((fact) => after(20, fact));
      return [...outcomesOf(attemptOf([...sat, ...recorded]), otherGone).values()];
    };

    test('is no better for one that was taken away after the review', () => {
      expect(outcomesAfter(allThere)).toEqual(['right', 'wrong', 'unanswered', 'unanswered']);
    });

    test('is the same before and after the review of the one that is left', () => {
      const before = [...outcomesOf(attemptOf(sat), otherGone).values()];
      expect(before).toEqual(['right', 'void', 'unanswered', 'void']);
      expect(outcomesAfter(otherGone)).toEqual(before);
    });
  });

  test('is the same before and after the review of what is left of a pack', () => {
    const before = outcomes(sitting, scenario, [0, 2]);
    const recorded = unrecordedAnswers(attemptOf(sitting), ({ concept }) =>
      concept === 'c0' || concept === 'c2' ? null : scenario,
    );
    const reviewed = [...sitting, ...recorded.map((fact) => after(20, fact))];
    expect(outcomes(reviewed, scenario, [0, 2])).toEqual(before);
  });

  test('stays what it was at the review, whatever the key is now', () => {
    const recorded = unrecordedAnswers(attemptOf(sitting), () => scenario).map((fact) =>
      after(20, fact),
    );
    expect(outcomes([...sitting, ...recorded], { ...scenario, keyRev: 'k2' })).toEqual([
      'right',
      'wrong',
      'unanswered',
      'unanswered',
    ]);
  });
});

describe('a review', () => {
  test('records each answer that was judged, once, and nothing for what was not answered', () => {
    const facts = unrecordedAnswers(attemptOf(sitting), () => scenario);
    expect(facts.map(({ concept, right }) => [concept, right])).toEqual([
      ['c0', true],
      ['c1', false],
    ]);
    expect(facts[0]).toMatchObject({
      mode: 'exam',
      session: 'exam',
      confidence: null,
      latency: 30_000,
    });
  });

  test('has what was left unanswered as not known, once, when it is asked for: seen or not', () => {
    const blank = answerFact(3, null, { shown: [], latency: 0, keyRev: '', textRev: '' });
    const [start, ...rest] = sitting;
    if (start === undefined) throw new Error('nothing is sat');
    const whole = [start, after(0.5, blank), ...rest];
    const facts = answersNotKnown(attemptOf(whole), () => scenario);
    expect(facts).toMatchObject([
      { concept: 'c2', response: null, right: false, mode: 'exam', latency: 30_000 },
      { concept: 'c3', response: null, right: false, keyRev: 'k1', latency: 0 },
    ]);
    const recorded = [...whole, ...facts.map((fact) => after(20, fact))];
    expect(answersNotKnown(attemptOf(recorded), () => scenario)).toEqual([]);
    expect(outcomes(recorded)).toEqual(['right', 'wrong', 'unanswered', 'unanswered']);
    expect(answersNotKnown(attemptOf(whole), () => null)).toEqual([]);
  });

  test('that was cut off goes on where it stopped', () => {
    const [first] = unrecordedAnswers(attemptOf(sitting), () => scenario);
    if (first === undefined) throw new Error('nothing to record');
    const rest = unrecordedAnswers(attemptOf([...sitting, after(20, first)]), () => scenario);
    expect(rest.map(({ concept }) => concept)).toEqual(['c1']);
    const whole = [...sitting, after(20, first), ...rest.map((fact) => after(21, fact))];
    expect(unrecordedAnswers(attemptOf(whole), () => scenario)).toEqual([]);
  });

  test('that several devices have recorded counts once when they meet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (devices) => {
        const facts = unrecordedAnswers(attemptOf(sitting), () => scenario);
        const events = [
          ...sitting,
          ...Array.from({ length: devices }, (_, device) =>
            facts.map((fact) => after(20 + device, fact, `writer000${device + 2}`)),
          ).flat(),
        ];
        const repairs = reviewRepairs(events).map((fact) => after(30, fact));
        const left = effective([...events, ...repairs]).filter(({ type }) => type === 'answered');
        expect(left).toHaveLength(facts.length);
        expect(reviewRepairs([...events, ...repairs])).toEqual([]);
      }),
    );
  });

  test('comes back when the one that it gave way to goes with a revoked import, and only then', () => {
    const facts = unrecordedAnswers(attemptOf(sitting), () => scenario);
    const other = facts.map((fact) => after(20, fact, 'writer0002'));
    const own = facts.map((fact) => after(21, fact));
    const both = [...sitting, ...other, ...own];
    const healed = [...both, ...reviewRepairs(both).map((fact) => after(22, fact))];
    const kept = (events: readonly Event[]) =>
      effective(events).flatMap(({ type, writer }) => (type === 'answered' ? writer : []));
    expect(kept(healed)).toEqual(facts.map(() => 'writer0002'));
    // The other ones stand in a file: they count all the same.
    const archived = healed.filter((event) => !other.includes(event));
    expect(reviewRepairs(archived)).toEqual([]);
    const ranges = other.map(({ writer, seq }) => ({ writer, first: seq, last: seq }));
    const revoked = [...healed, after(23, { type: 'import-revoked', ranges })];
    expect(kept(revoked)).toEqual([]);
    const restored = [...revoked, ...reviewRepairs(revoked).map((fact) => after(24, fact))];
    expect(kept(restored)).toEqual(facts.map(() => 'writer0001'));
    expect(reviewRepairs(restored)).toEqual([]);
    const again = [...restored, after(25, { type: 'imported', ranges })];
    const once = [...again, ...reviewRepairs(again).map((fact) => after(26, fact))];
    expect(kept(once)).toEqual(facts.map(() => 'writer0002'));
  });
});
