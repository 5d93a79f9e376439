import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  folded,
  isLong,
  record,
  redo,
  undo,
  type DraftFiles,
  type History,
  type StepName,
} from '#core/author/history.ts';
import type { Clock, Instant } from '#core/time.ts';
import { draftTitle } from '#formats/markdown/draft-title.ts';
import type { DraftStorage, DraftWritten, StoredDraft } from '#storage/drafts.ts';
import type { Locks } from '#storage/ports.ts';
import { lockDraft, type DraftLock } from './draft-lock.ts';
import { bin, create, list, peek, readable, type ListedDraft } from './draft-list.ts';
import { draftPen, type DraftPen } from './draft-pen.ts';
import { newUnwritten, type Left, type Unwritten } from './unwritten.ts';

/** How far the open draft is kept. */
type DraftSaved =
  | { readonly is: 'saved'; readonly at: Instant }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly why: Exclude<DraftWritten, 'written'> };

export interface OpenDraft {
  readonly id: string;
  readonly title: string;
  readonly history: History;
  readonly saved: DraftSaved;
  /** Another tab has it open: here it can be read. */
  readonly isElsewhere: boolean;
  /** How often something other than letters has changed it: a field shows letters of before no longer. */
  readonly turn: number;
}

/** What is written in: the same one while no more than its keeping goes on. */
export type DraftInHand = Omit<OpenDraft, 'saved' | 'turn'>;

type Trouble = 'missing' | 'unavailable';

export interface EditorState {
  /** `null` until they are read. */
  readonly drafts: readonly ListedDraft[] | 'unavailable' | null;
  readonly open: OpenDraft | { readonly trouble: Trouble } | null;
  readonly list: () => Promise<void>;
  /** Keeps files as a new draft; its id, or why not. */
  readonly create: (files: DraftFiles) => Promise<{ readonly id: string } | DraftWritten>;
  /** The files of a draft as they were written last, without opening it. */
  readonly peek: (id: string) => Promise<DraftFiles | null>;
  readonly enter: (id: string) => Promise<void>;
  /** Writes what is left, and lets the draft go; what cannot be written is there when it is entered again. */
  readonly leave: () => Promise<void>;
  /** Makes the files stand so. */
  readonly change: (files: DraftFiles, name: StepName) => void;
  /** Makes an edit of what the files are at that moment; false when it has no place there. */
  readonly edit: (make: FilesEdit, name: StepName) => boolean;
  /** Edits inside of it are letters; those that are only foreseen are worked out, and not made. */
  readonly asLetters: (act: () => void, how: 'made' | 'foreseen') => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Writes at once: before the page goes. */
  readonly flush: () => Promise<void>;
  /** Into the bin and out of it. */
  readonly bin: (id: string, isIn: boolean) => Promise<void>;
}

/** `null` when it has no place in them. */
export type FilesEdit = (files: DraftFiles) => DraftFiles | null;

export type EditorStore = StoreApi<EditorState>;

export interface EditorPorts {
  readonly storage: DraftStorage;
  readonly clock: () => Clock;
  readonly locks: Locks | null;
  /** What the locks of this learner's drafts begin with. */
  readonly lockPrefix: string;
  /** A name that no other draft has. */
  readonly name: () => string;
  /** Told whether drafts are held that were left unwritten. */
  readonly onHeld: (isAny: boolean) => void;
}

/** Milliseconds from a change until it is written; and until a failed write is tried again. */
const SOON = 400;
const AGAIN = 5000;

/** What the actions of an open draft work on. */
interface Desk extends EditorPorts {
  readonly get: () => EditorState;
  readonly set: (state: Partial<EditorState>) => void;
  pen: DraftPen | null;
  lock: DraftLock | null;
  timer: ReturnType<typeof setTimeout> | null;
  /** The write that is under way. */
  writing: Promise<void> | null;
  /** Counts what was asked for, to enter or to leave: the last is what is wanted. */
  wish: number;
  readonly unwritten: Unwritten<OpenDraft>;
  /** What edits are just now. */
  letters: 'made' | 'foreseen' | null;
}

const openDraft = (desk: Desk): OpenDraft | null => {
  const { open } = desk.get();
  return open !== null && 'id' in open ? open : null;
};

const setOpen = (desk: Desk, part: Partial<OpenDraft>): void => {
  const open = openDraft(desk);
  if (open) desk.set({ open: { ...open, ...part } });
};

async function writeOnce(desk: Desk): Promise<void> {
  const open = openDraft(desk);
  if (open === null || desk.pen === null) return;
  const history = isLong(open.history) ? folded(open.history) : open.history;
  if (history !== open.history) setOpen(desk, { history });
  const now = desk.clock().at;
  const written = await desk.pen.write(history, open.title, now);
  const present = openDraft(desk);
  if (present?.id !== open.id) return;
  if (written !== 'written') {
    setOpen(desk, { saved: { is: 'failed', why: written } });
    if (written !== 'behind') plan(desk, AGAIN);
  } else if (present.history === history) setOpen(desk, { saved: { is: 'saved', at: now } });
  else plan(desk, SOON);
}

function write(desk: Desk): Promise<void> {
  if (desk.timer !== null) clearTimeout(desk.timer);
  desk.timer = null;
  const before = desk.writing ?? Promise.resolve();
  const writing = before.then(() => {
    const open = openDraft(desk);
    const isStale = open?.saved.is === 'failed' && open.saved.why === 'behind';
    return open === null || open.saved.is === 'saved' || isStale ? undefined : writeOnce(desk);
  });
  desk.writing = writing;
  return writing;
}

function plan(desk: Desk, after: number): void {
  desk.timer ??= setTimeout(() => {
    desk.timer = null;
    void write(desk);
  }, after);
}

function become(desk: Desk, change: (history: History) => History): void {
  const open = openDraft(desk);
  if (open === null || open.isElsewhere) return;
  const history = change(open.history);
  if (history === open.history) return;
  const isBehind = open.saved.is === 'failed' && open.saved.why === 'behind';
  const yaml = history.files.get('pack.yaml');
  const title =
    yaml === open.history.files.get('pack.yaml') ? open.title : draftTitle(history.files);
  const turn = desk.letters === null ? open.turn + 1 : open.turn;
  setOpen(desk, { history, title, turn, ...(isBehind ? {} : { saved: { is: 'saving' } }) });
  if (!isBehind) plan(desk, SOON);
}

const change = (desk: Desk, files: DraftFiles, name: StepName): void =>
  become(desk, (history) => record(history, files, name, desk.clock().at));

function edit(desk: Desk, make: FilesEdit, name: StepName): boolean {
  const open = openDraft(desk);
  const files = open === null ? null : make(open.history.files);
  if (files !== null && desk.letters !== 'foreseen') change(desk, files, name);
  return files !== null;
}

function asLetters(desk: Desk, act: () => void, how: 'made' | 'foreseen'): void {
  desk.letters = how;
  try {
    act();
  } finally {
    desk.letters = null;
  }
}

function show(desk: Desk, stored: StoredDraft | Trouble, isElsewhere: boolean): void {
  const history = typeof stored === 'string' ? null : readable(stored);
  if (typeof stored === 'string' || history === null) {
    desk.set({ open: { trouble: stored === 'missing' ? stored : 'unavailable' } });
    return;
  }
  const { head, steps } = stored;
  const { id, title } = head;
  desk.pen = isElsewhere ? null : draftPen(desk.storage, head, steps);
  const saved = { is: 'saved', at: head.changedAt } as const;
  desk.set({ open: { id, title, history, saved, isElsewhere, turn: 0 } });
}

async function enter(desk: Desk, id: string): Promise<void> {
  const wish = (desk.wish += 1);
  await letGo(desk);
  const left = await desk.unwritten.take(id);
  const lock = left === null ? await lockDraft(desk.locks, `${desk.lockPrefix}${id}`) : left.lock;
  // Nobody waits for it any more: another tab may have it.
  if (desk.wish !== wish) return putBack(desk, left, lock);
  desk.lock = lock;
  if (left !== null) return takeUp(desk, left);
  const reread = async (isElsewhere: boolean) => {
    const stored = await desk.storage.read(id);
    if (desk.lock === lock) show(desk, stored, isElsewhere);
  };
  await reread(lock?.isMine === false);
  void lock?.later.then(() => (desk.lock === lock ? reread(false) : undefined));
}

function takeUp(desk: Desk, { draft, pen }: Left<OpenDraft>): void {
  desk.pen = pen;
  desk.set({ open: draft });
  void write(desk);
}

function putBack(desk: Desk, left: Left<OpenDraft> | null, lock: DraftLock | null): void {
  if (left === null) lock?.release();
  else desk.unwritten.keep(left);
}

async function leave(desk: Desk): Promise<void> {
  desk.wish += 1;
  await letGo(desk);
}

/** What cannot be written now is not lost with the screen that it was written on. */
async function letGo(desk: Desk): Promise<void> {
  await write(desk);
  // Something came while that was written.
  if (openDraft(desk)?.saved.is === 'saving') return letGo(desk);
  const { pen, lock, timer } = desk;
  const draft = openDraft(desk);
  const isUnwritten = draft?.saved.is === 'failed' && draft.saved.why !== 'behind';
  if (timer !== null) clearTimeout(timer);
  if (isUnwritten && pen !== null) desk.unwritten.keep({ draft, pen, lock });
  else lock?.release();
  desk.timer = null;
  desk.lock = null;
  desk.pen = null;
  desk.set({ open: null });
}

/** The drafts of a teacher: a list, and the one that is open. */
export function createEditorStore(ports: EditorPorts): EditorStore {
  return createStore<EditorState>((set, get) => {
    const { onHeld, clock } = ports;
    const unwritten = newUnwritten<OpenDraft>({ again: AGAIN, now: () => clock().at, onHeld });
    const none = { pen: null, lock: null, timer: null, writing: null, letters: null };
    const desk: Desk = { ...ports, ...none, get, set, wish: 0, unwritten };
    return {
      drafts: null,
      open: null,
      list: () => list(desk),
      create: (files) => create(desk, files),
      peek: (id) => peek(desk, id),
      enter: (id) => enter(desk, id),
      leave: () => leave(desk),
      change: (files, name) => change(desk, files, name),
      edit: (make, name) => edit(desk, make, name),
      asLetters: (act, how) => asLetters(desk, act, how),
      undo: () => become(desk, undo),
      redo: () => become(desk, redo),
      flush: () => write(desk),
      bin: (id, isIn) => bin(desk, id, isIn),
    };
  });
}
