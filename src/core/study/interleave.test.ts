import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { interleaved, neighboursIn } from './interleave.ts';
import type { Item } from './item.ts';
import { samplePack, studied, withConcept } from './sample.ts';

const item = (domain: string, concept: string): Item => ({
  pack: 'pack',
  domain,
  concept,
  scenario: studied('s0'),
  kind: 'single',
  chance: 0.25,
  reason: 'due',
  others: [],
});
const order = (items: readonly Item[], pack = samplePack()) =>
  interleaved(items, neighboursIn([pack], items)).map(({ concept }) => concept);

test('no two of one domain in a row where it can be helped', () => {
  const items = [item('d0', 'c0'), item('d0', 'c2'), item('d1', 'c1'), item('d0', 'c4')];
  expect(order(items)).toEqual(['c0', 'c1', 'c2', 'c4']);
});

test('what is mixed up comes side by side, whichever of the two says so', () => {
  const items = [item('d0', 'c0'), item('d1', 'c1'), item('d0', 'c2'), item('d1', 'c3')];
  const pack = samplePack();
  expect(order(items, withConcept(pack, 'c0', { confusable: ['c2'] }))[1]).toBe('c2');
  expect(order(items, withConcept(pack, 'c2', { confusable: ['c0'] }))[1]).toBe('c2');
});

test('what is urgent is not put off for long, and nothing is lost', () => {
  const domains = fc.array(fc.constantFrom('d0', 'd1', 'd2'), { maxLength: 40 });
  fc.assert(
    fc.property(domains, (all) => {
      const items = all.map((domain, i) => item(domain, `c${i}`));
      const after = order(items);
      expect(after.toSorted()).toEqual(items.map(({ concept }) => concept).toSorted());
      // Nothing overtakes by more than the look-ahead.
      after.forEach((concept, place) => expect(Number(concept.slice(1)) - place).toBeLessThan(6));
    }),
  );
});
