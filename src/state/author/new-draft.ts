import { newPackFiles, type NewPack } from '#formats/markdown/new-files.ts';
import { newUid } from '#state/own-drafts.ts';
import type { Stores } from '#state/stores.ts';
import { authorStoresOf, todayOf } from './stores.ts';

export type DraftBeginning = Omit<NewPack, 'uid' | 'released'>;

/** Begins a pack that has only a name; the draft's id, or why it could not be kept. */
export function newDraft(stores: Stores, beginning: DraftBeginning) {
  const files = newPackFiles({ ...beginning, uid: newUid(stores), released: todayOf(stores) });
  return authorStoresOf(stores).editor.getState().create(files);
}
