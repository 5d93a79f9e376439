import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Domain } from '#core/pack/model.ts';
import { cleanForms, drawForm } from './draw.ts';
import { questionKey, type Drawable } from './pool.ts';

const domainsOf = (...weights: readonly number[]): Domain[] =>
  weights.map((weight, place) => ({ id: `d${place}`, title: {}, weight }));

const numbers = (questions: number, weights: readonly number[], unscored = 0) => ({
  questions,
  unscored,
  domains: domainsOf(...weights),
});

/** So many concepts in a domain, each with so many scenarios, the last of which is kept for exams. */
function poolOf(domain: string, concepts: number, scenarios: number, reserve = 1): Drawable[] {
  return Array.from({ length: concepts * scenarios }, (_, i) => ({
    pack: 'pack',
    concept: `${domain}-c${Math.floor(i / scenarios)}`,
    scenario: `s${i % scenarios}`,
    domain,
    reserve: i % scenarios >= scenarios - reserve,
    seen: null,
  }));
}

const drawn = (...parameters: Parameters<typeof drawForm>) => {
  const result = drawForm(...parameters);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const anyBlueprint = fc.record({
  questions: fc.integer({ min: 1, max: 75 }),
  weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
  unscored: fc.nat({ max: 15 }),
});

const anyPool = fc.array(
  fc.record({
    domain: fc.nat({ max: 5 }),
    concept: fc.nat({ max: 12 }),
    case: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    reserve: fc.boolean(),
    seen: fc.option(fc.nat({ max: 500 })),
  }),
  { maxLength: 160, size: 'max' },
);

const drawables = (
  rows: typeof anyPool extends fc.Arbitrary<infer T> ? T : never,
  domains: number,
): Drawable[] =>
  rows.map((row, place) => ({
    pack: 'pack',
    concept: `d${row.domain % domains}-c${row.concept}`,
    scenario: `s${place}`,
    domain: `d${row.domain % domains}`,
    ...(row.case === undefined ? {} : { case: `case-${row.case}` }),
    reserve: row.reserve,
    seen: row.seen,
  }));

describe('a form', () => {
  const either = fc.record({ blueprint: anyBlueprint, rows: anyPool, seed: fc.nat() });

  test('has all its questions, none twice, each domain within one of its weight', () => {
    let forms = 0;
    fc.assert(
      fc.property(either, ({ blueprint: { questions, weights, unscored }, rows, seed }) => {
        const result = drawForm(
          numbers(questions, weights, unscored),
          drawables(rows, weights.length),
          seed,
        );
        if (!result.ok) return;
        forms += 1;
        const { value: form } = result;
        expect(form).toHaveLength(questions);
        expect(new Set(form.map(questionKey)).size).toBe(questions);
        const sum = weights.reduce((total, weight) => total + weight, 0);
        weights.forEach((weight, place) => {
          const count = form.filter(({ domain }) => domain === `d${place}`).length;
          expect(Math.abs(count - (questions * weight) / sum)).toBeLessThanOrEqual(1 + 1e-9);
        });
        expect(form.filter(({ isScored }) => !isScored)).toHaveLength(
          Math.min(unscored, questions - 1),
        );
      }),
      { numRuns: 400 },
    );
    expect(forms).toBeGreaterThan(50);
  });

  test('is never smaller: what is missing is said by domain', () => {
    let refusals = 0;
    fc.assert(
      fc.property(either, ({ blueprint: { questions, weights }, rows, seed }) => {
        const pool = drawables(rows, weights.length);
        const result = drawForm(numbers(questions, weights), pool, seed);
        if (result.ok) return;
        refusals += 1;
        expect(result.error.available).toBeLessThan(questions);
        expect(result.error.domains.length).toBeGreaterThan(0);
        for (const { domain, needed, available } of result.error.domains) {
          expect(available).toBeLessThan(needed);
          expect(available).toBe(pool.filter((one) => one.domain === domain).length);
        }
      }),
      { numRuns: 400 },
    );
    expect(refusals).toBeGreaterThan(50);
  });

  test('is the same for the same seed, in whatever order the pool comes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, mix) => {
        const pool = [...poolOf('d0', 9, 3), ...poolOf('d1', 9, 3)];
        const turned = [...pool.slice(mix % pool.length), ...pool.slice(0, mix % pool.length)];
        const blueprint = numbers(10, [50, 50], 3);
        expect(drawn(blueprint, turned, seed)).toEqual(drawn(blueprint, pool, seed));
      }),
    );
  });

  test('is another one for another seed', () => {
    const pool = poolOf('d0', 40, 3);
    const forms = [1, 2, 3, 4].map((seed) =>
      drawn(numbers(10, [100]), pool, seed)
        .map(questionKey)
        .toSorted()
        .join(' '),
    );
    expect(new Set(forms).size).toBe(4);
  });

  test('takes the reserve first, then what was never seen, then what was seen longest ago', () => {
    const pool = poolOf('d0', 4, 4).map((one, place) => ({
      ...one,
      seen: !one.reserve && place % 2 === 0 ? 100 - place : null,
    }));
    const kindsOf = (questions: number) =>
      drawn(numbers(questions, [100]), pool, 7).map(({ concept, scenario }) => {
        const one = pool.find((each) => each.concept === concept && each.scenario === scenario);
        return one?.seen ?? (one?.reserve ? 'reserve' : 'unseen');
      });
    expect(kindsOf(4)).toEqual(Array.from({ length: 4 }, () => 'reserve'));
    expect(new Set(kindsOf(8))).toEqual(new Set(['reserve', 'unseen']));
    expect(kindsOf(9).filter((kind) => typeof kind === 'number')).toEqual([
      Math.min(...pool.flatMap(({ seen }) => seen ?? [])),
    ]);
  });

  test('leaves a weight by one question rather than ask what was seen', () => {
    const pool = [
      ...poolOf('d0', 10, 1).map((one, place) => ({ ...one, seen: place < 4 ? null : place })),
      ...poolOf('d1', 10, 1),
    ];
    const form = drawn(numbers(10, [50, 50]), pool, 1);
    expect(form.filter(({ domain }) => domain === 'd0')).toHaveLength(4);
    expect(form.filter(({ domain }) => domain === 'd1')).toHaveLength(6);
  });

  test('asks another concept before another scenario of the same', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const form = drawn(numbers(12, [100]), poolOf('d0', 12, 3), seed);
        expect(new Set(form.map(({ concept }) => concept)).size).toBe(12);
      }),
    );
  });

  test('brings the questions of a case together, one after the other', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const pool = poolOf('d0', 10, 2, 0).map((one, place) =>
          place % 5 === 0 ? { ...one, case: `case-${place % 2}` } : one,
        );
        const caseOf = ({ concept, scenario }: { concept: string; scenario: string }) =>
          pool.find((one) => one.concept === concept && one.scenario === scenario)?.case;
        const cases = drawn(numbers(10, [100]), pool, seed).map(caseOf);
        for (const name of ['case-0', 'case-1']) {
          const places = cases.flatMap((own, place) => (own === name ? [place] : []));
          expect(places).toEqual(places.map((_, i) => (places[0] ?? 0) + i));
        }
      }),
    );
  });

  test('takes what does not count from the domains in proportion', () => {
    const pool = [...poolOf('d0', 40, 1), ...poolOf('d1', 40, 1)];
    const form = drawn(numbers(40, [75, 25], 8), pool, 3);
    const unscored = form.filter(({ isScored }) => !isScored).map(({ domain }) => domain);
    expect(unscored.toSorted()).toEqual([...Array.from({ length: 6 }, () => 'd0'), 'd1', 'd1']);
  });
});

describe('clean forms that are left', () => {
  const blueprint = numbers(10, [50, 50]);

  test('are those without anything that was seen', () => {
    const pool = [...poolOf('d0', 15, 1), ...poolOf('d1', 15, 1)];
    expect(cleanForms(blueprint, pool)).toBe(3);
    const oneSeen = pool.map((one, place) => (place === 0 ? { ...one, seen: 1 } : one));
    expect(cleanForms(blueprint, oneSeen)).toBe(2);
    expect(cleanForms(blueprint, [])).toBe(0);
    expect(cleanForms(numbers(10, [0, 0]), pool)).toBe(0);
  });

  test('are as many as can be drawn one after the other, by whatever seeds', () => {
    fc.assert(
      fc.property(anyBlueprint, anyPool, fc.nat(), ({ questions, weights }, rows, seed) => {
        const some = numbers(Math.ceil(questions / 5), weights);
        const pool = drawables(rows, weights.length);
        let left = pool.filter(({ seen }) => seen === null);
        let forms = 0;
        for (; ; forms += 1) {
          const form = drawForm(some, left, seed + forms);
          if (!form.ok) break;
          const taken = new Set(form.value.map(questionKey));
          left = left.filter((one) => !taken.has(questionKey(one)));
        }
        expect(cleanForms(some, pool)).toBe(forms);
      }),
    );
  });

  test('are counted without drawing any: thousands of questions keep no page waiting', () => {
    const pool = [...poolOf('d0', 1500, 3), ...poolOf('d1', 1500, 3)];
    const timed = (work: () => unknown): number => {
      const from = performance.now();
      work();
      return performance.now() - from;
    };
    const one = timed(() => drawn(blueprint, pool, 1));
    expect(timed(() => expect(cleanForms(blueprint, pool)).toBe(900))).toBeLessThan(10 * one);
  });
});
