import type { DraftFiles, History } from '#core/author/history.ts';
import type { Clock } from '#core/time.ts';
import { draftTitle } from '#formats/markdown/draft-title.ts';
import {
  historyOf,
  newDraft,
  type DraftHead,
  type DraftStorage,
  type StoredDraft,
} from '#storage/drafts.ts';
import { isInbox } from './inbox.ts';

/** As the list shows it. */
export type ListedDraft = Pick<DraftHead, 'id' | 'title' | 'changedAt' | 'deletedAt'>;

/** What is in the bin for a day goes for good. */
const BIN_DAY = 86_400_000;

/** What the list of drafts works on. */
interface Shelf {
  readonly storage: DraftStorage;
  readonly clock: () => Clock;
  /** A name that no other draft has. */
  readonly name: () => string;
  readonly set: (state: { readonly drafts: readonly ListedDraft[] | 'unavailable' }) => void;
}

/** `null` when what is stored is broken. */
export function readable(stored: StoredDraft): History | null {
  try {
    return historyOf(stored);
  } catch {
    return null;
  }
}

export async function peek(shelf: Shelf, id: string): Promise<DraftFiles | null> {
  const stored = await shelf.storage.read(id);
  return typeof stored === 'string' ? null : (readable(stored)?.files ?? null);
}

export async function list(shelf: Shelf): Promise<void> {
  const heads = (await shelf.storage.list())?.filter((head) => !isInbox(head));
  const now = shelf.clock().at;
  const isOld = ({ deletedAt }: DraftHead) => deletedAt !== undefined && now - deletedAt > BIN_DAY;
  for (const head of heads ?? []) if (isOld(head)) void shelf.storage.remove(head.id);
  shelf.set({ drafts: heads?.filter((head) => !isOld(head)) ?? 'unavailable' });
}

export async function create(shelf: Shelf, files: DraftFiles) {
  const id = shelf.name();
  const named = { id, title: draftTitle(files), changedAt: shelf.clock().at };
  const written = await shelf.storage.write(newDraft(named, files));
  if (written !== 'written') return written;
  await list(shelf);
  return { id };
}

export async function bin(shelf: Shelf, id: string, isIn: boolean): Promise<void> {
  const stored = await shelf.storage.read(id);
  if (typeof stored === 'string') return list(shelf);
  const { deletedAt: _, ...head } = stored.head;
  const now = shelf.clock().at;
  await shelf.storage.write({
    head: { ...head, revision: head.revision + 1, ...(isIn ? { deletedAt: now } : {}) },
    after: head.revision,
    steps: [],
  });
  return list(shelf);
}
