import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { samplePack } from '#core/pack/rules/sample.ts';
import { memoryChannels } from '#storage/two-copies.ts';
import { revokeImport, runImport, undoable } from '#state/data.ts';
import { hasAdded } from '#state/hint.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { formerPacks, removePack, undoChange } from '#state/own-changes.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { hearPacksChanged } from '#state/pack-news.ts';
import {
  uid,
  addPack,
  addDraft,
  files,
  partsOf,
  planned,
  imported,
  textOf,
  relations,
  goings,
  fullDevice,
} from './parts-for-tests.ts';

beforeEach(() => undoable.setState({ deletion: null, lastImport: null }));

describe('imported', () => {
  test('twice is imported once, to the event', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    const first = await imported(other, text);
    const [parts, events] = [await partsOf(other), await other.journal.all()];
    const again = await planned(other, text);
    expect([relations(again), goings(again)]).toEqual([['same'], ['known']]);
    // A plan of before the first import as well: what is here is looked at again.
    for (const plan of [again, first]) await runImport(other, plan);
    expect(undoable.getState().lastImport).toBeNull();
    expect(await partsOf(other)).toEqual(parts);
    expect(await other.journal.all()).toEqual(events);
  });

  test('by planning it, nothing is written', async () => {
    const text = await textOf(await fullDevice());
    const device = newDevice(2);
    const other = await memoryStores(device);
    expect(relations(await planned(other, text))).toEqual(['new']);
    expect((await device.indexedDB.databases()).map(({ name }) => name)).toEqual(['mondo-me']);
    expect(await other.journal.all()).toEqual([]);
  });

  test.each([
    ['newer', '1.1.0', '1.1.0', {}, ['1.0.0']],
    ['older', '0.9.0', '1.0.0', {}, []],
    ['differs', '1.0.0', '1.0.0', { licence: 'CC-BY-4.0' }, []],
  ])(
    '%s stands as it should beside what is here',
    async (relation, version, after, changed, formers) => {
      const one = await memoryStores();
      await addPack(one, { version, ...changed });
      const other = await memoryStores(newDevice(2));
      await addPack(other);
      const before = await partsOf(other);
      const plan = await imported(other, await textOf(one));
      expect(plan.parts.packs).toMatchObject([{ relation, here: '1.0.0' }]);
      expect(other.library.getState().packs.map((pack) => pack.version)).toEqual([after]);
      expect((await formerPacks(other)).map((former) => former.version)).toEqual(formers);
      expect(isDeepStrictEqual(await partsOf(other), before)).toBe(formers.length === 0);
      await revokeImport(other);
      expect(await partsOf(other)).toEqual(before);
    },
  );

  test('does not take the place of a bundled pack of the same version', async () => {
    const one = await fullDevice();
    const [index] = one.library.getState().packs;
    if (!index) throw new Error('no pack');
    const bundled = { ...index, keysFile: '', concepts: [], notes: [] };
    const other = await memoryStores(newDevice(2), [bundled]);
    expect(relations(await imported(other, await textOf(one)))).toEqual(['differs']);
    expect((await partsOf(other)).packs).toEqual([]);
  });

  test('a draft with other content comes in beside the one that is here, once', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    await addDraft(other, files('title: Mine'), 'draftdraft01', 'Mine');
    const plan = await imported(other, text);
    expect(goings(plan)).toEqual(['copy']);
    const { drafts } = await partsOf(other);
    const contents = drafts.map((draft) => typeof draft === 'object' && draft.files);
    expect(contents).toHaveLength(2);
    expect(contents).toEqual(expect.arrayContaining([files('title: Mine'), files()]));
    expect(goings(await imported(other, text))).toEqual(['known']);
    expect((await partsOf(other)).drafts).toHaveLength(2);
  });

  test('a draft whose name lies in the bin comes in beside it, and stays', async () => {
    const one = await fullDevice();
    const text = await textOf(one);
    const stored = await draftsOf(one.ports).read('draftdraft01');
    if (typeof stored === 'string') throw new Error(stored);
    const head = { ...stored.head, revision: 2, deletedAt: one.clock().at };
    await draftsOf(one.ports).write({ head, after: 1, steps: [] });
    expect(goings(await imported(one, text))).toEqual(['beside-bin']);
    expect((await partsOf(one)).drafts).toHaveLength(2);
    expect(goings(await imported(one, text))).toEqual(['known']);
  });

  test('shows the packs at once, here and in another tab, and after a restart', async () => {
    const text = await textOf(await fullDevice());
    const device = newDevice(2, memoryChannels());
    const [other, tab] = [await memoryStores(device), await memoryStores(device)];
    hearPacksChanged(tab);
    await imported(other, text);
    expect(hasAdded(other.ports)).toBe(true);
    expect(other.library.getState().added).toEqual(new Set([uid]));
    await expect.poll(() => tab.library.getState().added).toEqual(new Set([uid]));
    expect((await memoryStores(device)).library.getState().packs).toMatchObject([{ uid }]);
    const applied = (await other.journal.all()).filter(({ type }) => type === 'pack-applied');
    expect(applied).toMatchObject([{ pack: uid }, { pack: uid, version: '1.0.0' }]);
  });

  test('and undone takes away what it brought, and says what was changed since and stays', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    await imported(other, text);
    expect(await revokeImport(other)).toEqual([]);
    expect(await partsOf(other)).toEqual({ packs: [], drafts: [] });
    expect(other.library.getState().packs).toEqual([]);
    expect(other.learner.getState().learner.answers).toBe(0);
    await imported(other, text);
    await addPack(other, { version: '1.1.0' });
    const stored = await draftsOf(other.ports).read('draftdraft01');
    if (typeof stored === 'string') throw new Error(stored);
    await draftsOf(other.ports).write({
      head: { ...stored.head, revision: 2 },
      after: 1,
      steps: [],
    });
    expect(await revokeImport(other)).toEqual([
      { kind: 'pack', title: samplePack().title },
      { kind: 'draft', title: { '': 'Night duties' } },
    ]);
    expect((await partsOf(other)).packs).toMatchObject([{ rest: { version: '1.1.0' } }]);
    expect((await partsOf(other)).drafts).toHaveLength(1);
  });

  test('and undone leaves a pack that was removed and added again by hand, though it is the same', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    await imported(other, text);
    const { packs } = await partsOf(other);
    await removePack(other, uid);
    await addPack(other);
    expect((await partsOf(other)).packs).toEqual(packs);
    expect(await revokeImport(other)).toEqual([{ kind: 'pack', title: samplePack().title }]);
    expect((await partsOf(other)).packs).toEqual(packs);
    expect(other.library.getState().packs.map((pack) => pack.uid)).toEqual([uid]);
  });

  test.each(['1.0.0', '1.1.0'])(
    'over a pack that was removed lately, which can still be put back once it is undone: %s',
    async (version) => {
      const one = await memoryStores();
      await addPack(one, { version });
      const other = await memoryStores(newDevice(2));
      await addPack(other);
      await removePack(other, uid);
      const before = await formerPacks(other);
      expect(before).toMatchObject([{ uid, version: '1.0.0', isRemoval: true }]);
      expect(relations(await imported(other, await textOf(one)))).toEqual(['new']);
      expect(await formerPacks(other)).toEqual([]);
      expect(await revokeImport(other)).toEqual([]);
      expect(other.library.getState().packs).toEqual([]);
      expect(await formerPacks(other)).toEqual(before);
      await undoChange(other, uid);
      expect((await partsOf(other)).packs).toMatchObject([{ rest: { version: '1.0.0' } }]);
    },
  );
});
