import { expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import { replay } from '#core/journal/learner.ts';
import { drill } from '#core/study/drill.ts';
import { today } from '#core/study/queue.ts';
import { answered, noon, samplePack, withConcept } from '#core/study/sample.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { countedAnswers, hasChangedAnswer } from './changed.ts';

const DAY = 20_000;
const pack = samplePack();
const key = conceptKey('pack', 'c0');

/** The pack after the answer of a scenario of `c0` has changed. */
function changed(scenario: string): PackIndex {
  const [first] = pack.concepts;
  if (!first) throw new Error('no concept');
  return withConcept(pack, 'c0', {
    scenarios: first.scenarios.map((one) => (one.id === scenario ? { ...one, keyRev: 'k2' } : one)),
  });
}

const learner = replay([
  answered(1, noon(DAY), { scenario: 's1' }),
  answered(2, noon(DAY), { scenario: 's2', right: false }),
  answered(3, noon(DAY), { concept: 'c1' }),
]);
const after = (library: PackIndex) =>
  today(learner, [library], noon(DAY), { seed: 1, minutes: 60 }).items;

test('a concept whose answer has changed comes back the same day, first, by the scenario that changed', () => {
  expect(after(pack).find(({ concept }) => concept === 'c0')).toBeUndefined();
  expect(after(changed('s1'))[0]).toMatchObject({
    concept: 'c0',
    scenario: 's1',
    reason: 'changed',
  });
});

test('what was never answered, is kept for exams or is suspended brings nothing back', () => {
  expect(after(changed('s0')).find(({ concept }) => concept === 'c0')).toBeUndefined();
  const library = changed('s1');
  const [concept] = library.concepts;
  if (!concept) throw new Error('no concept');
  const day = learnerDay(learner, noon(DAY));
  const scenarios = concept.scenarios.map((one) => ({ ...one, reserve: true }));
  expect(hasChangedAnswer(learner, key, concept, day)).toBe(true);
  expect(hasChangedAnswer(learner, key, { ...concept, scenarios }, day)).toBe(false);
});

test('answered under the new key it is as any other, and the old answers count no more', () => {
  const library = changed('s2');
  const [concept] = library.concepts;
  if (!concept) throw new Error('no concept');
  expect(countedAnswers(learner, 'pack', concept)).toEqual({ answers: 1, right: 1 });
  const later = replay([
    answered(1, noon(DAY), { scenario: 's1' }),
    answered(2, noon(DAY), { scenario: 's2', right: false }),
    answered(4, noon(DAY), { scenario: 's2', keyRev: 'k2' }),
  ]);
  expect(hasChangedAnswer(later, key, concept, learnerDay(later, noon(DAY)))).toBe(false);
  expect(countedAnswers(later, 'pack', concept)).toEqual({ answers: 2, right: 2 });
  expect(later.concepts.get(key)).toMatchObject({ answers: 2, right: 2 });
});

test('a drill asks the changed scenario of a concept first, too', () => {
  const [item] = drill(learner, [changed('s2')], noon(DAY), { filter: { concept: 'c0' }, seed: 1 });
  expect(item?.scenario).toBe('s2');
});
