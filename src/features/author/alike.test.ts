import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAlike } from './alike.ts';

test('what reads the same as JSON is alike, and nothing else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isAlike(a, structuredClone(a))).toBe(true);
      expect(isAlike([a], [b])).toBe(isAlike(a, b));
      expect(isAlike(a, b) && JSON.stringify(a) !== JSON.stringify(b)).toBe(false);
    }),
  );
});

test.each([
  [{ text: 'a' }, { text: 'b' }],
  [{ text: 'a' }, { text: 'a', why: undefined }],
  [['a'], ['a', 'b']],
  [['a'], { 0: 'a' }],
  [{ list: [{ id: 'a' }] }, { list: [{ id: 'b' }] }],
  [() => 1, () => 1],
  [null, {}],
])('%j and %j are not alike', (a, b) => {
  expect(isAlike(a, b)).toBe(false);
  expect(isAlike(b, a)).toBe(false);
});
