import type { Localized } from '#core/language.ts';
import { instant, type Instant } from '#core/time.ts';
import { newDraft } from '#storage/drafts.ts';
import { settlePacks, undoChange } from '#state/own-changes.ts';
import { draftsOf, newUid } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import type { Stores } from '#state/stores.ts';
import {
  brokenOff,
  draftTitle,
  isDraftComing,
  isPackComing,
  noneBrought,
  type Brought,
  type CamePack,
  type NotKept,
} from './brought.ts';
import {
  draftsBeside,
  packsBeside,
  type PartsPlan,
  type PlannedDraft,
  type PlannedPack,
} from './plan.ts';

/** What was changed after an import, and is therefore not taken away with it. */
export interface Staying {
  readonly kind: 'pack' | 'draft';
  readonly title: Localized<string>;
}

/** Puts packs and drafts beside those that are here, each whole or not at all. What is here meanwhile is looked at again. */
export async function bringIn(stores: Stores, { packs, drafts }: PartsPlan): Promise<Brought> {
  const first = await bringPacks(stores, packs).catch(() => brokenOff({ packs, drafts: [] }));
  const then = await bringDrafts(stores, drafts).catch(() => brokenOff({ packs: [], drafts }));
  return {
    packs: first.packs,
    drafts: then.drafts,
    notKept: [...first.notKept, ...then.notKept],
    isWhole: first.isWhole && then.isWhole,
  };
}

type End = 'came' | NotKept['why'];

const notKept = (kind: NotKept['kind'], title: Localized<string>, end: End): readonly NotKept[] =>
  end === 'came' ? [] : [{ kind, title, why: end }];

async function bringPacks(stores: Stores, planned: readonly PlannedPack[]): Promise<Brought> {
  const shown = stores.library.getState().packs;
  const compared = planned.filter(({ relation }) => relation !== 'unread');
  const coming = (await packsBeside(stores, compared)).filter(
    (pack) => isPackComing(pack) || pack.relation === 'unread',
  );
  const packs = await Promise.all(
    coming.map(async (pack) => {
      const addedAt = stores.clock().at;
      return { ...pack, addedAt, end: await putPack(stores, pack, addedAt) };
    }),
  );
  const came = packs.filter(({ end }) => end === 'came');
  const formers = came.map(
    ({ index: { uid } }) => [uid, shown.find((one) => one.uid === uid)] as const,
  );
  const isShown = came.length === 0 || (await isDone(settlePacks(stores, new Map(formers))));
  return {
    ...noneBrought,
    packs: came.map(({ index: { uid: id, title }, digest, addedAt }) => ({
      id,
      title,
      digest,
      addedAt,
    })),
    notKept: packs.flatMap(({ index, end }) => notKept('pack', index.title, end)),
    isWhole: isShown && packs.every(({ end }) => end !== 'stopped'),
  };
}

const isDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

async function putPack(
  { ports }: Stores,
  { index, document, digest, media, from, relation }: PlannedPack,
  addedAt: Instant,
): Promise<End> {
  if (relation === 'unread') return relation;
  const pack = { document, digest, version: index.version, addedAt, from };
  try {
    const put = await keptPacksOf(ports).put(pack, index, media);
    return put.ok ? 'came' : put.error;
  } catch {
    return 'stopped';
  }
}

async function bringDrafts(stores: Stores, planned: readonly PlannedDraft[]): Promise<Brought> {
  const compared = planned.filter(({ goes }) => goes !== 'unread');
  const coming = (await draftsBeside(stores.ports, compared)).filter(
    (draft) => isDraftComing(draft) || draft.goes === 'unread',
  );
  const drafts = await Promise.all(
    coming.map(async (draft) => {
      const id = draft.goes === 'new' ? draft.id : newUid(stores);
      return { id, title: draftTitle(draft), end: await putDraft(stores, draft, id) };
    }),
  );
  return {
    ...noneBrought,
    drafts: drafts.flatMap(({ id, title, end }) => (end === 'came' ? [{ id, title }] : [])),
    notKept: drafts.flatMap(({ title, end }) => notKept('draft', title, end)),
    isWhole: drafts.every(({ end }) => end !== 'stopped'),
  };
}

/** As a new draft: one that is there under the name is not touched. */
async function putDraft(
  { ports, clock }: Stores,
  { title, changedAt, files, goes }: PlannedDraft,
  id: string,
): Promise<End> {
  if (goes === 'unread') return goes;
  // A draft of tomorrow would stand at the top for ever.
  const at = instant(Math.min(changedAt, clock().at));
  try {
    const written = await draftsOf(ports).write(newDraft({ id, title, changedAt: at }, files));
    return written === 'written' ? 'came' : written;
  } catch {
    return 'stopped';
  }
}

/**
 * Takes away what an import has brought, and puts back what stood there before.
 * @returns what was changed since, and stays
 */
export async function takeAway(
  stores: Stores,
  { packs, drafts }: Brought,
): Promise<readonly Staying[]> {
  const staying: Staying[] = [];
  for (const pack of packs) {
    // oxlint-disable-next-line no-await-in-loop -- each shows its own change
    const isGone = await takePack(stores, pack);
    if (!isGone) staying.push({ kind: 'pack', title: pack.title });
  }
  const gone = await Promise.all(drafts.map(({ id }) => takeDraft(stores, id)));
  const left = drafts.filter((_draft, place) => gone[place] !== true);
  return [...staying, ...left.map(({ title }): Staying => ({ kind: 'draft', title }))];
}

async function takePack(stores: Stores, { id, digest, addedAt }: CamePack): Promise<boolean> {
  const kept = await keptPacksOf(stores.ports).read(id);
  if (!kept.ok) return false;
  // Taken away or replaced since then: that was another step.
  if (kept.value === null) return true;
  if (kept.value.digest !== digest || kept.value.addedAt !== addedAt) return false;
  return (await undoChange(stores, id, { at: addedAt })).ok;
}

async function takeDraft({ ports }: Stores, id: string): Promise<boolean> {
  const stored = await draftsOf(ports).read(id);
  if (stored === 'missing') return true;
  if (stored === 'unavailable') return false;
  if (stored.head.deletedAt !== undefined) return true;
  return stored.head.revision === 1 && draftsOf(ports).remove(id);
}
