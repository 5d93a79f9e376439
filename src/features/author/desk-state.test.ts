import { expect, test } from 'vitest';
import type { Problem } from '#core/pack/problem.ts';
import { problemsOf } from './desk-state.ts';

const problem = (file: string, line: number, code: string): Problem => ({
  severity: 'warning',
  file,
  line,
  column: 1,
  path: [],
  code,
  params: {},
});

const whole = (problems: readonly Problem[]) => ({
  problems,
  silenced: 0,
  outline: null,
  coverage: null,
});

const focus = (file: string, problems: readonly Problem[]) => ({ file, problems, seen: null });

const [a, b, b9, c] = [
  problem('a.md', 1, 'near_duplicate'),
  problem('b.md', 2, 'near_duplicate'),
  problem('b.md', 9, 'why_missing'),
  problem('c.md', 1, 'near_duplicate'),
];

test('what is newly known of a file stands among what is known of the others, by place', () => {
  const fresh = [problem('b.md', 1, 'why_missing'), { ...b, params: { other: 'x' } }];
  expect(problemsOf(whole([a, b, b9, c]), focus('b.md', fresh))).toEqual([a, ...fresh, b9, c]);
});

test('a file of which nothing was known comes in its place as well', () => {
  expect(problemsOf(whole([a, b]), focus('c.md', [c]))).toEqual([a, b, c]);
  expect(problemsOf(whole([b, c]), focus('a.md', [a]))).toEqual([a, b, c]);
  expect(problemsOf(null, focus('a.md', [a]))).toEqual([a]);
});
