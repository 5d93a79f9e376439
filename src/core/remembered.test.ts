import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('the same thing with the same key is worked out once, with another key anew', () => {
  const remember = remembered<number>();
  let count = 0;
  const make = () => (count += 1);
  const thing = {};
  expect(remember(thing, 'a', make)).toBe(1);
  expect(remember(thing, 'a', make)).toBe(1);
  expect(remember(thing, 'b', make)).toBe(2);
  expect(remember({}, 'b', make)).toBe(3);
  expect(remembered<number>()(thing, 'b', make)).toBe(4);
});
