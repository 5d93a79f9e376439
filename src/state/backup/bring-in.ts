import type { PackUid } from '#core/ids.ts';
import type { Localized } from '#core/language.ts';
import { instant } from '#core/time.ts';
import type { DraftWritten } from '#storage/drafts.ts';
import type { DatabaseTrouble } from '#storage/pack-database.ts';
import { settlePacks, undoChange } from '#state/own-changes.ts';
import { draftsOf, randomName } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import type { Stores } from '#state/stores.ts';
import {
  draftsBeside,
  packsBeside,
  type PartsPlan,
  type PlannedDraft,
  type PlannedPack,
} from './plan.ts';

/** A pack or draft that came in, as it then stood. */
interface Came {
  readonly title: Localized<string>;
  /** The uid of a pack, the id of a draft. */
  readonly id: string;
}

/** What did not come in, and why. */
interface NotKept {
  readonly kind: 'pack' | 'draft';
  readonly title: Localized<string>;
  readonly why: DatabaseTrouble;
}

/** What was changed after an import, and is therefore not taken away with it. */
export interface Staying {
  readonly kind: 'pack' | 'draft';
  readonly title: Localized<string>;
}

/** What an import has brought beside answers. */
export interface Brought {
  readonly packs: readonly (Came & { readonly digest: string })[];
  readonly drafts: readonly Came[];
  readonly notKept: readonly NotKept[];
}

const isComing = ({ relation }: PlannedPack): boolean => relation === 'new' || relation === 'newer';

const titleOf = ({ title }: PlannedDraft): Localized<string> => ({ '': title });

/** Puts packs and drafts beside those that are here, each whole or not at all. What is here meanwhile is looked at again. */
export async function bringIn(stores: Stores, plan: PartsPlan): Promise<Brought> {
  const packs = (await packsBeside(stores, plan.packs)).filter(isComing);
  const drafts = await draftsBeside(stores.ports, plan.drafts);
  const notKept: NotKept[] = [];
  const broughtPacks = await putPacks(stores, packs, notKept);
  const broughtDrafts = await putDrafts(stores, drafts, notKept);
  return { packs: broughtPacks, drafts: broughtDrafts, notKept };
}

async function putPacks(
  stores: Stores,
  packs: readonly PlannedPack[],
  notKept: NotKept[],
): Promise<Brought['packs']> {
  const shown = stores.library.getState().packs;
  const put = await Promise.all(
    packs.map(async ({ index, document, digest, media, from }) => {
      const { version } = index;
      const pack = { document, digest, version, addedAt: stores.clock().at, from };
      return keptPacksOf(stores.ports).put(pack, index, media);
    }),
  );
  const came = packs.filter((_pack, place) => put[place]?.ok === true);
  for (const [place, done] of put.entries()) {
    const title = packs[place]?.index.title;
    if (!done.ok && title) notKept.push({ kind: 'pack', title, why: done.error });
  }
  const uids = came.map(({ index }) => index.uid);
  if (came.length > 0)
    await settlePacks(
      stores,
      new Map(uids.map((uid) => [uid, shown.find((one) => one.uid === uid)])),
    );
  return came.map(({ index, digest }) => ({ id: index.uid, title: index.title, digest }));
}

async function putDrafts(
  stores: Stores,
  drafts: readonly PlannedDraft[],
  notKept: NotKept[],
): Promise<Brought['drafts']> {
  const came: Came[] = [];
  const coming = drafts.filter(({ goes }) => goes !== 'known');
  const written = await Promise.all(
    coming.map(async (draft) => {
      const id = draft.goes === 'copy' ? randomName(stores) : draft.id;
      const done = await putDraft(stores, draft, id);
      if (done === 'written') came.push({ id, title: titleOf(draft) });
      return done;
    }),
  );
  for (const [place, done] of written.entries()) {
    const draft = coming[place];
    if (draft && done !== 'written')
      notKept.push({
        kind: 'draft',
        title: titleOf(draft),
        why: done === 'full' ? 'full' : 'unavailable',
      });
  }
  return came;
}

/** As a new draft: one that is there under the name is not touched. */
const putDraft = (
  { ports, clock }: Stores,
  { title, changedAt, files }: PlannedDraft,
  id: string,
): Promise<DraftWritten> =>
  draftsOf(ports).write({
    // A draft of tomorrow would stand at the top for ever.
    head: {
      id,
      title,
      changedAt: instant(Math.min(changedAt, clock().at)),
      revision: 1,
      base: 0,
      kept: 0,
      done: 0,
    },
    after: 0,
    steps: [],
    base: files,
  });

/**
 * Takes away what an import has brought, and puts back what stood there before.
 * @returns what was changed since, and stays
 */
export async function takeAway(
  stores: Stores,
  { packs, drafts }: Brought,
): Promise<readonly Staying[]> {
  const staying: Staying[] = [];
  for (const { id, title, digest } of packs) {
    // oxlint-disable-next-line no-await-in-loop -- each shows its own change
    const isGone = await takePack(stores, id, digest);
    if (!isGone) staying.push({ kind: 'pack', title });
  }
  const gone = await Promise.all(drafts.map(({ id }) => takeDraft(stores, id)));
  const left = drafts.filter((_draft, place) => gone[place] !== true);
  return [...staying, ...left.map(({ title }): Staying => ({ kind: 'draft', title }))];
}

async function takePack(stores: Stores, uid: PackUid, digest: string): Promise<boolean> {
  const kept = await keptPacksOf(stores.ports).read(uid);
  if (!kept.ok) return false;
  // Taken away or replaced since then: that was another step.
  if (kept.value === null) return true;
  if (kept.value.digest !== digest) return false;
  return (await undoChange(stores, uid)).ok;
}

async function takeDraft({ ports }: Stores, id: string): Promise<boolean> {
  const stored = await draftsOf(ports).read(id);
  if (stored === 'missing') return true;
  if (stored === 'unavailable') return false;
  if (stored.head.deletedAt !== undefined) return true;
  return stored.head.revision === 1 && draftsOf(ports).remove(id);
}
