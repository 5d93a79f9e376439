import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { least } from './least.ts';

test('the least of a list are what sorting and cutting gives, equal ones as they stand', () => {
  const items = fc.array(fc.nat({ max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(items, fc.nat({ max: 45 }), (numbers, count) => {
      const list = numbers.map((value, place) => ({ value, place }));
      const byValue = (a: { value: number }, b: { value: number }) => a.value - b.value;
      expect(least(list, count, byValue)).toEqual(list.toSorted(byValue).slice(0, count));
    }),
  );
});
