import type { DraftFiles } from '#core/author/history.ts';
import { asNewPack } from '#formats/markdown/new-identity.ts';
import { newUid } from '#state/own-drafts.ts';
import type { Stores } from '#state/stores.ts';
import type { ImportReport } from './import-types.ts';
import type { DraftBeginning } from './new-draft.ts';
import { authorStoresOf, todayOf } from './stores.ts';

type Readable = Exclude<ImportReport, { type: 'unknown' }>;

/** Whether a pack stays the one that it was, or becomes one of its own. */
export type Identity = 'same' | 'new';

/** Keeps what was read as a draft; its id, or `null` when it could not be kept. */
export async function importAsDraft(
  stores: Stores,
  report: Readable,
  beginning: DraftBeginning,
  identity: Identity = 'same',
): Promise<string | null> {
  const { editor, importing } = authorStoresOf(stores);
  const pack = { ...beginning, uid: newUid(stores), released: todayOf(stores) };
  const files =
    report.type === 'pack'
      ? filesOf(report.files, identity, pack.uid)
      : await importing.getState().draft({ to: 'new', pack });
  if (files === null) return null;
  const made = await editor.getState().create(files);
  return typeof made === 'string' ? null : made.id;
}

const filesOf = (files: DraftFiles, identity: Identity, uid: string): DraftFiles =>
  identity === 'new' ? asNewPack(files, uid) : files;

/** Puts what was read among the files of a draft, as one step that can be taken back. */
export async function addToDraft(
  stores: Stores,
  report: Readable,
  id: string,
): Promise<string | null> {
  const { editor, importing } = authorStoresOf(stores);
  await editor.getState().enter(id);
  const { open } = editor.getState();
  if (open === null || !('id' in open) || open.isElsewhere) return null;
  const { files } = open.history;
  const next =
    report.type === 'pack'
      ? new Map([...report.files, ...files])
      : await importing.getState().draft({ to: 'draft', files });
  if (next === null) return null;
  editor.getState().change(next, 'brought-in');
  const isChanged = editor.getState().open !== open;
  await editor.getState().flush();
  const after = editor.getState().open;
  if (after !== null && 'id' in after && after.saved.is === 'saved') return id;
  // It is said that it could not be kept: it must not come in by itself a moment later, and once more with the next try.
  if (isChanged) editor.getState().undo();
  return null;
}
