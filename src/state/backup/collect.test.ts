import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { record, restored, type Step } from '#core/author/history.ts';
import { samplePack } from '#core/pack/rules/sample.ts';
import { makeBackup, undoable } from '#state/data.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { removePack } from '#state/own-changes.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import { collectParts } from './collect.ts';
import {
  uid,
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
    const history = record(
      restored(files(), 0, [], 0),
      files('title: Day'),
      'typed',
      one.clock().at,
    );
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

test('reports of mistakes that an author has opened are no draft, and stay out of it', async () => {
  const stores = await fullDevice();
  await addDraft(stores, new Map([['reports.jsonl', '']]), 'inbox', '');
  const { drafts, leftOut } = await collectParts(stores.ports);
  expect([drafts.length, leftOut]).toEqual([1, []]);
});
