import { isDeepStrictEqual } from 'node:util';
import * as fake from 'fake-indexeddb';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { newHistory, record, restored, type DraftFiles, type Step } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { samplePack } from '#core/pack/rules/sample.ts';
import { err } from '#core/result.ts';
import { writeArchive } from '#formats/archive.ts';
import { digest } from '#formats/digest.ts';
import { encodeBase64 } from '#formats/base64.ts';
import { memoryChannels } from '#storage/two-copies.ts';
import { makeBackup, planImport, revokeImport, runImport, undoable } from '#state/data.ts';
import { hasAdded } from '#state/hint.ts';
import type { ImportPlan } from '#state/import-plan.ts';
import { answerTo, memoryStores, newDevice } from '#state/memory-stores.ts';
import { readOffer } from '#state/offer.ts';
import { acceptOffer, formerPacks, removePack, undoChange } from '#state/own-changes.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import { hearPacksChanged } from '#state/pack-news.ts';
import type { Stores } from '#state/stores.ts';
import { collectParts } from './collect.ts';
import { filesDigest, unpackDraft } from './draft-entry.ts';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

beforeEach(() => undoable.setState({ deletion: null, lastImport: null }));

const never = new AbortController().signal;
const { uid } = samplePack();
const png = (...rest: number[]) => new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, ...rest]);

async function addPack(
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

async function addDraft(
  stores: Stores,
  files: DraftFiles,
  id = 'draftdraft01',
  title = 'Night duties',
) {
  const head = { id, title, changedAt: stores.clock().at, revision: 1, base: 0, kept: 0, done: 0 };
  await draftsOf(stores.ports).write({ head, after: 0, steps: [], base: files });
}

const files = (text = 'title: Night'): DraftFiles =>
  new Map<string, string | Uint8Array>([
    ['pack.yaml', text],
    ['media/lamp.png', png(7)],
  ]);

/** Everything of packs and drafts but the day on which a pack was added. */
async function partsOf({ ports }: Stores) {
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

async function planned(stores: Stores, text: string): Promise<ImportPlan> {
  const plan = await planImport(stores, text);
  if (!plan.ok) throw new Error(`the backup was refused: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

const imported = async (stores: Stores, text: string): Promise<ImportPlan> => {
  const plan = await planned(stores, text);
  await runImport(stores, plan);
  return plan;
};

const textOf = async (stores: Stores) => (await makeBackup(stores)).text;
const relations = ({ parts }: ImportPlan) => parts.packs.map(({ relation }) => relation);
const goings = ({ parts }: ImportPlan) => parts.drafts.map(({ goes }) => goes);
const faults = ({ parts }: ImportPlan) => parts.broken.map(({ name, why }) => [name, why]);

async function fullDevice(): Promise<Stores> {
  const stores = await memoryStores();
  stores.learner.getState().record([answerTo('alpha')], stores.clock());
  await addPack(stores);
  await addDraft(stores, files());
  return stores;
}

describe('a backup with packs and drafts', () => {
  test('gives the same packs, pictures, drafts and answers on an empty device, and counts them', async () => {
    const one = await fullDevice();
    const backup = await makeBackup(one);
    expect(backup).toMatchObject({ packs: 1, drafts: 1, leftOut: [], isShut: false });
    const other = await memoryStores(newDevice(2));
    const plan = await imported(other, backup.text);
    expect([relations(plan), goings(plan), plan.fresh]).toEqual([['new'], ['new'], 1]);
    expect(await partsOf(other)).toEqual(await partsOf(one));
    expect((await partsOf(other)).packs).toHaveLength(1);
    const events = await other.journal.all();
    expect(events).toEqual(expect.arrayContaining([...(await one.journal.all())]));
    expect(undoable.getState().lastImport?.brought).toMatchObject({
      packs: [{ id: uid }],
      drafts: [{ id: 'draftdraft01' }],
      notKept: [],
    });
  });

  test('gives back whatever stands in a draft', async () => {
    const contents = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)),
    );
    const paths = fc.oneof(
      fc.stringMatching(/^concepts\/[a-z]{1,9}\/[a-z-]{1,9}\.md$/),
      fc.constantFrom('pack.yaml', '__proto__', 'constructor', 'media/__proto__.png'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(paths, contents)), async (list) => {
        const one = await memoryStores();
        await addDraft(one, new Map(list));
        const other = await memoryStores(newDevice(2));
        await imported(other, await textOf(one));
        expect(await partsOf(other)).toEqual(await partsOf(one));
      }),
      { numRuns: 30 },
    );
  });

  test('has a draft as it stands, without what was taken back', async () => {
    const one = await fullDevice();
    const history = record(newHistory(files()), files('title: Day'), 'typed', one.clock().at);
    const head = { title: 'Day', changedAt: one.clock().at, revision: 2, base: 0, kept: 1 };
    await draftsOf(one.ports).write({
      head: { id: 'draftdraft01', ...head, done: 1 },
      after: 1,
      steps: [...history.steps.entries()],
    });
    const other = await memoryStores(newDevice(2));
    await imported(other, await textOf(one));
    const [draft] = (await partsOf(other)).drafts;
    expect(draft).toMatchObject({ title: 'Day', files: files('title: Day') });
    expect(await textOf(one)).not.toContain('title: Night');
  });

  test('leaves out what was deleted', async () => {
    const one = await fullDevice();
    await removePack(one, uid);
    const head = { id: 'draftdraft01', title: 'x', changedAt: one.clock().at, base: 0, kept: 0 };
    await draftsOf(one.ports).write({
      head: { ...head, revision: 2, done: 0, deletedAt: one.clock().at },
      after: 1,
      steps: [],
    });
    expect(await makeBackup(one)).toMatchObject({ packs: 0, drafts: 0, leftOut: [] });
  });

  test('makes no database where there is none', async () => {
    const device = newDevice();
    const stores = await memoryStores(device);
    await imported(stores, await textOf(stores));
    expect((await device.indexedDB.databases()).map(({ name }) => name)).toEqual(['mondo-me']);
  });

  test('is made without a pack that cannot be read, and says so', async () => {
    const one = await fullDevice();
    const found = await keptPacksOf(one.ports).read(uid);
    const [index] = one.library.getState().packs;
    if (!found.ok || !found.value || !index) throw new Error('no pack');
    const broken = { ...index, uid: 'brokenbroken', title: { en: 'Broken' } };
    await keptPacksOf(one.ports).put({ ...found.value, document: '{' }, broken, new Map());
    const backup = await makeBackup(one);
    expect(backup).toMatchObject({
      packs: 1,
      drafts: 1,
      leftOut: [{ kind: 'pack', title: { en: 'Broken' }, why: 'unreadable' }],
    });
    expect(await planned(await memoryStores(newDevice(2)), backup.text)).toMatchObject({
      parts: { packs: [{}], broken: [] },
    });
  });

  test('is made without a draft that is broken in any way, and says so', async () => {
    const one = await fullDevice();
    const at = one.clock().at;
    const head = { id: 'tornhistory1', title: 'Torn', changedAt: at, revision: 1, base: 0 };
    const step = { name: 'typed', at } as unknown as Step;
    const base = files();
    await draftsOf(one.ports).write({
      head: { ...head, kept: 1, done: 1 },
      after: 0,
      steps: [[0, step]],
      base,
    });
    const untitled = { ...head, id: 'untitled0000', title: 7 as unknown as string };
    const undated = { ...untitled, changedAt: -8_700_000_000_000_000 as typeof at };
    await draftsOf(one.ports).write({
      head: { ...undated, kept: 0, done: 0 },
      after: 0,
      steps: [],
      base,
    });
    const backup = await makeBackup(one);
    expect(backup).toMatchObject({
      answers: 1,
      packs: 1,
      drafts: 1,
      leftOut: [
        { kind: 'draft', title: { '': 'Torn' }, why: 'unreadable' },
        { kind: 'draft', title: { '': '' }, why: 'unreadable' },
      ],
    });
    expect(goings(await planned(await memoryStores(newDevice(2)), backup.text))).toEqual(['new']);
  });

  test('is made, and says so, where packs and drafts cannot be looked at at all', async () => {
    const one = await fullDevice();
    const get = () => {
      throw new Error('a part of Mondo did not load');
    };
    const ports = Object.defineProperty({ ...one.ports }, 'indexedDB', { get });
    expect(await makeBackup({ ...one, ports })).toMatchObject({
      answers: 1,
      packs: 0,
      drafts: 0,
      isShut: true,
    });
  });

  test('is made without what does not fit, drafts first', async () => {
    const one = await fullDevice();
    const { drafts } = await collectParts(one.ports);
    const room = (drafts[0]?.length ?? 0) + 10;
    expect(await collectParts(one.ports, room)).toMatchObject({
      drafts,
      packs: [],
      leftOut: [{ kind: 'pack', title: samplePack().title, why: 'too-large' }],
    });
  });

  test('is made, and says so, where the database does not open', async () => {
    const one = await fullDevice();
    const shut = {
      databases: () => one.ports.indexedDB?.databases(),
      open: () => {
        throw new Error('broken');
      },
    } as unknown as IDBFactory;
    const broken = { ...one, ports: { ...one.ports, indexedDB: shut } };
    expect(await makeBackup(broken)).toMatchObject({ answers: 1, packs: 0, isShut: true });
  });
});

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

  test('beside packs and drafts that cannot be read, nothing comes in unseen', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    await addPack(other, { version: '0.9.0' });
    await addDraft(other, files('title: Mine'), 'draftdraft01', 'Mine');
    const before = await partsOf(other);
    const [kept, drafts] = [keptPacksOf(other.ports), draftsOf(other.ports)];
    const [{ read }, { list }] = [{ ...kept }, { ...drafts }];
    const shut = () => {
      Object.assign(kept, { read: async () => err('unavailable') });
      Object.assign(drafts, { list: async () => null });
    };
    const open = () => {
      Object.assign(kept, { read });
      Object.assign(drafts, { list });
    };
    shut();
    const unread = await planned(other, text);
    expect([relations(unread), goings(unread)]).toEqual([['unread'], ['unread']]);
    open();
    await runImport(other, unread);
    expect(await partsOf(other)).toEqual(before);
    const plan = await planned(other, text);
    expect([relations(plan), goings(plan)]).toEqual([['newer'], ['copy']]);
    shut();
    await runImport(other, plan);
    open();
    expect(await partsOf(other)).toEqual(before);
    expect(undoable.getState().lastImport?.brought.notKept).toMatchObject([
      { kind: 'pack', title: samplePack().title, why: 'unread' },
      { kind: 'draft', title: { '': 'Night duties' }, why: 'unread' },
    ]);
  });

  test('while another draft takes its name, a draft is told to come with the next one', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    const plan = await planned(other, text);
    const drafts = draftsOf(other.ports);
    const { list } = drafts;
    Object.assign(drafts, {
      list: async () => {
        const before = await list();
        await addDraft(other, files('title: Mine'), 'draftdraft01', 'Mine');
        return before;
      },
    });
    await addDraft(other, files('title: Other'), 'otherdraft01', 'Other');
    await runImport(other, plan);
    Object.assign(drafts, { list });
    expect(undoable.getState().lastImport?.brought).toMatchObject({
      drafts: [],
      notKept: [{ kind: 'draft', why: 'behind' }],
    });
    expect(goings(await planned(other, text))).toEqual(['copy']);
  });

  test('beside a draft that is broken, which nothing can be compared with, it comes as a copy', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    const head = { id: 'draftdraft01', title: 'Torn', changedAt: other.clock().at, revision: 1 };
    const step = { name: 'typed', at: other.clock().at } as unknown as Step;
    await draftsOf(other.ports).write({
      head: { ...head, base: 0, kept: 1, done: 1 },
      after: 0,
      steps: [[0, step]],
      base: files(),
    });
    expect(goings(await imported(other, text))).toEqual(['copy']);
  });

  test('and broken off behind the packs, it keeps what came, says so, and can be undone', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    const { refresh } = other.library.getState();
    other.library.setState({ refresh: () => Promise.reject(new Error('torn')) });
    await imported(other, text);
    expect(undoable.getState().lastImport).toMatchObject({
      answers: 1,
      isWhole: false,
      brought: { packs: [{ id: uid }], drafts: [{ id: 'draftdraft01' }], notKept: [] },
    });
    other.library.setState({ refresh });
    expect(await revokeImport(other)).toEqual([]);
    expect(await partsOf(other)).toEqual({ packs: [], drafts: [] });
    expect(other.learner.getState().learner.answers).toBe(0);
  });

  test('and broken off before packs and drafts, it names those that did not come', async () => {
    const text = await textOf(await fullDevice());
    const other = await memoryStores(newDevice(2));
    const plan = await planned(other, text);
    const get = () => {
      throw new Error('torn');
    };
    const ports = Object.defineProperty({ ...other.ports }, 'indexedDB', { get });
    await runImport({ ...other, ports }, plan);
    expect(undoable.getState().lastImport).toMatchObject({
      answers: 1,
      isWhole: false,
      brought: {
        packs: [],
        drafts: [],
        notKept: [
          { kind: 'pack', title: samplePack().title, why: 'stopped' },
          { kind: 'draft', title: { '': 'Night duties' }, why: 'stopped' },
        ],
      },
    });
    expect(await revokeImport(other)).toEqual([]);
    expect(other.learner.getState().learner.answers).toBe(0);
  });

  test('into a database that does not open brings the answers, and says what was not kept', async () => {
    const text = await textOf(await fullDevice());
    const device = newDevice(2);
    const stores = await memoryStores(device);
    const shut = {
      databases: async () => [],
      open: () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    } as unknown as IDBFactory;
    const other = { ...stores, ports: { ...stores.ports, indexedDB: shut } };
    await imported(other, text);
    expect(stores.learner.getState().learner.answers).toBe(1);
    expect(undoable.getState().lastImport?.brought).toMatchObject({
      packs: [],
      drafts: [],
      notKept: [
        { kind: 'pack', why: 'full' },
        { kind: 'draft', why: 'full' },
      ],
    });
  });
});

interface Shape {
  packs: Record<string, unknown>[];
  drafts: Record<string, unknown>[];
  events: unknown[];
}

/** A backup with two packs and two drafts, of which the first of each is spoiled. */
async function spoiled(spoil: (backup: Shape) => void): Promise<ImportPlan> {
  const one = await fullDevice();
  await addPack(one, { uid: 'otherother12', title: { en: 'Whole', ja: '無傷' } });
  await addDraft(one, files('title: Whole'), 'draftdraft00', 'Whole');
  const backup: Shape = JSON.parse(await textOf(one));
  // In the order of their names, so that the spoiled ones are known.
  backup.drafts.sort((a, b) => (String(a['id']) > String(b['id']) ? -1 : 1));
  backup.packs.sort((a) => (JSON.stringify(a).includes('Whole') ? 1 : -1));
  spoil(backup);
  const other = await memoryStores(newDevice(2));
  const plan = await imported(other, JSON.stringify(backup));
  const { packs, drafts } = await partsOf(other);
  expect(packs.map(({ index }) => index.title['en'])).toContain('Whole');
  expect(drafts.map((draft) => typeof draft === 'object' && draft.title)).toContain('Whole');
  expect(Object.prototype).not.toHaveProperty('spoiled');
  return plan;
}

const first = (kind: 'packs' | 'drafts', change: object) => (backup: Shape) => {
  Object.assign(backup[kind][0] ?? {}, change);
};
const documentOf = (change: object) => (backup: Shape) => {
  const [pack] = backup.packs;
  if (pack) pack['document'] = { ...(pack['document'] as object), ...change };
};
const deep = (): unknown => {
  let value: unknown = [];
  for (let depth = 0; depth < 3000; depth += 1) value = [value];
  return value;
};
const picture = (name: string, base64: string) => ({ pictures: [{ name, base64 }] });
const file = (content: object) => ({ files: [{ path: 'pack.yaml', text: 'x' }, content] });

describe('a hostile part is named, and the rest comes in', () => {
  test.each<[string, (backup: Shape) => void, string, string]>([
    ['a pack that is null', ({ packs }) => packs.splice(0, 1, null as never), '', 'damaged'],
    ['a pack that is a list', ({ packs }) => packs.splice(0, 1, [] as never), '', 'damaged'],
    ['a pack without a document', first('packs', { document: 7 }), '', 'errors'],
    ['a changed word', documentOf({ licence: 'CC-BY-4.0' }), 'Sample', 'damaged'],
    ['another version', first('packs', { version: '9.0.0' }), 'Sample', 'damaged'],
    ['another digest', first('packs', { digest: 'x' }), 'Sample', 'damaged'],
    ['an error of the doctor', documentOf({ licence: '' }), 'Sample', 'errors'],
    ['wrong types', documentOf({ concepts: 'many' }), 'Sample', 'errors'],
    ['a newer format', documentOf({ format: 2 }), 'Sample', 'newer'],
    ['a document that is too deep', documentOf({ 'x-own': deep() }), 'Sample', 'errors'],
    ['a huge text', documentOf({ 'x-own': 'x'.repeat(20_000_001) }), 'Sample', 'too-large'],
    ['base64 that is none', first('packs', picture('a.png', '%%%')), 'Sample', 'damaged'],
    ['no picture', first('packs', picture('a.png', btoa('<svg>'))), 'Sample', 'errors'],
    [
      'a picture that leads out',
      first('packs', picture('../a.png', encodeBase64(png()))),
      'Sample',
      'errors',
    ],
    [
      'another picture',
      first('packs', picture('lamp.png', encodeBase64(png(9)))),
      'Sample',
      'damaged',
    ],
    ['a pack twice', ({ packs }) => packs.push(packs[0] ?? {}), 'Sample', 'twice'],
    ['a draft that is a number', ({ drafts }) => drafts.splice(0, 1, 7 as never), '', 'damaged'],
    ['a name that is a path', first('drafts', { id: 'a/b/c/d/e/f/' }), 'Night duties', 'damaged'],
    ['a changed text', first('drafts', file({ path: 'a', text: 'x' })), 'Night duties', 'damaged'],
    ['a file of no kind', first('drafts', file({ path: 'a' })), 'Night duties', 'damaged'],
    [
      'a file twice',
      first('drafts', file({ path: 'pack.yaml', text: 'x' })),
      'Night duties',
      'damaged',
    ],
    [
      'a path that leads out',
      first('drafts', file({ path: 'a\\..\\..\\x', text: '' })),
      'Night duties',
      'damaged',
    ],
    [
      'base64 in a draft',
      first('drafts', file({ path: 'a', base64: '?' })),
      'Night duties',
      'damaged',
    ],
    [
      'a day that is none',
      first('drafts', { changedAt: '2026-13-45T99:99:99Z' }),
      'Night duties',
      'damaged',
    ],
    [
      'a huge draft',
      first('drafts', file({ path: 'a', text: 'x'.repeat(60_000_001) })),
      'Night duties',
      'too-large',
    ],
    ['a draft twice', ({ drafts }) => drafts.push(drafts[0] ?? {}), 'Night duties', 'twice'],
  ])('%s', async (_what, spoil, name, why) => {
    expect(faults(await spoiled(spoil))).toEqual([[name, why]]);
  });

  test('keys of prototypes are words like any other', async () => {
    const own = JSON.parse('{"__proto__":{"spoiled":1},"constructor":{"prototype":{"spoiled":1}}}');
    const plan = await spoiled((backup) => {
      backup.packs.unshift(own);
      backup.drafts.unshift(own);
    });
    expect(faults(plan)).toEqual([
      ['', 'damaged'],
      ['', 'damaged'],
    ]);
  });

  test('an address that nothing may be fetched from is not kept', async () => {
    const plan = await spoiled(first('packs', { from: 'javascript:alert(1)' }));
    expect(plan.parts.packs[0]).toMatchObject({ from: null, relation: 'new' });
  });

  test('more parts than are looked at', async () => {
    const plan = await spoiled(({ drafts }) => {
      for (let i = 0; i < 600; i += 1) drafts.push({ title: `d${i}` });
    });
    expect(faults(plan)).toHaveLength(600);
    expect(faults(plan).at(-1)).toEqual(['d599', 'too-many']);
  });

  test.each<[string, readonly (readonly [path: string, text: string])[], string | null]>([
    ['a draft as it should be', [['pack.yaml', 'x']], null],
    ['a path that leads out', [['../x', 'x']], 'damaged'],
    ['a path that leads out backwards', [['a\\..\\x', 'x']], 'damaged'],
    ['a path from the root', [['/etc/x', 'x']], 'damaged'],
    ['no path', [['', 'x']], 'damaged'],
    ['a path without end', [['x'.repeat(301), 'x']], 'damaged'],
    [
      'a path twice',
      [
        ['pack.yaml', 'a'],
        ['pack.yaml', 'x'],
      ],
      'damaged',
    ],
    [
      'more files than a pack has',
      Array.from({ length: 20_001 }, (_, i) => [`${i}`, '']),
      'too-large',
    ],
  ])('%s, though its digest is right', async (_what, list, fault) => {
    const entry = {
      id: 'draftdraft01',
      title: 'x',
      changedAt: '2026-11-24T03:00:00.000Z',
      digest: await filesDigest(new Map(list)),
      files: list.map(([path, text]) => ({ path, text })),
    };
    const read = await unpackDraft(entry, never);
    expect(read.ok ? null : read.error).toBe(fault);
  });

  test('a reading that was stopped unpacks no draft any more', async () => {
    const text = await textOf(await fullDevice());
    const plan = await planImport(await memoryStores(newDevice(2)), text, AbortSignal.abort());
    expect(plan).toMatchObject({
      ok: true,
      value: {
        parts: { packs: [], drafts: [], broken: [{ why: 'too-long' }, { why: 'too-long' }] },
      },
    });
  });

  test('parts that are too deep to be handed on', async () => {
    const text = await textOf(await fullDevice());
    const deepest = '['.repeat(100_000) + ']'.repeat(100_000);
    const hostile = text
      .replace('"packs":[', `"packs":[${deepest},`)
      .replace('"drafts":[', `"drafts":[{"files":${deepest}},`);
    const plan = await imported(await memoryStores(newDevice(2)), hostile);
    expect([faults(plan), relations(plan), goings(plan)]).toEqual([
      [
        ['', 'damaged'],
        ['', 'damaged'],
      ],
      ['new'],
      ['new'],
    ]);
  });

  test('a broken event changes nothing, packs and drafts included', async () => {
    const backup: Shape = JSON.parse(await textOf(await fullDevice()));
    backup.events.push({ type: 'answered' });
    const device = newDevice(2);
    const other = await memoryStores(device);
    const refused = await planImport(other, JSON.stringify(backup));
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-event' } });
    expect((await device.indexedDB.databases()).map(({ name }) => name)).toEqual(['mondo-me']);
  });
});

test('reports of mistakes that an author has opened are no draft, and stay out of it', async () => {
  const stores = await fullDevice();
  await addDraft(stores, new Map([['reports.jsonl', '']]), 'inbox', '');
  const { drafts, leftOut } = await collectParts(stores.ports);
  expect([drafts.length, leftOut]).toEqual([1, []]);
});
