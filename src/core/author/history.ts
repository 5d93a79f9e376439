import type { Instant } from '#core/time.ts';

/** A draft is the files of a pack: paths below its folder, and what they hold. */
export type DraftFiles = ReadonlyMap<string, string | Uint8Array>;

/** What became of one file. A text that was there before and after is told by the stretch that differs. */
export type FilePatch =
  | {
      readonly type: 'text';
      readonly path: string;
      /** In UTF-16 units. */
      readonly at: number;
      readonly removed: string;
      readonly inserted: string;
    }
  | {
      readonly type: 'made' | 'gone';
      readonly path: string;
      readonly content: string | Uint8Array;
    };

/** What was done, in a word; the words for the screen stand in i18n. */
export type StepName =
  | 'typed'
  | 'filled-in'
  | 'made'
  | 'copied'
  | 'moved'
  | 'renamed'
  | 'deleted'
  | 'mended'
  | 'replaced'
  | 'brought-in'
  | 'settings';

/** One change of a draft that can be taken back. */
export interface Step {
  readonly name: StepName;
  readonly at: Instant;
  readonly patches: readonly FilePatch[];
}

/** A draft and how it came to be. */
export interface History {
  /** As it stands now. */
  readonly files: DraftFiles;
  /** Number of the first step that is kept; those before were folded into the base. */
  readonly base: number;
  /** Those that can be taken back, then those that can be done again. */
  readonly steps: readonly Step[];
  /** How many of the kept steps stand. */
  readonly done: number;
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The stretch in which two texts differ, never through the middle of a character. */
function stretch(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  let same = 0;
  while (
    same < most - at &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  if (isLow(before.charCodeAt(at)) || isLow(after.charCodeAt(at))) at = Math.max(0, at - 1);
  if (isLow(before.charCodeAt(before.length - same))) same = Math.max(0, same - 1);
  return {
    at,
    removed: before.slice(at, before.length - same),
    inserted: after.slice(at, after.length - same),
  };
}

const isSame = (a: string | Uint8Array, b: string | Uint8Array | undefined): boolean =>
  a === b ||
  (a instanceof Uint8Array &&
    b instanceof Uint8Array &&
    a.length === b.length &&
    a.every((byte, index) => byte === b[index]));

/** What leads from some files to others. */
export function patchesBetween(before: DraftFiles, after: DraftFiles): readonly FilePatch[] {
  const patches: FilePatch[] = [];
  for (const [path, content] of before) {
    const next = after.get(path);
    if (isSame(content, next)) continue;
    if (typeof content === 'string' && typeof next === 'string')
      patches.push({ type: 'text', path, ...stretch(content, next) });
    else patches.push({ type: 'gone', path, content });
  }
  for (const [path, content] of after) {
    const former = before.get(path);
    const isChanged = former !== undefined && !isSame(content, former);
    const wasText = typeof content === 'string' && typeof former === 'string';
    if (former === undefined || (isChanged && !wasText))
      patches.push({ type: 'made', path, content });
  }
  return patches;
}

function applyOne(files: Map<string, string | Uint8Array>, patch: FilePatch): void {
  const { path } = patch;
  if (patch.type !== 'text') {
    if (patch.type === 'gone') files.delete(path);
    else files.set(path, patch.content);
    return;
  }
  const text = files.get(path);
  if (typeof text !== 'string') return;
  const { at, removed, inserted } = patch;
  files.set(path, text.slice(0, at) + inserted + text.slice(at + removed.length));
}

const opposite = (patch: FilePatch): FilePatch =>
  patch.type === 'text'
    ? { ...patch, removed: patch.inserted, inserted: patch.removed }
    : { ...patch, type: patch.type === 'made' ? 'gone' : 'made' };

/** The files after a step. */
export function applyPatches(files: DraftFiles, patches: readonly FilePatch[]): DraftFiles {
  const next = new Map(files);
  for (const patch of patches) applyOne(next, patch);
  return next;
}

const takeBack = (files: DraftFiles, patches: readonly FilePatch[]): DraftFiles =>
  applyPatches(files, patches.toReversed().map(opposite));

/** Typing goes on in the same step for so many milliseconds, and so many characters. */
const PAUSE = 1500;
const RUN = 400;

/** Two stretches of typing as one; `null` when the second does not go on where the first ended. */
function joined(first: Step, second: Step): Step | null {
  const [a, b] = [first.patches[0], second.patches[0]];
  if (first.patches.length !== 1 || second.patches.length !== 1) return null;
  if (first.name !== second.name || !['typed', 'filled-in', 'settings'].includes(first.name))
    return null;
  if (a?.type !== 'text' || b?.type !== 'text' || a.path !== b.path) return null;
  if (second.at - first.at > PAUSE || a.inserted.length > RUN) return null;
  const end = a.at + a.inserted.length;
  if (b.at < a.at || b.at + b.removed.length > end) return null;
  const kept = b.at - a.at;
  const inserted =
    a.inserted.slice(0, kept) + b.inserted + a.inserted.slice(kept + b.removed.length);
  return { ...second, patches: [{ ...a, inserted }] };
}

/**
 * Does something; what had been taken back is then gone.
 * Typing that goes on is one step with what was typed just before.
 */
export function record(history: History, files: DraftFiles, name: StepName, at: Instant): History {
  const patches = patchesBetween(history.files, files);
  if (patches.length === 0) return history;
  const steps = history.steps.slice(0, history.done);
  const step: Step = { name, at, patches };
  const last = steps.at(-1);
  const both = last && history.done === history.steps.length ? joined(last, step) : null;
  const next = both ? [...steps.slice(0, -1), both] : [...steps, step];
  return { ...history, files, steps: next, done: next.length };
}

export function undo(history: History): History {
  const step = history.steps[history.done - 1];
  if (!step) return history;
  return {
    ...history,
    files: takeBack(history.files, step.patches),
    done: history.done - 1,
  };
}

export function redo(history: History): History {
  const step = history.steps[history.done];
  if (!step) return history;
  return {
    ...history,
    files: applyPatches(history.files, step.patches),
    done: history.done + 1,
  };
}

/** Units of UTF-16, or bytes, that a step holds. */
const sizeOf = ({ patches }: Step): number =>
  patches.reduce(
    (sum, patch) =>
      sum +
      (patch.type === 'text' ? patch.removed.length + patch.inserted.length : patch.content.length),
    0,
  );

/** So much of the past is kept; then the older half of it is folded into the base. */
const MOST_STEPS = 600;
const MOST_SIZE = 8_000_000;

/** Whether the past has grown so long that it should be folded. */
export const isLong = ({ steps }: History): boolean =>
  steps.length > MOST_STEPS || steps.reduce((sum, step) => sum + sizeOf(step), 0) > MOST_SIZE;

/** Forgets the older half of what could be taken back, one step at least. Nothing of the draft itself is lost. */
export function folded(history: History): History {
  const count = Math.max(1, Math.floor(history.done / 2));
  if (history.done < count) return history;
  return {
    ...history,
    base: history.base + count,
    steps: history.steps.slice(count),
    done: history.done - count,
  };
}

/** The files before all kept steps: what a base in the storage holds. */
export function baseOf({ files, steps, done }: History): DraftFiles {
  return steps
    .slice(0, done)
    .toReversed()
    .reduce((later, { patches }) => takeBack(later, patches), files);
}

/** A history as it was stored: the base, and the steps that stand or stood. */
export const restored = (
  baseFiles: DraftFiles,
  base: number,
  steps: readonly Step[],
  done: number,
): History => ({
  files: steps
    .slice(0, done)
    .reduce((files, { patches }) => applyPatches(files, patches), baseFiles),
  base,
  steps,
  done,
});
