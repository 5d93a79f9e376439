import { expect, test } from 'vitest';
import { cpuTime } from '#formats/cpu-time.ts';
import { listIn } from './list-cell.ts';

test.each<readonly [string, readonly string[] | null]>([
  ['["a", "b, c", 3]', ['a', 'b, c', '3']],
  ['{"A": "a", "B": "b"}', ['a', 'b']],
  [`['a', "it's"]`, ['a', "it's"]],
  [String.raw`['it\'s', 'b']`, ["it's", 'b']],
  ["['a' 'b'\n 'c']", ['a', 'b', 'c']],
  ["{'A': 'a', 'B': 'b'}", ['a', 'b']],
  ['[]', null],
  ['{}', null],
  ['[x] checked', null],
  ['[a, b]', null],
  ['[[1, 2], "a"]', null],
  ['{a = 1}', null],
  ['plain', null],
])('%j holds the texts %j', (cell, texts) => {
  expect(listIn(cell)).toEqual(texts);
});

test.each([
  `[${"'".repeat(100_000)}]`,
  `[${"'a\\\\".repeat(30_000)}]`,
  `{${"'a':".repeat(30_000)}}`,
  '['.repeat(100_000),
])('a cell without end is no trouble', (cell) => {
  expect(cpuTime(() => void listIn(cell))).toBeLessThan(500);
});
