import { describe, expect, test } from 'vitest';
import { examWeights } from '#core/exam/scope.ts';
import { conceptKey } from '#core/ids.ts';
import { replay } from '#core/journal/learner.ts';
import { emptyLearner, type Learner } from '#core/journal/learner-state.ts';
import { addDays, studyDay } from '#core/time.ts';
import { budgetOf } from './budget.ts';
import { planAsk, planOf } from './exam-plan.ts';
import { today } from './queue.ts';
import { answered, noon, samplePack } from './sample.ts';

const pack = samplePack({ concepts: 20, domains: 2 });
const other = samplePack({ uid: 'other', concepts: 6 });
const weights = examWeights('pack', [pack], []);
const day = studyDay(200);
const clock = noon(200);

/** `c0` to `c9` were answered, each on a day before, wrong or right in turn. */
const learner = replay(
  Array.from({ length: 10 }, (_, i) =>
    answered(i + 1, noon(180 + 2 * i), {
      concept: `c${i}`,
      session: `s${i}`,
      right: i % 2 === 0,
      latency: 30_000,
    }),
  ),
);

const ask = (one: Learner, ahead: number) => {
  const exam = addDays(day, ahead);
  return planAsk(one, [pack, other], weights, budgetOf(one, day, exam), day, exam);
};
const order = (one: Learner, ahead: number) => planOf(ask(one, ahead)).order;

describe('the plan of a day', () => {
  test('is the same for the same learner and day, also after a copy', () => {
    const once = planOf(ask(learner, 30));
    expect(planOf(structuredClone(ask(learner, 30)))).toEqual(once);
    expect(once.outlooks.length).toBeGreaterThan(1);
  });

  test('holds the concepts of the exam alone, those never met with a prior', () => {
    const { concepts, days } = ask(learner, 30);
    expect(days).toBe(30);
    expect(concepts.map(({ key }) => key)).toEqual(
      pack.concepts.map(({ id }) => conceptKey('pack', id)),
    );
    expect(concepts[19]?.standing).toEqual({ prior: 0.3 });
    expect(concepts[0]?.standing).toMatchObject({ gap: 20 });
  });

  test('asks nothing twice on one day', () => {
    const again = replay([answered(1, noon(200, -10), { concept: 'c3' })]);
    expect(order(again, 30)).not.toContain(conceptKey('pack', 'c3'));
    expect(ask(again, 30).concepts).toHaveLength(20);
  });
});

describe('in the last three days', () => {
  test.each([1, 2, 3])('nothing new is asked, %i before', (ahead) => {
    const keys = order(learner, ahead);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.every((key) => learner.concepts.has(key))).toBe(true);
  });

  test('nor on the day itself, and what is still known is left alone', () => {
    const [old, fresh] = [conceptKey('pack', 'c0'), conceptKey('pack', 'c1')];
    const one = replay([answered(1, noon(150)), answered(2, noon(199), { concept: 'c1' })]);
    expect(order(one, 0)).toEqual([old]);
    expect(order(one, 3)).toEqual([old, fresh]);
  });

  test('there still is something new the day before that', () => {
    expect(order(learner, 4).some((key) => !learner.concepts.has(key))).toBe(true);
  });

  test('what is most at risk comes first, a heavy domain before its equals', () => {
    const [first, second] = pack.domains;
    if (!first || !second) throw new Error('no domains');
    const heavy = {
      ...pack,
      domains: [
        { ...first, weight: 99 },
        { ...second, weight: 1 },
      ],
    };
    const byWeight = planOf(
      planAsk(
        learner,
        [heavy],
        examWeights('pack', [heavy], []),
        budgetOf(learner, day, addDays(day, 2)),
        day,
        addDays(day, 2),
      ),
    ).order;
    expect(Number(byWeight[0]?.split('/c')[1]) % 2).toBe(0);
    const equal = order(learner, 2);
    expect(Number(equal[0]?.split('/c')[1]) % 2).toBe(1);
  });

  test('whoever has met nothing is asked nothing', () => {
    expect(order(emptyLearner, 2)).toEqual([]);
  });
});

describe('the queue of a day with a plan', () => {
  const queue = (one: Learner, ahead: number, seconds: number, library = [pack, other]) => {
    const plan = planOf(ask(one, ahead));
    return {
      plan,
      items: today(one, library, clock, {
        seed: 1,
        plan: { order: plan.order, scope: weights, seconds },
      }).items,
    };
  };
  const keyOf = (item: { readonly pack: string; readonly concept: string }) =>
    conceptKey(item.pack, item.concept);

  test('asks what the plan puts first, as much as there is time for', () => {
    const { plan, items } = queue(emptyLearner, 30, 6 * 45);
    expect(new Set(items.map(keyOf))).toEqual(new Set(plan.order.slice(0, 6)));
  });

  test('has no limit to what is new but the time', () => {
    expect(queue(emptyLearner, 30, 20 * 45).items.every(({ reason }) => reason === 'new')).toBe(
      true,
    );
    expect(queue(emptyLearner, 30, 20 * 45).items).toHaveLength(20);
  });

  test('begins with a misconception all the same', () => {
    const wrong = { concept: 'c4', right: false, confidence: 'certain' } as const;
    const mistaken = replay([answered(1, noon(199), wrong)]);
    expect(queue(mistaken, 30, 4 * 45).items[0]).toMatchObject({
      concept: 'c4',
      reason: 'misconception',
    });
  });

  test('asks what is due elsewhere when the plan has had its time, and nothing new there', () => {
    const elsewhere = replay([answered(1, noon(150), { pack: 'other', concept: 'c1' })]);
    const { items } = queue(elsewhere, 2, 9 * 45);
    expect(items).toMatchObject([{ pack: 'other', concept: 'c1', reason: 'due' }]);
  });

  test('is empty on a day off, unless the learner says how long', () => {
    const plan = { order: order(learner, 30), scope: weights, seconds: 0 };
    expect(today(learner, [pack], clock, { seed: 1, plan }).items).toEqual([]);
    expect(
      today(learner, [pack], clock, { seed: 1, plan, minutes: 5 }).items.length,
    ).toBeGreaterThan(0);
  });
});
