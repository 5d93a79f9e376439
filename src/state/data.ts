import { createStore } from 'zustand/vanilla';
import { refOf, type EventRef, type Range } from '#core/journal/event.ts';
import { err, ok, type Result } from '#core/result.ts';
import { formatDay, instant, studyDayOf, type Clock } from '#core/time.ts';
import { parseBackup, previewImport, type BackupProblem } from '#storage/backup.ts';
import { NEARLY_FULL } from '#storage/capacity.ts';
import { estimate, isPersisted, type Estimate } from '#storage/persist.ts';
import { prefixOf } from '#storage/store.ts';
import { healReviews } from './exam/heal.ts';
import { made } from './exam/made.ts';
import { eraseExamMark } from './exam/mark.ts';
import { readMark, writeMark, type BackupMark } from './backup-mark.ts';
import type { Brought, Staying } from './backup/bring-in.ts';
import type { LeftOut } from './backup/collect.ts';
import type { PartsPlan } from './backup/plan.ts';
import { planOf, type ImportPlan } from './import-plan.ts';
import type { Stores } from './stores.ts';

/** Everything in one file. */
export interface BackupFile {
  readonly name: string;
  readonly text: string;
  /** Answers in it that count. */
  readonly answers: number;
  /** How many added packs and drafts are in it, and which are not. */
  readonly packs: number;
  readonly drafts: number;
  readonly leftOut: readonly LeftOut[];
  /** Packs and drafts could not be looked at: none of them is in it. */
  readonly isShut: boolean;
}

/** How much is stored, in characters and bytes, as far as this browser says. */
export interface StorageUse {
  readonly used: number;
  /** What localStorage holds at most; `null` while it is not known. */
  readonly capacity: number | null;
  readonly estimate: Estimate | null;
  /** Whether the browser has promised not to delete it by itself. */
  readonly persisted: boolean | null;
}

/** Something that could not be read, kept as it was found. */
export interface Aside {
  readonly key: string;
  /** When it was put aside, in milliseconds. */
  readonly at: number | null;
  readonly text: string;
}

export interface ImportDone {
  /** Answers that came in. */
  readonly answers: number;
  readonly ranges: readonly Range[];
  /** Packs and drafts that came in with them. */
  readonly brought: Brought;
}

export type ImportProblem = BackupProblem | { readonly code: 'too-large' | 'unreadable' };
export type PlanResult = Result<ImportPlan, ImportProblem>;

interface Undoable {
  /** Everything was deleted since this page was opened; what stood in backups then. */
  readonly deletion: {
    readonly ref: EventRef;
    readonly mark: BackupMark;
    readonly putBack: () => void;
  } | null;
  readonly lastImport: ImportDone | null;
}

/** Great steps that can be taken back until the page is left, from whichever screen. */
export const undoable = createStore<Undoable>(() => ({ deletion: null, lastImport: null }));

const fileName = (clock: Clock): string => `mondo-backup-${formatDay(studyDayOf(clock, 0))}.json`;

export async function makeBackup({ journal, learner, clock, ports }: Stores): Promise<BackupFile> {
  const { collectParts } = await import('./backup/collect.ts');
  const { leftOut, isShut, ...parts } = await collectParts(ports);
  return {
    name: fileName(clock()),
    text: await journal.backup(parts),
    answers: learner.getState().learner.answers,
    packs: parts.packs.length,
    drafts: parts.drafts.length,
    leftOut,
    isShut,
  };
}

/** A backup was handed over: its answers are safe from now on. */
export function markBackup(stores: Stores, { answers }: BackupFile): void {
  writeMark(stores, { at: stores.clock().at, answers });
}

/** Old answers on their way out of this browser. */
export interface ArchiveFile {
  readonly name: string;
  readonly text: string;
  readonly events: number;
  /** The learner has the file: they are taken out here. False when that failed, and all is as it was. */
  readonly confirm: () => Promise<boolean>;
}

/** What is younger stays here in any case: it may still be undone, or rated anew. */
const ARCHIVE_AFTER_MILLIS = 90 * 86_400_000;

/** @returns null when nothing is old enough, or there is no second copy to be sure of */
export async function makeArchive({
  journal,
  learner,
  clock,
}: Stores): Promise<ArchiveFile | null> {
  // Packed and proven first, and what it amounts to kept: only then may it go.
  await journal.idle();
  await learner.getState().rest();
  // Nothing was kept just now: what those in a file amount to cannot be read, and no more may go there.
  if (learner.getState().troubles.some(({ code }) => code === 'archive-needed')) return null;
  const before = instant(clock().at - ARCHIVE_AFTER_MILLIS);
  const archive = await journal.prepareArchive(before);
  return archive && { ...archive, name: fileName(clock()).replace('backup', 'archive') };
}

/** Whether so much is stored that old answers should move out. */
export const isNearlyFull = ({ used, capacity }: StorageUse): boolean =>
  capacity !== null && used > NEARLY_FULL * capacity;

/** No backup of ours comes near it, and a text of more does not fit into every browser. In bytes. */
const MOST_BYTES = 400_000_000;

/** Reads a backup and says what it would change; changes nothing. */
export async function planFile(
  stores: Stores,
  file: Blob,
  signal: AbortSignal,
): Promise<PlanResult> {
  if (file.size > MOST_BYTES) return err({ code: 'too-large' });
  try {
    return await planImport(stores, await file.text(), signal);
  } catch {
    return err({ code: 'unreadable' });
  }
}

const never = new AbortController().signal;
const nothing: PartsPlan = { packs: [], drafts: [], broken: [] };
const noneBrought: Brought = { packs: [], drafts: [], notKept: [] };

export async function planImport(
  stores: Stores,
  text: string,
  signal: AbortSignal = never,
): Promise<PlanResult> {
  const parsed = parseBackup(text);
  if (!parsed.ok) return parsed;
  const { events, packs, drafts } = parsed.value;
  const before = await stores.journal.all();
  const plan = planOf(events, before, previewImport(before, events, stores.clock()));
  if (packs.length + drafts.length === 0) return ok({ ...plan, parts: nothing });
  const { planParts } = await import('./backup/plan.ts');
  return ok({ ...plan, parts: await planParts(stores, parsed.value, signal) });
}

export async function runImport(stores: Stores, plan: ImportPlan): Promise<void> {
  const { journal, learner, clock } = stores;
  const { packs, drafts } = plan.parts;
  const ranges = await journal.importEvents(plan.events, clock());
  await healReviews(stores);
  await learner.getState().reread();
  const hasParts = packs.length + drafts.length > 0;
  const brought = hasParts
    ? await (await import('./backup/bring-in.ts')).bringIn(stores, plan.parts)
    : noneBrought;
  leaveSession(stores);
  countInBackups(stores, plan.fresh);
  const isChange = [ranges, ...Object.values(brought)].some(({ length }) => length > 0);
  undoable.setState({ lastImport: isChange ? { answers: plan.fresh, ranges, brought } : null });
}

/**
 * Takes the last import back. What stood here before it stays.
 * @returns packs and drafts of it that were changed since: they stay too
 */
export async function revokeImport(stores: Stores): Promise<readonly Staying[]> {
  const { lastImport } = undoable.getState();
  if (lastImport === null) return [];
  const { ranges, brought, answers } = lastImport;
  const learner = stores.learner.getState();
  if (ranges.length > 0) learner.record([{ type: 'import-revoked', ranges }], stores.clock());
  await healReviews(stores);
  await learner.reread();
  const { takeAway } = await import('./backup/bring-in.ts');
  const staying = await takeAway(stores, brought);
  leaveSession(stores);
  countInBackups(stores, -answers);
  undoable.setState({ lastImport: null });
  return staying;
}

/** Begins a new epoch: what stood before is no longer looked at, and erased when Mondo is next started. */
export async function deleteEverything(stores: Stores): Promise<void> {
  const mark = readMark(stores);
  const learner = stores.learner.getState();
  const [event] = learner.record([{ type: 'epoch-started' }], stores.clock());
  await learner.reread();
  leaveSession(stores);
  const putBack = eraseExamMark(stores);
  writeMark(stores, { ...mark, answers: 0 });
  if (event)
    undoable.setState({ deletion: { ref: refOf(event), mark, putBack }, lastImport: null });
}

export async function undoDeletion(stores: Stores): Promise<void> {
  const { deletion } = undoable.getState();
  if (deletion === null) return;
  const learner = stores.learner.getState();
  learner.record([{ type: 'undone', ref: deletion.ref }], stores.clock());
  await learner.reread();
  leaveSession(stores);
  deletion.putBack();
  writeMark(stores, deletion.mark);
  undoable.setState({ deletion: null });
}

/** A session on the screen was made from what no longer stands; what is still open is taken up anew. So are exams. */
function leaveSession(stores: Stores): void {
  made.delete(stores);
  stores.session.setState({ session: null, isRunning: false, content: { status: 'loading' } });
}

function countInBackups(stores: Stores, more: number): void {
  const mark = readMark(stores);
  writeMark(stores, { ...mark, answers: Math.max(0, mark.answers + more) });
}

/** How much is stored and how safely, as far as this browser says. */
export async function measureUse({ journal }: Stores): Promise<StorageUse> {
  const [room, persisted] = await Promise.all([estimate(), isPersisted()]);
  return { ...journal.usage(), estimate: room, persisted };
}

/** What was put aside, the newest first. */
export function asidesOf({ ports }: Stores): readonly Aside[] {
  const prefix = prefixOf(ports, 'aside');
  return ports.keyValue
    .keys()
    .filter((key) => key.startsWith(prefix))
    .toSorted()
    .toReversed()
    .map((key) => {
      const at = Number.parseInt(key.slice(prefix.length), 10);
      return { key, at: Number.isNaN(at) ? null : at, text: ports.keyValue.get(key) ?? '' };
    });
}
