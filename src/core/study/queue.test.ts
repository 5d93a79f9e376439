import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import type { Event } from '#core/journal/event.ts';
import { fold, replay } from '#core/journal/learner.ts';
import { emptyLearner, type Learner } from '#core/journal/learner-state.ts';
import type { PackKeys } from '#core/pack/library.ts';
import { today } from './queue.ts';
import { answered, happened, noon, samplePack, withConcept } from './sample.ts';

const pack = samplePack({ concepts: 40, domains: 4 });
const clock = noon(200);
const plan = (learner: Learner, minutes?: number, library = [pack]) =>
  today(learner, library, clock, { seed: 1, minutes });

/** Concepts `c0` … answered once, each on its day, at the pace of 45 seconds. */
const past = (...days: readonly number[]): Event[] =>
  days.map((day, i) =>
    answered(i + 1, noon(day, i), { concept: `c${i}`, session: `s${i}`, latency: 45_000 }),
  );

describe('today', () => {
  test('takes what a plan ranks highest, and mixes the domains that it ranks one after the other', () => {
    const ofDomain = (wanted: string) =>
      pack.concepts
        .filter(({ domain }) => domain === wanted)
        .map(({ id }) => conceptKey(pack.uid, id));
    const order = ['d3', 'd1', 'd0', 'd2'].flatMap(ofDomain);
    const scope = new Set(order);
    const { items } = today(emptyLearner, [pack], clock, {
      seed: 1,
      plan: { order, scope, seconds: 16 * 45 },
    });
    const keys = items.map((item) => conceptKey(item.pack, item.concept));
    expect(keys.toSorted()).toEqual(order.slice(0, items.length).toSorted());
    const domains = items.map(({ domain }) => domain);
    expect(new Set(domains)).toEqual(new Set(['d3', 'd1']));
    // Only what is left over of the larger one follows its like.
    const repeats = domains.filter((domain, i) => domain === domains[i - 1]).length;
    const [a = 0, b = 0] = ['d3', 'd1'].map((one) => domains.filter((each) => each === one).length);
    expect(repeats).toBe(Math.max(0, Math.abs(a - b) - 1));
  });

  test('begins with new concepts, ten a day, from all domains in turn', () => {
    const { items, counts, unseen, minutes } = plan(emptyLearner);
    expect(counts).toEqual({
      misconception: 0,
      changed: 0,
      contrast: 0,
      new: 10,
      due: 0,
      ahead: 0,
    });
    expect([unseen, minutes]).toEqual([40, 8]);
    expect(items.map(({ domain }) => domain)).toEqual([
      'd0',
      'd1',
      'd2',
      'd3',
      'd0',
      'd1',
      'd2',
      'd3',
      'd0',
      'd1',
    ]);
    expect(items.every(({ scenario, reason }) => scenario === 's0' && reason === 'new')).toBe(true);
  });

  test('gives heavier domains more of what is new', () => {
    const [first, ...others] = pack.domains;
    if (first === undefined) throw new Error('no domain');
    const heavy = { ...pack, domains: [{ ...first, weight: 300 }, ...others] };
    const { items } = plan(emptyLearner, undefined, [heavy]);
    expect(items.filter(({ domain }) => domain === 'd0')).toHaveLength(7);
  });

  test('gives a pack four times as large four times as much of what is new', () => {
    const library = [samplePack({ uid: 'small', concepts: 10 }), pack];
    const { items } = plan(emptyLearner, undefined, library);
    expect(items.filter((item) => item.pack === 'small')).toHaveLength(2);
  });

  test('lets a domain catch up that others were studied before', () => {
    const learner = replay(
      ['c0', 'c4', 'c8', 'c1', 'c2'].map((concept, i) =>
        answered(i + 1, noon(199, i), { concept }),
      ),
    );
    const fresh = plan(learner).items.filter(({ reason }) => reason === 'new');
    const per = ['d0', 'd1', 'd2', 'd3'].map(
      (domain) => fresh.filter((item) => item.domain === domain).length,
    );
    expect(per).toEqual([1, 3, 3, 3]);
  });

  test('counts what was introduced today', () => {
    const learner = replay(past(200, 200, 200));
    expect(plan(learner).counts.new).toBe(7);
  });

  test('then has what is due, the least likely to be recalled first, then what is ahead', () => {
    const learner = fold(replay(past(196, 190, 199, 193)), [
      happened(9, noon(199, 99), { type: 'setting', key: 'newPerDay', value: 1 }),
    ]);
    const { items, counts } = plan(learner);
    expect(counts).toEqual({ misconception: 0, changed: 0, contrast: 0, new: 1, due: 3, ahead: 1 });
    const order = (reason: string) =>
      items.filter((item) => item.reason === reason).map(({ concept }) => concept);
    expect([order('due'), order('ahead')]).toEqual([['c1', 'c3', 'c0'], ['c2']]);
  });

  test('begins with the misconceptions of earlier days', () => {
    const learner = replay([
      ...past(199, 199),
      answered(5, noon(199, 50), { concept: 'c30', right: false, confidence: 'certain' }),
      answered(6, noon(200, -60), { concept: 'c31', right: false, confidence: 'certain' }),
      // Met again today, and wrong again: enough for today.
      answered(7, noon(198), { concept: 'c32', right: false, confidence: 'certain' }),
      answered(8, noon(200, -30), { concept: 'c32', scenario: 's1', right: false }),
    ]);
    const [first, ...rest] = plan(learner).items;
    expect(first).toMatchObject({ concept: 'c30', scenario: 's1', reason: 'misconception' });
    expect(rest.filter(({ concept }) => ['c31', 'c32'].includes(concept))).toEqual([]);
  });

  test('is cut to what is left of the minutes, or to those that the learner has', () => {
    const learner = replay(past(...Array.from({ length: 20 }, () => 190)));
    expect(plan(learner).items).toHaveLength(20);
    expect(plan(learner, 5)).toMatchObject({ counts: { new: 6, due: 0 }, cut: 24, due: 20 });
    expect(plan(learner, 30).counts).toMatchObject({ new: 10, due: 20 });
    const tired = fold(learner, [
      answered(90, noon(200, -60), { concept: 'c0', latency: 15 * 60_000, session: 'x' }),
    ]);
    expect(plan(tired)).toMatchObject({ items: [], due: 19, cut: 29 });
    expect(plan(tired, 5).items).toHaveLength(6);
  });

  test('leaves out what is suspended, buried, in reserve alone, or in a pack that is off', () => {
    const concepts = ['c0', 'c1', 'c2'];
    const small = withConcept(samplePack({ concepts: 3 }), 'c2', { scenarios: [] });
    const off = samplePack({ uid: 'off' });
    const learner = replay([
      happened(1, clock, {
        type: 'suspended',
        target: { pack: 'pack', concept: 'c0' },
        on: true,
      }),
      happened(2, clock, { type: 'buried', target: { pack: 'pack', concept: 'c1' }, on: true }),
      happened(3, clock, { type: 'setting', key: 'packsOff', value: ['off'] }),
    ]);
    const library = [small, off];
    expect(concepts).toHaveLength(small.concepts.length);
    expect(plan(learner, undefined, library)).toMatchObject({ items: [], unseen: 0 });
    expect(
      today(learner, library, noon(201), { seed: 1 }).items.map((item) => item.concept),
    ).toEqual(['c1']);
    expect(today(learner, library, clock, { seed: 1, pack: 'off' }).items).toHaveLength(10);
  });

  test('brings what is mixed up side by side, and otherwise switches domains', () => {
    const confusable = withConcept(pack, 'c0', { confusable: ['c4'] });
    const { items } = plan(emptyLearner, undefined, [confusable]);
    expect(items.slice(0, 3).map(({ concept }) => concept)).toEqual(['c0', 'c4', 'c1']);
  });

  test('is the same for the same learner, day and seed, each concept once, never one in reserve', () => {
    const reserve = withConcept(pack, 'c5', {
      scenarios: (pack.concepts[5]?.scenarios ?? []).map((scenario, i) => ({
        ...scenario,
        reserve: i === 0,
      })),
    });
    const day = fc.integer({ min: 150, max: 199 });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), fc.integer(), (days, seed) => {
        const learner = replay(past(...days.toSorted((a, b) => a - b)));
        const options = { seed, minutes: 600 };
        const { items } = today(learner, [reserve], clock, options);
        expect(today(learner, [reserve], noon(200, 300), options).items).toEqual(items);
        expect(new Set(items.map(({ concept }) => concept)).size).toBe(items.length);
        expect(items.map((item) => `${item.concept}/${item.scenario}`)).not.toContain('c5/s0');
      }),
    );
  });
});

const keys: PackKeys = {
  uid: 'pack',
  scenarios: ['c0', 'c9'].flatMap((concept) =>
    ['s0', 's1', 's2'].map((id) => ({
      concept,
      id,
      options: [
        { id: 'a', right: true, standsFor: concept },
        { id: 'b', right: false, standsFor: concept === 'c0' ? 'c9' : 'c0' },
        { id: 'c', right: false },
      ],
    })),
  ),
};

const confused = (seq: number, day: number, scenario: string, chosen = 'b') =>
  answered(seq, noon(day), {
    scenario,
    right: false,
    response: { kind: 'single', chosen },
  });
const contrasted = (...events: Event[]) =>
  today(replay(events), [pack], clock, { seed: 1, keys: [keys] })
    .items.filter(({ reason }) => reason === 'contrast')
    .map(({ concept }) => concept);
const twice = [confused(1, 197, 's0'), confused(2, 198, 's1')];

describe('a contrast set', () => {
  test('comes after two confusions of one pair: both sides, one after the other', () => {
    expect(contrasted(...twice)).toEqual(['c0', 'c9']);
    expect(contrasted(answered(9, noon(190), { concept: 'c9' }), ...twice)).toEqual(['c0', 'c9']);
    expect(contrasted(confused(1, 197, 's0'))).toEqual([]);
    expect(contrasted(confused(1, 197, 's0', 'c'), confused(2, 198, 's1', 'c'))).toEqual([]);
  });

  test('counts both directions of a pair as one', () => {
    const other = { ...confused(2, 198, 's1'), concept: 'c9' };
    expect(contrasted(confused(1, 197, 's0'), other)).toEqual(['c0', 'c9']);
  });

  test('goes when each side has been answered right on a later day', () => {
    const one = answered(3, noon(199), { scenario: 's2' });
    expect(contrasted(...twice, one)).toEqual(['c9']);
    expect(contrasted(...twice, one, answered(4, noon(199, 1), { concept: 'c9' }))).toEqual([]);
  });
});
