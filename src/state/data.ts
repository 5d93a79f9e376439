import { createStore } from 'zustand/vanilla';
import { refOf, type EventRef, type Range } from '#core/journal/event.ts';
import { err, ok, type Result } from '#core/result.ts';
import { formatDay, instant, studyDayOf, type Clock } from '#core/time.ts';
import { parseBackup, previewImport, type BackupProblem } from '#storage/backup.ts';
import { healReviews } from './exam/heal.ts';
import { forgetMade } from './exam/made.ts';
import { eraseExamMark } from './exam/mark.ts';
import { readMark, writeMark, type BackupMark } from './backup-mark.ts';
import type { Staying } from './backup/bring-in.ts';
import { brokenOff, noneBrought, type Brought } from './backup/brought.ts';
import type { Collected, LeftOut } from './backup/collect.ts';
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

export interface ImportDone {
  /** Answers that came in. */
  readonly answers: number;
  readonly ranges: readonly Range[];
  /** Packs and drafts that came in with them. */
  readonly brought: Brought;
  /** Nothing broke off on the way. */
  readonly isWhole: boolean;
}

export type ImportProblem =
  | BackupProblem
  | { readonly code: 'too-large' | 'unreadable' | 'failed' };
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
  const { leftOut, isShut, ...parts } = await partsOf(ports);
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

/** Answers do not wait for packs and drafts that cannot be had. */
async function partsOf(ports: Stores['ports']): Promise<Collected> {
  try {
    const { collectParts } = await import('./backup/collect.ts');
    return await collectParts(ports);
  } catch {
    return { packs: [], drafts: [], leftOut: [], isShut: true };
  }
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

/** No backup of ours comes near it, and a text of more does not fit into every browser. In bytes. */
const MOST_BYTES = 400_000_000;

/** Reads a backup and says what it would change; changes nothing. */
export async function planFile(
  stores: Stores,
  file: Blob,
  signal: AbortSignal,
): Promise<PlanResult> {
  if (file.size > MOST_BYTES) return err({ code: 'too-large' });
  const text = await file.text().catch(() => null);
  if (text === null) return err({ code: 'unreadable' });
  try {
    return await planImport(stores, text, signal);
  } catch {
    return err({ code: 'failed' });
  }
}

const never = new AbortController().signal;
const nothing: PartsPlan = { packs: [], drafts: [], broken: [] };

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

/** What has come in can be undone, be it all or not. Rejects only where nothing has. */
export async function runImport(stores: Stores, plan: ImportPlan): Promise<void> {
  const { journal, clock } = stores;
  const ranges = await journal.importEvents(plan.events, clock());
  const isFolded = await foldImported(stores);
  const brought = await bringParts(stores, plan.parts);
  const isWhole = isFolded && brought.isWhole;
  const { packs, drafts, notKept } = brought;
  const isChange = [ranges, packs, drafts, notKept].some(({ length }) => length > 0) || !isWhole;
  undoable.setState({
    lastImport: isChange ? { answers: plan.fresh, ranges, brought, isWhole } : null,
  });
  leaveSession(stores);
  countInBackups(stores, plan.fresh);
}

/** @returns whether what was imported is shown; it stands in the journal in any case */
async function foldImported(stores: Stores): Promise<boolean> {
  try {
    await healReviews(stores);
    await stores.learner.getState().reread();
    return true;
  } catch {
    return false;
  }
}

async function bringParts(stores: Stores, parts: PartsPlan): Promise<Brought> {
  if (parts.packs.length + parts.drafts.length === 0) return noneBrought;
  try {
    const { bringIn } = await import('./backup/bring-in.ts');
    return await bringIn(stores, parts);
  } catch {
    return brokenOff(parts);
  }
}

/**
 * Takes the last import back. What stood here before it stays. It can be tried again where it fails as a whole.
 * @returns packs and drafts of it that were changed since: they stay too; null where there is nothing to take back
 */
export async function revokeImport(stores: Stores): Promise<readonly Staying[] | null> {
  const { lastImport } = undoable.getState();
  if (lastImport === null) return null;
  // A second tap comes before the first has done its work.
  undoable.setState({ lastImport: null });
  try {
    return await takeBack(stores, lastImport);
  } catch (error) {
    undoable.setState((now) => ({ lastImport: now.lastImport ?? lastImport }));
    throw error;
  }
}

async function takeBack(
  stores: Stores,
  { ranges, brought, answers }: ImportDone,
): Promise<readonly Staying[]> {
  // Loaded first: without it nothing is begun.
  const { takeAway } = await import('./backup/bring-in.ts');
  const learner = stores.learner.getState();
  if (ranges.length > 0) learner.record([{ type: 'import-revoked', ranges }], stores.clock());
  await healReviews(stores);
  await learner.reread();
  const staying = await takeAway(stores, brought);
  leaveSession(stores);
  countInBackups(stores, -answers);
  return staying;
}

let deleting: Promise<void> | null = null;

/**
 * Begins a new epoch: what stood before is no longer looked at, and erased when Mondo is next started. A second tap
 * joins the deletion that is under way: one step could not take two of them back.
 */
export async function deleteEverything(stores: Stores): Promise<void> {
  deleting ??= beginAnew(stores).finally(() => (deleting = null));
  await deleting;
}

/** What cannot be shown at once is deleted all the same, and can be undone. */
async function beginAnew(stores: Stores): Promise<void> {
  const mark = readMark(stores);
  const learner = stores.learner.getState();
  const [event] = learner.record([{ type: 'epoch-started' }], stores.clock());
  try {
    await learner.reread();
  } finally {
    leaveSession(stores);
    const putBack = eraseExamMark(stores);
    writeMark(stores, { ...mark, answers: 0 });
    if (event)
      undoable.setState({ deletion: { ref: refOf(event), mark, putBack }, lastImport: null });
  }
}

/** Brings back what was deleted. It can be tried again where it fails. */
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
  forgetMade(stores);
  stores.session.setState({ session: null, isRunning: false, content: { status: 'loading' } });
}

function countInBackups(stores: Stores, more: number): void {
  const mark = readMark(stores);
  writeMark(stores, { ...mark, answers: Math.max(0, mark.answers + more) });
}
