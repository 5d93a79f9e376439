import { describe, expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { samplePack } from '#core/study/sample.ts';
import { drawForm } from './draw.ts';
import { nobodyHasSeen, poolOf } from './pool.ts';
import type { ExamProfile } from './profile.ts';
import { coveredBy, examWeights } from './scope.ts';
import { ownExam, realExam, subjectsOf } from './subject.ts';

const profile: ExamProfile = {
  id: 'harbour-pilot',
  title: { en: 'Harbour Pilot' },
  questions: 20,
  unscored: 4,
  minutes: 30,
  scale: { min: 0, max: 500, pass: 350 },
  kinds: ['single'],
  domains: [
    { id: 'tides', title: {}, weight: 60, tasks: ['1.1', '1.2'] },
    { id: 'signs', title: {}, weight: 40, tasks: ['2.1', '2.2', '2.3'] },
  ],
  sources: [],
};

/** A pack of two domains that covers so much of the exam. */
const covering = (
  covers: NonNullable<PackIndex['covers']>[string],
  uid = 'pack',
  concepts = 12,
): PackIndex => ({ ...samplePack({ uid, concepts }), covers: { 'harbour-pilot': covers } });

/** The same pack with its concepts in three domains. */
const split = ({ concepts }: PackIndex): Pick<PackIndex, 'domains' | 'concepts'> => ({
  domains: ['d0', 'd1', 'd2'].map((id) => ({ id, title: {}, weight: 100 / 3 })),
  concepts: concepts.map((concept, i) => ({ ...concept, domain: `d${i % 3}` })),
});

const most = { d0: { tides: ['1.1', '1.2'] }, d1: { signs: ['2.1', '2.2'] } };

describe('a real exam', () => {
  test('has the same domains in the plan, in forms and in what is covered, and none that it does not name', () => {
    const packs = [
      covering({
        d0: { tides: ['1.1', '1.2'], gone: ['2.3'] },
        d1: { signs: ['2.1', '2.2'], tides: [] },
        d2: { gone: ['2.3'] },
      }),
    ].map((pack) => ({ ...pack, ...split(pack) }));
    expect(coveredBy(packs, profile)).toEqual({ tasks: 4, of: 5 });
    const exam = realExam(packs, profile);
    if (exam === null) throw new Error('it is covered');
    expect(exam.domainsOf('pack', 'd0')).toEqual(['tides']);
    const [d0, d1] = ['d0', 'd1'].map((domain) =>
      packs.flatMap(({ concepts }) => concepts.filter((concept) => concept.domain === domain)),
    );
    const those = [...(d0 ?? []), ...(d1 ?? [])].map(({ id }) => conceptKey('pack', id));
    expect(those).toHaveLength(8);
    const planned = [...examWeights(profile.id, packs, [profile]).keys()];
    expect(planned.toSorted()).toEqual(those.toSorted());
    const drawn = poolOf(exam, nobodyHasSeen).map(({ concept }) => conceptKey('pack', concept));
    expect([...new Set(drawn)].toSorted()).toEqual(those.toSorted());
  });

  test('can be prepared for where the packs have concepts for 80 % of its tasks', () => {
    const exam = realExam([covering(most)], profile);
    expect(exam).toMatchObject({ covers: true, blueprint: { id: 'harbour-pilot', pass: 70 } });
    expect(exam?.domainsOf('pack', 'd1')).toEqual(['signs']);
    const { d1: _d1, ...less } = most;
    expect(realExam([covering({ ...less, d1: { signs: ['2.1'] } })], profile)).toBeNull();
  });

  test('is covered by several packs together', () => {
    const halves = [covering({ d0: most.d0 }), covering({ d1: most.d1 }, 'other')];
    expect(halves.map((half) => realExam([half], profile))).toEqual([null, null]);
    const exam = realExam([...halves, samplePack({ uid: 'apart' })], profile);
    expect(exam?.packs.map(({ uid }) => uid)).toEqual(['pack', 'other']);
    expect(exam?.domainsOf('other', 'd0')).toEqual([]);
  });

  test('is not covered by what is said of a domain without concepts', () => {
    expect(realExam([covering(most, 'pack', 1)], profile)).toBeNull();
  });

  test('whose minutes or weights nobody knows cannot be prepared for', () => {
    const { minutes: _minutes, ...rest } = profile;
    expect(realExam([covering(most)], rest)).toBeNull();
  });

  test('stands beside the packs’ own', () => {
    const exam = { title: {}, questions: 5, minutes: 9, pass: 60, kinds: ['single' as const] };
    const found = subjectsOf([{ ...covering(most), exam }, samplePack({ uid: 'none' })], [profile]);
    expect(found.map(({ blueprint, covers }) => [blueprint.id, covers])).toEqual([
      ['pack', false],
      ['harbour-pilot', true],
    ]);
    expect(ownExam(samplePack())).toBeNull();
  });
});

test('a form of a real exam is drawn from all its packs, by its own domains', () => {
  const both = { ...most, d0: { tides: ['1.1', '1.2'], signs: [] } };
  const packs = [covering(both), covering({ d0: { signs: ['2.3'] } }, 'other')];
  const exam = realExam(packs, profile);
  if (exam === null) throw new Error('it is covered');
  const pool = poolOf(exam, nobodyHasSeen);
  // What belongs to two domains is dealt out, each scenario once.
  expect(pool).toHaveLength(36 + 18);
  const tides = pool.filter(({ domain }) => domain === 'tides');
  expect(tides.length).toBeGreaterThan(0);
  expect(tides.length).toBeLessThan(18);
  const form = drawForm({ ...exam.blueprint, questions: 10 }, pool, 1);
  const domains = form.ok ? form.value.map(({ domain }) => domain) : [];
  const count = domains.filter((domain) => domain === 'tides').length;
  expect([domains.length, Math.abs(count - 6) <= 1]).toEqual([10, true]);
});

test('a form of a real exam is the same in whatever order a pack names the domains', () => {
  const formOf = (d0: NonNullable<PackIndex['covers']>[string][string]) => {
    const exam = realExam([covering({ d0, d1: most.d1 })], profile);
    if (exam === null) throw new Error('it is covered');
    return drawForm({ ...exam.blueprint, questions: 10 }, poolOf(exam, nobodyHasSeen), 1);
  };
  const form = formOf({ signs: [], tides: ['1.1', '1.2'] });
  expect(form.ok).toBe(true);
  expect(formOf({ tides: ['1.1', '1.2'], signs: [] })).toEqual(form);
});
