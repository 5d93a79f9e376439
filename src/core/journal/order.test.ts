import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEvents } from './arbitrary-events.ts';
import { refKey } from './event.ts';
import { beyond, compareEvents, inOrder, sizeOf, union, vectorOf, withMore } from './order.ts';
import { countOf, holesOf, joined, rangesOf, reach, subtract, within } from './ranges.ts';

const range = (first: number, last: number, writer = 'a') => ({ writer, first, last });
const anyRanges = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 30 }), fc.nat(6))
    .map(([writer, first, more]) => range(first, first + more, writer)),
  { maxLength: 8 },
);
const numbersIn = (ranges: readonly ReturnType<typeof range>[]) =>
  [
    ...new Set(
      ranges.flatMap(({ writer, first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i) => `${writer}:${first + i}`),
      ),
    ),
  ].toSorted();

describe('the union of journals', () => {
  test('is the same in any order, and twice is once', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (one, two) => {
        const joint = union(one, two);
        expect(union(two, one)).toEqual(joint);
        expect(union(joint, one, two, two)).toEqual(joint);
      }),
    );
  });

  test('with more events is the same, whether they are new or known', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (one, two) => {
        const known = union(one, two);
        expect(withMore(union(one), two)).toEqual(known);
        expect(withMore(known, two)).toEqual(known);
        expect(withMore(known, known.slice(1))).toBe(known);
      }),
    );
  });

  test('has every event once, in order', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (one, two) => {
        const joint = union(one, two);
        const keys = joint.map(refKey);
        expect(new Set(keys)).toEqual(new Set([...one, ...two].map(refKey)));
        expect(keys).toHaveLength(new Set(keys).size);
        expect(joint).toEqual(joint.toSorted(compareEvents));
        expect(inOrder(joint)).toBe(joint);
      }),
    );
  });
});

describe('a vector', () => {
  test('goes as far as there is no hole, and sums to the number of events', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const vector = vectorOf(events);
        expect(sizeOf(vector)).toBe(events.length);
        expect(beyond(events, vector)).toEqual([]);
        const [first] = events;
        if (first === undefined) return;
        const holed = vectorOf(events.filter((event) => event !== first));
        expect(holed.has(first.writer)).toBe(false);
      }),
    );
  });

  test('goes on from where another ends', () => {
    const refs = [3, 4, 6].map((seq) => ({ writer: 'a', seq }));
    expect(vectorOf(refs, new Map([['a', 2]]))).toEqual(new Map([['a', 4]]));
    expect(reach([range(1, 2), range(3, 4), range(6, 6)], new Map())).toEqual(new Map([['a', 4]]));
  });
});

describe('ranges', () => {
  test('name what they were made of', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const ranges = rangesOf(events);
        expect(numbersIn(ranges)).toEqual(events.map(refKey).toSorted());
        expect(countOf(ranges)).toBe(events.length);
        expect(events.every(within(ranges))).toBe(true);
      }),
    );
  });

  test('joined and subtracted are sets of numbers', () => {
    fc.assert(
      fc.property(anyRanges, anyRanges, (one, two) => {
        expect(numbersIn(joined(one))).toEqual(numbersIn(one));
        const taken = new Set(numbersIn(two));
        const left = numbersIn(one).filter((number) => !taken.has(number));
        expect(numbersIn(subtract(one, two))).toEqual(left);
      }),
    );
  });

  test('show their holes, but not those under a vector', () => {
    const ranges = [range(3, 4), range(7, 9)];
    expect(holesOf(ranges)).toEqual([range(1, 2), range(5, 6)]);
    expect(holesOf(ranges, new Map([['a', 5]]))).toEqual([range(6, 6)]);
  });
});
