import { describe, expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import { memoryModel } from '#core/memory/model.ts';
import { outlookAt, planFor, secondsToMeetAll, type Planned, type PlanInput } from './plan.ts';

const costs = { right: 25, wrong: 45, fresh: 50 };
const key = (i: number) => conceptKey('pack', `c${String(i).padStart(4, '0')}`);

/** A third never met, the others at all strengths. */
const concepts = (count: number): Planned[] =>
  Array.from({ length: count }, (_, i) => ({
    key: key(i),
    weight: 1,
    standing:
      i % 3 === 0
        ? { prior: 0.3 }
        : { strength: { stability: 0.5 + (i % 40), difficulty: 1 + (i % 9) }, gap: 1 + (i % 20) },
  }));

const input = (changed: Partial<PlanInput> = {}): PlanInput => ({
  concepts: concepts(120),
  model: memoryModel(),
  costs,
  days: 30,
  seconds: 30 * 900,
  ...changed,
});

describe('the plan', () => {
  test('is the same for the same input, each concept once', () => {
    const { order } = planFor(input());
    expect(planFor(input()).order).toEqual(order);
    expect(new Set(order).size).toBe(order.length);
    expect(order.length).toBeGreaterThan(60);
  });

  test('puts a heavy domain before its equals', () => {
    const twins = Array.from({ length: 20 }, (_, i): Planned => ({
      key: key(i),
      weight: i % 2 === 0 ? 1.6 : 0.4,
      standing: { strength: { stability: 4, difficulty: 5 }, gap: 6 },
    }));
    const { order } = planFor(input({ concepts: twins, seconds: 300 }));
    expect(order.slice(0, 10).every((name) => Number(name.slice(-4)) % 2 === 0)).toBe(true);
  });

  test('of nothing is empty', () => {
    expect(planFor(input({ concepts: [] }))).toEqual({ order: [], outlooks: [] });
  });

  test('reaches its last day', () => {
    expect(planFor(input({ days: 1 })).order.length).toBeGreaterThan(0);
  });
});

describe('the outlook', () => {
  const { outlooks } = planFor(input());

  test('says more for more time, between nothing and all', () => {
    const at = [0, 600, 3000, 10_000, 50_000, 1e7].map((seconds) => outlookAt(outlooks, seconds));
    for (const [i, { met, recall }] of at.entries()) {
      expect(met).toBeGreaterThanOrEqual(at[i - 1]?.met ?? 0);
      expect(recall).toBeGreaterThanOrEqual(at[i - 1]?.recall ?? 0);
      expect(met).toBeLessThanOrEqual(1);
      expect(recall).toBeLessThanOrEqual(1);
    }
    expect(at.at(-1)?.met).toBe(1);
  });

  test('for no time at all is what is known by then, and a little time takes nothing of it', () => {
    const known = concepts(120).filter(({ standing }) => 'gap' in standing);
    const { recall } = memoryModel();
    const kept = known.map(({ standing }) =>
      'gap' in standing ? recall(standing.gap + 30, standing.strength.stability) : 0,
    );
    // Whoever answers quickly finds a review worth its time at any price.
    const quick = planFor(input({ concepts: known, costs: { right: 4, wrong: 7, fresh: 8 } }));
    const nothing = outlookAt(quick.outlooks, 0);
    expect(nothing.met).toBe(1);
    expect(nothing.recall).toBeCloseTo(kept.reduce((sum, one) => sum + one, 0) / kept.length, 10);
    const minute = outlookAt(quick.outlooks, 60);
    expect(minute.met).toBe(1);
    expect(minute.recall).toBeGreaterThan(nothing.recall);
  });

  test('counts concepts that are met, and what is recalled by what it counts in the exam', () => {
    const heavy = { strength: { stability: 1000, difficulty: 5 }, gap: 1 };
    const mixed = concepts(4).map((concept, i): Planned =>
      i === 0 ? { ...concept, weight: 9, standing: heavy } : { ...concept, standing: { prior: 0 } },
    );
    const nothing = outlookAt(planFor(input({ concepts: mixed })).outlooks, 0);
    expect(nothing.met).toBe(1 / 4);
    expect(nothing.recall).toBeCloseTo((9 * memoryModel().recall(31, 1000)) / 12, 10);
    for (const { met } of planFor(input({ concepts: mixed })).outlooks)
      expect((met * 4) % 1).toBeLessThan(1e-9);
  });

  test('knows the least time in which every concept is met', () => {
    const seconds = secondsToMeetAll(outlooks) ?? 0;
    expect(outlookAt(outlooks, seconds).met).toBeCloseTo(1, 2);
    expect(outlookAt(outlooks, seconds / 4).met).toBeLessThan(1);
  });

  test('of many concepts is that of a sample, scaled', () => {
    const few = outlookAt(planFor(input({ concepts: concepts(300) })).outlooks, 20_000);
    const many = outlookAt(planFor(input({ concepts: concepts(3000) })).outlooks, 200_000);
    expect(many.recall).toBeCloseTo(few.recall, 1);
  });
});
