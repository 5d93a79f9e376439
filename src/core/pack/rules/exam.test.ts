import { describe, expect, test } from 'vitest';
import type { Domain, Exam, Pack } from '#core/pack/model.ts';
import { exam } from './exam.ts';
import { codesOf, sampleConcept, samplePack, sampleScenario } from './sample.ts';

const profile: Exam = {
  title: { en: 'A night', ja: '夜' },
  questions: 4,
  minutes: 8,
  pass: 70,
  kinds: ['single'],
};
const domain = (id: string): Domain => ({ id, title: { en: id, ja: id }, weight: 50 });

/** Nights and days, each with so many scenarios in reserve and so many for study. */
const packOf = (
  nights: readonly [number, number],
  days: readonly [number, number],
  changed: Partial<Exam> = {},
): Pack =>
  samplePack({
    domains: [domain('nights'), domain('days')],
    exam: { ...profile, ...changed },
    concepts: [
      { id: 'nights', counts: nights },
      { id: 'days', counts: days },
    ].map(({ id, counts: [reserved, studied] }) =>
      sampleConcept({
        id,
        domain: id,
        scenarios: Array.from({ length: reserved + studied }, (_, index) =>
          sampleScenario(`s${index}`, 0, { reserve: index < reserved }),
        ),
      }),
    ),
  });

describe('the exam of a pack', () => {
  test('that has none is not looked at', () => {
    expect(codesOf(exam, samplePack())).toEqual([]);
  });

  test.each<[string, Pack, readonly string[]]>([
    ['a form in reserve by the weights', packOf([2, 1], [2, 1]), []],
    ['a form in reserve within one of the weights', packOf([3, 0], [1, 1]), []],
    ['too few scenarios in all', packOf([2, 0], [1, 0]), ['exam_too_few', 'exam_reserve']],
    ['too few in a domain', packOf([3, 3], [1, 0]), ['exam_domain_too_few']],
    ['no reserve in a domain', packOf([4, 0], [0, 3]), ['exam_reserve_domain', 'exam_reserve']],
    ['a reserve that is smaller than a form', packOf([2, 1], [1, 2]), ['exam_reserve']],
    [
      'too few of its kinds',
      packOf([2, 1], [2, 1], { kinds: ['ordering', 'matching'] }),
      ['exam_too_few', 'exam_reserve_domain', 'exam_reserve_domain', 'exam_reserve'],
    ],
  ])('%s', (_what, pack, codes) => {
    expect(codesOf(exam, pack)).toEqual(codes);
  });

  test.each<[Partial<Exam>, readonly string[]]>([
    [{ unscored: 3 }, []],
    [{ unscored: 4 }, ['exam_all_unscored']],
    [{ scale: { min: 100, max: 1000, pass: 1000 } }, []],
    [{ scale: { min: 100, max: 1000, pass: 1001 } }, ['exam_scale']],
    [{ scale: { min: 100, max: 1000, pass: 100 } }, ['exam_scale']],
    [{ scale: { min: 1000, max: 100, pass: 500 } }, ['exam_scale']],
  ])('with %j', (changed, codes) => {
    expect(codesOf(exam, packOf([2, 1], [2, 1], changed))).toEqual(codes);
  });
});
