import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { samplePack } from '#core/study/sample.ts';
import type { ExamProfile } from './profile.ts';
import { coveredBy, examWeights, isEnough } from './scope.ts';

const profile: ExamProfile = {
  id: 'harbour-pilot',
  title: {},
  kinds: ['single'],
  domains: [
    { id: 'tides', title: {}, weight: 75, tasks: ['1.1', '1.2'] },
    { id: 'signs', title: {}, weight: 25, tasks: ['2.1', '2.2', '2.3'] },
  ],
  sources: [],
};

/** Twelve concepts in two domains, in turn. */
const pack = samplePack({ concepts: 12, domains: 2 });
const covering = (covers: NonNullable<PackIndex['covers']>[string]): PackIndex => ({
  ...pack,
  covers: { 'harbour-pilot': covers },
});
const key = (concept: string) => conceptKey('pack', concept);
const weights = (packs: readonly PackIndex[], exam = 'harbour-pilot') =>
  examWeights(exam, packs, [profile]);

describe('what concepts count for', () => {
  test('is the weight of the exam, shared out among those of a domain', () => {
    const found = weights([covering({ d0: { tides: ['1.1'] }, d1: { signs: [] } })]);
    expect(found.size).toBe(12);
    expect(found.get(key('c0'))).toBeCloseTo(1.5);
    expect(found.get(key('c1'))).toBeCloseTo(0.5);
  });

  test('is nothing where a domain does not belong to the exam', () => {
    const found = weights([covering({ d0: { tides: [] } }), samplePack({ uid: 'other' })]);
    expect([...found.keys()]).toEqual(['c0', 'c2', 'c4', 'c6', 'c8', 'c10'].map(key));
    expect(found.get(key('c0'))).toBeCloseTo(1);
  });

  test('is shared by the domains of the exam that one of the pack belongs to', () => {
    const both = weights([covering({ d0: { tides: [], signs: [] }, d1: { signs: [] } })]);
    expect(both.get(key('c0'))).toBeGreaterThan(both.get(key('c1')) ?? 0);
  });

  test('of a pack with an exam of its own goes by its own domains', () => {
    const [first, second] = pack.domains;
    if (!first || !second) throw new Error('no domains');
    const own = {
      ...pack,
      domains: [
        { ...first, weight: 90 },
        { ...second, weight: 10 },
      ],
    };
    expect(examWeights('pack', [own], []).get(key('c0'))).toBeCloseTo(1.8);
  });

  test('is 1 on average, whatever the weights', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 30 }), (weight, concepts) => {
        const domains = samplePack({ domains: 2 }).domains.map((domain, i) => ({
          ...domain,
          weight: i === 0 ? weight : 100 - weight,
        }));
        const found = examWeights('pack', [{ ...samplePack({ concepts }), domains }], []);
        const sum = [...found.values()].reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(found.size);
        expect([...found.values()].every((one) => one > 0)).toBe(true);
      }),
    );
  });

  test('of an exam that nobody knows is empty', () => {
    expect(weights([pack], 'gone').size).toBe(0);
  });
});

describe('how much is covered', () => {
  test('counts the tasks that stand in the profile, each once', () => {
    const packs = [
      covering({ d0: { tides: ['1.1'] }, d1: { tides: ['1.1'], signs: ['2.2', '9.9'] } }),
    ];
    expect(coveredBy(packs, profile)).toEqual({ tasks: 2, of: 5 });
    expect(coveredBy([pack], profile)).toEqual({ tasks: 0, of: 5 });
  });

  test('is not known where a guide has unknown tasks', () => {
    const domains = [{ id: 'tides', title: {} }];
    expect(coveredBy([pack], { ...profile, domains })).toBeNull();
  });

  test.each([
    [4, 5, true],
    [3, 5, false],
    [0, 0, false],
  ])('%i of %i tasks are enough: %j', (tasks, of, enough) => {
    expect(isEnough({ tasks, of })).toBe(enough);
  });
});
