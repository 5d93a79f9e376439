import { beforeEach, describe, expect, test } from 'vitest';
import type { Step } from '#core/author/history.ts';
import { samplePack } from '#core/pack/rules/sample.ts';
import { err } from '#core/result.ts';
import { revokeImport, runImport, undoable } from '#state/data.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
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

describe('an import into trouble', () => {
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
