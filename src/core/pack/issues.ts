import type * as v from 'valibot';
import type { Problem } from './problem.ts';

/** What a schema found, as a code with its parameters; the place is the caller's. */
export interface Finding {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly params: Problem['params'];
}

/** Letters to insert, delete or replace (Levenshtein), for short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known word that was probably meant, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, apart: distance(word, candidate) }))
    .filter(({ candidate, apart }) => apart <= Math.max(1, Math.floor(candidate.length / 3)))
    .toSorted((a, b) => a.apart - b.apart);
  return near[0]?.candidate ?? '';
}

const ownCode = /^[a-z]+(?:_[a-z]+)+$/;

/** A schema issue as a finding: our own codes as they are, shapes as `missing`, `unknown_key`, `wrong_value`. */
export function findingOf(issue: v.BaseIssue<unknown>): Finding {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const last = issue.path?.at(-1);
  const key = String(path.at(-1) ?? '');
  if (issue.message === 'unknown_key') {
    const near = didYouMean(key, (issue.expected ?? '').split(' '));
    return { code: near === '' ? 'unknown_key' : 'unknown_key_near', path, params: { key, near } };
  }
  if (ownCode.test(issue.message))
    return { code: issue.message, path, params: { value: issue.received } };
  const isMissing =
    last?.type === 'object' && last.value === undefined && issue.received === 'undefined';
  if (isMissing) return { code: 'missing_key', path, params: { key } };
  const params = { key, expected: issue.expected ?? '', received: issue.received };
  return { code: 'wrong_value', path, params };
}
