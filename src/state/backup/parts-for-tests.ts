import * as fake from 'fake-indexeddb';
import { restored, type DraftFiles } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { samplePack } from '#core/pack/rules/sample.ts';
import { writeArchive } from '#formats/archive.ts';
import { digest } from '#formats/digest.ts';
import { makeBackup, planImport, runImport } from '#state/data.ts';
import type { ImportPlan } from '#state/import-plan.ts';
import { answerTo, memoryStores } from '#state/memory-stores.ts';
import { readOffer } from '#state/offer.ts';
import { acceptOffer } from '#state/own-changes.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import type { Stores } from '#state/stores.ts';

/** Devices with packs and drafts, and what a backup makes of them, for tests. */

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

export const never = new AbortController().signal;
export const { uid } = samplePack();
export const png = (...rest: number[]) =>
  new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, ...rest]);

export async function addPack(
  stores: Stores,
  changed: Partial<Pack> = {},
  pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map([['lamp.png', png(1, 2)]]),
  from: string | null = 'https://packs.example/sample.mondo',
): Promise<void> {
  const bytes = writeArchive(await withRevisions(samplePack(changed), digest), pictures);
  const offer = await readOffer(stores, { bytes, name: 'sample.mondo', from }, never);
  if (!offer.ok) throw new Error(JSON.stringify(offer.error));
  await acceptOffer(stores, offer.value);
}

export async function addDraft(
  stores: Stores,
  files: DraftFiles,
  id = 'draftdraft01',
  title = 'Night duties',
) {
  const head = { id, title, changedAt: stores.clock().at, revision: 1, base: 0, kept: 0, done: 0 };
  await draftsOf(stores.ports).write({ head, after: 0, steps: [], base: files });
}

export const files = (text = 'title: Night'): DraftFiles =>
  new Map<string, string | Uint8Array>([
    ['pack.yaml', text],
    ['media/lamp.png', png(7)],
  ]);

/** Everything of packs and drafts but the day on which a pack was added. */
export async function partsOf({ ports }: Stores) {
  const kept = keptPacksOf(ports);
  const indexes = await kept.indexes();
  const packs = await Promise.all(
    (indexes.ok ? indexes.value : []).map(async (index) => {
      const [pack, pictures] = await Promise.all([kept.read(index.uid), kept.pictures(index.uid)]);
      const { addedAt: _, ...rest } = (pack.ok ? pack.value : null) ?? { addedAt: 0 };
      return { index, rest, pictures };
    }),
  );
  const heads = (await draftsOf(ports).list()) ?? [];
  const drafts = await Promise.all(
    heads.map(async ({ id, title, changedAt }) => {
      const stored = await draftsOf(ports).read(id);
      if (typeof stored === 'string') return stored;
      const { base, head, steps } = stored;
      return { id, title, changedAt, files: restored(base, head.base, steps, head.done).files };
    }),
  );
  return { packs, drafts };
}

export async function planned(stores: Stores, text: string): Promise<ImportPlan> {
  const plan = await planImport(stores, text);
  if (!plan.ok) throw new Error(`the backup was refused: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

export const imported = async (stores: Stores, text: string): Promise<ImportPlan> => {
  const plan = await planned(stores, text);
  await runImport(stores, plan);
  return plan;
};

export const textOf = async (stores: Stores) => (await makeBackup(stores)).text;
export const relations = ({ parts }: ImportPlan) => parts.packs.map(({ relation }) => relation);
export const goings = ({ parts }: ImportPlan) => parts.drafts.map(({ goes }) => goes);
export const faults = ({ parts }: ImportPlan) => parts.broken.map(({ name, why }) => [name, why]);

export async function fullDevice(): Promise<Stores> {
  const stores = await memoryStores();
  stores.learner.getState().record([answerTo('alpha')], stores.clock());
  await addPack(stores);
  await addDraft(stores, files());
  return stores;
}
