import { expect, test, vi } from 'vitest';
import { lately } from './lately.ts';

test('a thing is made once of each text that was asked for lately', () => {
  const make = vi.fn<(text: string, by: number) => readonly string[]>((text, by) => [
    text,
    `${by}`,
  ]);
  const made = lately(make, String);
  const first = made('a', 1);
  expect(made('b', 1)).toEqual(['b', '1']);
  expect(made('a', 1)).toBe(first);
  expect(make).toHaveBeenCalledTimes(2);
  expect(made('a', 2)).toEqual(['a', '2']);
});

test('what was not asked for lately is let go', () => {
  const make = vi.fn<(text: string) => string>((text) => text);
  const made = lately(make, () => '');
  for (const text of ['a', 'b', 'c', 'a', 'd', 'e']) made(text);
  made('a');
  expect(make).toHaveBeenCalledTimes(5);
  made('b');
  expect(make).toHaveBeenCalledTimes(6);
});
