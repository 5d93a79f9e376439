import type { DraftFiles } from '#core/author/history.ts';
import type { Problem } from '#core/pack/problem.ts';
import { fixFor } from '#formats/markdown/fixes.ts';
import { applyPatches } from '#formats/markdown/patch.ts';

/** The files with a problem mended; `null` where the author has something to decide. */
export function fixed(files: DraftFiles, problem: Problem): DraftFiles | null {
  const fix = fixFor(files, problem);
  const source = fix ? files.get(fix.path) : undefined;
  if (!fix || typeof source !== 'string') return null;
  return new Map(files).set(fix.path, applyPatches(source, fix.patches));
}

/** Whether one tap mends it. */
export const isFixable = (files: DraftFiles, problem: Problem): boolean =>
  fixFor(files, problem) !== null;
