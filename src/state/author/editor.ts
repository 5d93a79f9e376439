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
import {
  historyOf,
  newDraft,
  type DraftHead,
  type DraftStorage,
  type DraftWritten,
  type StoredDraft,
} from '#storage/drafts.ts';
import type { Locks } from '#storage/ports.ts';
import { lockDraft, type DraftLock } from './draft-lock.ts';
import { isInbox } from './inbox.ts';
import { draftPen, type DraftPen } from './draft-pen.ts';
import { newUnwritten, type Left, type Unwritten } from './unwritten.ts';

/** How far the open draft is kept. */
export type DraftSaved =
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
}

/** As the list shows it. */
export type ListedDraft = Pick<DraftHead, 'id' | 'title' | 'changedAt' | 'deletedAt'>;

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
  readonly undo: () => void;
  readonly redo: () => void;
  /** Writes at once: before the page goes. */
  readonly flush: () => Promise<void>;
  /** Into the bin and out of it. */
  readonly bin: (id: string, isIn: boolean) => Promise<void>;
}

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
/** What is in the bin for a day goes for good. */
const BIN_DAY = 86_400_000;

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
  setOpen(desk, { history, title, ...(isBehind ? {} : { saved: { is: 'saving' } }) });
  if (!isBehind) plan(desk, SOON);
}

/** `null` when what is stored is broken. */
function readable(stored: StoredDraft): History | null {
  try {
    return historyOf(stored);
  } catch {
    return null;
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
  desk.set({ open: { id, title, history, saved, isElsewhere } });
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

async function peek(desk: Desk, id: string): Promise<DraftFiles | null> {
  const stored = await desk.storage.read(id);
  return typeof stored === 'string' ? null : (readable(stored)?.files ?? null);
}

async function list(desk: Desk): Promise<void> {
  const heads = (await desk.storage.list())?.filter((head) => !isInbox(head));
  const now = desk.clock().at;
  const isOld = ({ deletedAt }: DraftHead) => deletedAt !== undefined && now - deletedAt > BIN_DAY;
  for (const head of heads ?? []) if (isOld(head)) void desk.storage.remove(head.id);
  desk.set({ drafts: heads?.filter((head) => !isOld(head)) ?? 'unavailable' });
}

async function create(desk: Desk, files: DraftFiles) {
  const id = desk.name();
  const named = { id, title: draftTitle(files), changedAt: desk.clock().at };
  const written = await desk.storage.write(newDraft(named, files));
  if (written !== 'written') return written;
  await list(desk);
  return { id };
}

async function bin(desk: Desk, id: string, isIn: boolean): Promise<void> {
  const stored = await desk.storage.read(id);
  if (typeof stored === 'string') return list(desk);
  const { deletedAt: _, ...head } = stored.head;
  const now = desk.clock().at;
  await desk.storage.write({
    head: { ...head, revision: head.revision + 1, ...(isIn ? { deletedAt: now } : {}) },
    after: head.revision,
    steps: [],
  });
  return list(desk);
}

/** The drafts of a teacher: a list, and the one that is open. */
export function createEditorStore(ports: EditorPorts): EditorStore {
  return createStore<EditorState>((set, get) => {
    const { onHeld, clock } = ports;
    const unwritten = newUnwritten<OpenDraft>({ again: AGAIN, now: () => clock().at, onHeld });
    const none = { pen: null, lock: null, timer: null, writing: null };
    const desk: Desk = { ...ports, ...none, get, set, wish: 0, unwritten };
    return {
      drafts: null,
      open: null,
      list: () => list(desk),
      create: (files) => create(desk, files),
      peek: (id) => peek(desk, id),
      enter: (id) => enter(desk, id),
      leave: () => leave(desk),
      change: (files, name) =>
        become(desk, (history) => record(history, files, name, desk.clock().at)),
      undo: () => become(desk, undo),
      redo: () => become(desk, redo),
      flush: () => write(desk),
      bin: (id, isIn) => bin(desk, id, isIn),
    };
  });
}
