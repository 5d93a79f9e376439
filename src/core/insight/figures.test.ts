import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fold, replay } from '#core/journal/learner.ts';
import type { Event } from '#core/journal/event.ts';
import { emptyLearner } from '#core/journal/learner-state.ts';
import { finish } from '#core/journal/slices.ts';
import { retrievability } from '#core/memory/schedule.ts';
import type { PackKeys } from '#core/pack/library.ts';
import { answered, happened, noon, samplePack } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { predictedAt } from './chance.ts';
import { confusing } from './confusion-rates.ts';
import { confusions } from './confusion.ts';
import { gathering } from './evidence.ts';
import { expected, expectedRecall, recallBand } from './expected-recall.ts';
import { figuring, type Ground } from './figures.ts';
import { scoping, type Scope } from './scope.ts';
import { shareOf, WITHIN_95 } from './share.ts';

const packs = [samplePack({ concepts: 4 })];
const today = studyDay(110);
const ever: Scope = { pack: null, domain: null, days: null };

const option = (id: string, standsFor: string, right = false) => ({ id, right, standsFor });
const keys: PackKeys = {
  uid: 'pack',
  scenarios: [
    { concept: 'c0', id: 's0', options: [option('a', 'kms', true), option('b', 'hsm')] },
    { concept: 'c0', id: 's1', options: [option('a', 'kms', true), option('b', 'hsm')] },
    { concept: 'c1', id: 's0', options: [option('a', 'hsm', true), option('b', 'kms')] },
  ],
};

const groundOf = (events: readonly Event[], learner = replay(events)): Ground => ({
  evidence: finish(gathering(events, learner)),
  learner,
  packs,
  keys: [keys],
  today,
});
const figuresOf = (events: readonly Event[], scope: Partial<Scope> = {}) =>
  finish(figuring(groundOf(events), { ...ever, ...scope }));

describe('expected recall', () => {
  const learner = replay([
    answered(1, noon(100)),
    answered(2, noon(109), { concept: 'c1', right: false }),
    answered(3, noon(109), { concept: 'c2' }),
  ]);

  test('is the mean of what was met, by domain, the weakest concept first', () => {
    const { all, domains, concepts } = expectedRecall(learner, packs, today);
    expect(domains).toMatchObject([
      { domain: 'd0', concepts: 2, met: 2, due: 1 },
      { domain: 'd1', concepts: 2, met: 1 },
    ]);
    expect(all).toMatchObject({ concepts: 4, met: 3 });
    const recalls = [...learner.concepts.values()].map(({ memory }) =>
      retrievability(memory, today),
    );
    expect(concepts.map(({ recall }) => recall)).toEqual(recalls.toSorted((a, b) => a - b));
    expect(all.recall).toBeCloseTo(recalls.reduce((sum, recall) => sum + recall, 0) / 3, 10);
    expect(concepts[0]).toMatchObject({ concept: 'c1', right: { count: 0, of: 1 } });
  });

  test('of nothing met is unknown', () => {
    expect(expected(3, [])).toEqual({ concepts: 3, met: 0, due: 0, recall: null, low: 0, high: 1 });
    expect(expectedRecall(emptyLearner, packs, today).concepts).toEqual([]);
  });

  test('is surer of the sum of many concepts than of a few, and never surer than memories are', () => {
    const [first] = expectedRecall(learner, packs, today).concepts;
    if (first === undefined) throw new Error('nothing met');
    const like = (count: number) =>
      expected(
        count,
        Array.from({ length: count }, () => first),
      );
    const below = (count: number) => first.recall - like(count).low;
    const wilson = (count: number) => first.recall - shareOf(first.recall * count, count).low;
    const model = first.recall - predictedAt(first.recall, -WITHIN_95);
    expect(model).toBeGreaterThan(0.01);
    for (const count of [1, 5, 25, 100, 1e5])
      expect(below(count) ** 2).toBeCloseTo(wilson(count) ** 2 + model ** 2, 10);
    expect(below(100)).toBeLessThan(below(25));
    expect(below(1e5)).toBeCloseTo(model, 3);
  });

  test('is certain of nothing, not even of what was answered today', () => {
    const now = replay([1, 2, 3].map((seq) => answered(seq, noon(110), { concept: `c${seq}` })));
    const { all } = expectedRecall(now, packs, today);
    expect(all).toMatchObject({ met: 3, recall: 1, high: 1 });
    expect(all.low).toBeLessThan(0.5);
  });

  test('lies in its band, and the band between 0 and 1, however little stands behind it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(10_000), (recall, of) => {
        const { low, high } = recallBand(recall, of);
        expect(0 <= low && low <= recall && recall <= high && high <= 1).toBe(true);
        expect(high - low).toBeGreaterThan(0.01);
      }),
    );
  });
});

describe('confusion rates', () => {
  const wrong = (seq: number, change: Partial<Event<'answered'>>) =>
    answered(seq, noon(100 + seq), { right: false, ...change });
  const events = [
    wrong(1, {}),
    wrong(2, { scenario: 's1' }),
    answered(3, noon(103)),
    answered(4, noon(104), { scenario: 's1' }),
    wrong(5, { concept: 'c1' }),
    wrong(6, { response: null, confidence: null }),
  ];
  const ratesOf = (scope: Partial<Scope>) => {
    const { evidence } = groundOf(events);
    const { answers } = finish(scoping(evidence.answers, packs, { ...ever, ...scope }, today));
    return finish(confusing(answers, packs, [keys]));
  };

  test('hold each pair against the answers that could have mixed it up', () => {
    expect(ratesOf({})).toMatchObject([
      { right: 'kms', taken: 'hsm', times: 2, rate: { count: 2, of: 5 } },
      { right: 'hsm', taken: 'kms', times: 1, rate: { count: 1, of: 1 } },
    ]);
  });

  test('are of the days that are asked for', () => {
    expect(ratesOf({ days: 9 })).toMatchObject([
      { right: 'hsm', times: 1, rate: { of: 1 } },
      { right: 'kms', times: 1, rate: { of: 4 } },
    ]);
  });

  test('find, of all days, the pairs that the learner’s own fold finds', () => {
    const found = ratesOf({}).map(({ rate: _rate, ...pair }) => pair);
    expect(found).toEqual(confusions(replay(events), packs, [keys]));
  });
});

describe('the figures', () => {
  const events = [
    answered(1, noon(100), { latency: 10_000 }),
    answered(2, noon(104), { concept: 'c1', latency: 30_000, right: false }),
    answered(3, noon(105), { keyRev: 'old', concept: 'c3' }),
  ];

  test('are all of one scope', () => {
    const all = figuresOf(events);
    expect(all).toMatchObject({ answers: 2, outdated: 1, activity: { answers: 3 } });
    expect(all.load.due).toHaveLength(28);
    expect(all.load.total).toBe(3);
    const d1 = figuresOf(events, { pack: 'pack', domain: 'd1' });
    expect(d1).toMatchObject({ answers: 1, outdated: 1, load: { total: 2 } });
    expect(d1.recall.domains.map(({ domain }) => domain)).toEqual(['d1']);
  });

  test('tell a pace of study from ten answers on, as the plan takes it, and how many there are', () => {
    const mock = answered(99, noon(108), { mode: 'exam', session: 'exam', latency: 90_000 });
    const studies = (count: number) =>
      Array.from({ length: count }, (_, i) => answered(i + 1, noon(100), { session: `s${i}` }));
    const loadOf = (count: number) => figuresOf([...studies(count), mock]).load;
    expect(loadOf(9)).toMatchObject({ timed: 9, pace: null });
    expect(loadOf(10)).toMatchObject({ timed: 10, pace: { count: 10, median: 20_000 } });
  });

  test('tell the times of right, wrong and each domain', () => {
    const { times } = figuresOf(events);
    expect(times).toMatchObject([
      { group: 'all', times: { count: 2, median: 20_000 } },
      { group: 'right', times: { median: 10_000 } },
      { group: 'wrong', times: { median: 30_000 } },
      { group: { domain: 'd0' }, times: { count: 1 } },
      { group: { domain: 'd1' }, times: { count: 1 } },
    ]);
  });

  test('sort the times of no two groups in one slice: each may be of all answers', () => {
    const sorts = vi.spyOn(Float64Array.prototype, 'toSorted');
    const counts: number[] = [];
    const work = figuring(groundOf(events), ever);
    for (let isDone = false; !isDone;) {
      sorts.mockClear();
      isDone = work.next().done === true;
      counts.push(sorts.mock.calls.length);
    }
    sorts.mockRestore();
    expect(Math.max(...counts)).toBe(1);
  });

  test('of nobody are empty, and break nothing', () => {
    const figures = figuresOf([]);
    expect(figures).toMatchObject({ answers: 0, recall: { all: { met: 0 } }, load: { total: 0 } });
    expect(figures.times[0]).toEqual({ group: 'all', times: null });
  });

  test('show a pack that is off only when it is asked for', () => {
    const off = fold(replay(events), [
      happened(4, noon(106), { type: 'setting', key: 'packsOff', value: ['pack'] }),
    ]);
    const ground = groundOf(events, off);
    const [all, asked] = [ever, { ...ever, pack: 'pack' }].map((scope) =>
      finish(figuring(ground, scope)),
    );
    expect([all?.recall.domains, all?.load.total]).toEqual([[], 0]);
    expect([asked?.recall.all.met, asked?.load.total]).toEqual([3, 3]);
  });
});
