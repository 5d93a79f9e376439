import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pack } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { sortedProblems } from '#core/pack/source.ts';
import type { CheckedPack } from './check-pack.ts';
import { coverageDocument } from './coverage-table.ts';
import { reviewProblems } from './review-table.ts';

/** It shows the format, and teaches nothing: its claims and questions are not counted. */
const SPECIMEN = 'reference';

const COVERAGE = 'docs/COVERAGE.md';
const REVIEW = 'docs/REVIEW.md';

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

type Read = CheckedPack & { readonly pack: Pack };

const taught = (checked: readonly CheckedPack[]): readonly Read[] =>
  checked.flatMap((each) =>
    each.pack && each.name !== SPECIMEN ? [{ ...each, pack: each.pack }] : [],
  );

/** The table of claims as it should stand in `docs/COVERAGE.md`. */
const coverageOf = (checked: readonly CheckedPack[]): string => coverageDocument(taught(checked));

const inDocument = (file: string, code: string): Problem => ({
  severity: 'error',
  code,
  file,
  line: 1,
  column: 1,
  path: [],
  params: {},
});

/** Writes the table of claims; without a pack that cannot be read there is nothing true to write. */
export function writeCoverage(checked: readonly CheckedPack[], root: string): void {
  if (checked.some(({ pack }) => !pack)) return;
  mkdirSync(dirname(join(root, COVERAGE)), { recursive: true });
  writeFileSync(join(root, COVERAGE), coverageOf(checked));
}

/** Whether the table of claims is that of the packs. `checked` are all packs; `root` holds `docs`. */
export function checkCoverage(checked: readonly CheckedPack[], root: string): readonly Problem[] {
  if (checked.some(({ pack }) => !pack)) return [];
  const isStale = textOf(join(root, COVERAGE)) !== coverageOf(checked);
  return isStale ? [inDocument(COVERAGE, 'coverage_stale')] : [];
}

/** Which scenarios nobody has read as they are now. `root` holds `docs`. */
export async function checkReview(
  checked: readonly CheckedPack[],
  root: string,
): Promise<readonly Problem[]> {
  const review = textOf(join(root, REVIEW));
  const unread = taught(checked).map((each) => reviewProblems(each, review, REVIEW));
  return sortedProblems((await Promise.all(unread)).flat());
}
