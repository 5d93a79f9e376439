import { array, assert, integer, pre, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examScenarios, questionsByDomain } from './form.ts';
import type { Domain } from './model.ts';
import { packOf, sampleScenario } from './rules/sample.ts';

const domains = (...weights: readonly number[]): Domain[] =>
  weights.map((weight, index) => ({ id: `d${index}`, title: {}, weight }));

describe('the questions of a form by domain', () => {
  test.each([
    [[50, 50], 20, [10, 10]],
    [[15, 15, 17, 15, 15, 13, 10], 20, [3, 3, 3, 3, 3, 3, 2]],
    [[33.3, 33.3, 33.4], 10, [3, 3, 4]],
    [[50, 50], 5, [3, 2]],
    [[100, 0], 7, [7, 0]],
  ])('of weights %j for %d are %j', (weights, questions, counts) => {
    expect([...questionsByDomain(domains(...weights), questions).values()]).toEqual(counts);
  });

  test('add up to the form, each less than one from its weight', () => {
    const weights = array(integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
    assert(
      property(weights, integer({ min: 1, max: 200 }), (given, questions) => {
        const all = domains(...given);
        const sum = given.reduce((total, weight) => total + weight, 0);
        pre(sum > 0);
        const counts = questionsByDomain(all, questions);
        expect([...counts.values()].reduce((total, count) => total + count, 0)).toBe(questions);
        for (const { id, weight } of all)
          expect(Math.abs((counts.get(id) ?? 0) - (questions * weight) / sum)).toBeLessThan(1);
      }),
    );
  });
});

test('a form is drawn from scenarios of the kinds of the exam', () => {
  const exam = { title: {}, questions: 1, minutes: 1, pass: 50, kinds: ['multiple'] } as const;
  const multiple = { ...sampleScenario('hills', 1), kind: 'multiple', choose: 1 } as const;
  const found = examScenarios(packOf(sampleScenario('harbour', 0), multiple), exam);
  expect(found).toEqual(new Map([['nights', [{ concept: 'night-work', scenario: multiple }]]]));
});
