import * as fake from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { instant } from '#core/time.ts';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { draftStorage, type DraftStorage, type DraftWritten } from '#storage/drafts.ts';
import type { Locks } from '#storage/ports.ts';
import { createEditorStore, type EditorStore, type OpenDraft } from './editor.ts';

for (const [name, value] of Object.entries(fake)) vi.stubGlobal(name, value);

const FILE = 'concepts/work/night.md';

function newDevice(): DraftStorage {
  vi.stubGlobal('indexedDB', new fake.IDBFactory());
  const database = openDB('packs', 1, {
    upgrade(opened) {
      for (const name of ['drafts', 'draft-steps', 'draft-media']) opened.createObjectStore(name);
    },
  });
  return draftStorage(() => database);
}

/** Locks as a browser has them: one holder, the others wait in line. */
function newLocks(): Locks {
  const ends = new Map<string, Promise<void>>();
  return {
    async request(name, { ifAvailable }, work) {
      const before = ends.get(name);
      if (before && ifAvailable) return work(null);
      const own = (before ?? Promise.resolve()).then(() => work({ name }));
      ends.set(name, own);
      await own;
      if (ends.get(name) === own) ends.delete(name);
    },
    query: async () => ({ held: [] }),
  };
}

let now = 0;
let names = 0;
let isHeld = false;

const tab = (storage: DraftStorage, locks: Locks | null = null): EditorStore =>
  createEditorStore({
    storage,
    locks,
    lockPrefix: 'draft/',
    clock: () => ({ at: instant((now += 1000)), offset: 540 }),
    name: () => `draft-${(names += 1)}`,
    onHeld: (isAny) => void (isHeld = isAny),
  });

async function made(store: EditorStore): Promise<string> {
  const result = await store.getState().create(smallPack);
  if (typeof result === 'string') throw new Error(result);
  return result.id;
}

const open = (store: EditorStore): OpenDraft => {
  const draft = store.getState().open;
  if (draft === null || !('id' in draft)) throw new Error('no draft is open');
  return draft;
};

const write = (store: EditorStore, text: string): void =>
  store.getState().change(new Map(open(store).history.files).set(FILE, text), 'typed');

const textOf = (store: EditorStore) => open(store).history.files.get(FILE);

beforeEach(() => {
  names = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('a draft is listed with the title of its source language', async () => {
  const store = tab(newDevice());
  const id = await made(store);
  expect(store.getState().drafts).toMatchObject([{ id, title: 'Small' }]);
});

test('what was typed is there after a reload, and can still be taken back and done again', async () => {
  const storage = newDevice();
  const first = tab(storage);
  const id = await made(first);
  await first.getState().enter(id);
  write(first, 'one');
  now += 60_000;
  write(first, 'one and two');
  await first.getState().flush();
  const second = tab(storage);
  await second.getState().enter(id);
  expect(textOf(second)).toBe('one and two');
  second.getState().undo();
  expect(textOf(second)).toBe('one');
  second.getState().undo();
  expect(textOf(second)).toBe(smallPack.get(FILE));
  await second.getState().flush();
  const third = tab(storage);
  await third.getState().enter(id);
  third.getState().redo();
  expect(textOf(third)).toBe('one');
});

test('an edit is made of what the files are at that moment, or not at all', async () => {
  const store = tab(newDevice());
  await store.getState().enter(await made(store));
  const add = (words: string) =>
    store.getState().edit((files) => {
      const text = files.get(FILE);
      return typeof text === 'string' ? new Map(files).set(FILE, text + words) : null;
    }, 'typed');
  write(store, 'one');
  expect(add(', two')).toBe(true);
  expect(add(', three')).toBe(true);
  expect(textOf(store)).toBe('one, two, three');
  expect(store.getState().edit(() => null, 'typed')).toBe(false);
  expect(textOf(store)).toBe('one, two, three');
});

test('letters that are only foreseen change nothing, and letters are no turn of the draft', async () => {
  const store = tab(newDevice());
  await store.getState().enter(await made(store));
  const { edit, asLetters, undo } = store.getState();
  const type = () => edit((files) => new Map(files).set(FILE, 'one'), 'typed');
  const before = open(store);
  asLetters(type, 'foreseen');
  expect(open(store)).toBe(before);
  asLetters(type, 'made');
  expect(textOf(store)).toBe('one');
  expect(open(store).turn).toBe(before.turn);
  undo();
  expect(open(store).turn).toBe(before.turn + 1);
});

test('a change is written by itself within a second, and says when', async () => {
  const storage = newDevice();
  const store = tab(storage);
  const id = await made(store);
  await store.getState().enter(id);
  write(store, 'one');
  expect(open(store).saved).toEqual({ is: 'saving' });
  await vi.waitFor(() => expect(open(store).saved.is).toBe('saved'), { timeout: 1000 });
  const other = tab(storage);
  await other.getState().enter(id);
  expect(textOf(other)).toBe('one');
});

test('pictures are kept as they are', async () => {
  const storage = newDevice();
  const first = tab(storage);
  const id = await made(first);
  await first.getState().enter(id);
  const picture = new Uint8Array([1, 2, 3]);
  const files = new Map(open(first).history.files).set('media/a.png', picture);
  first.getState().change(files, 'made');
  await first.getState().leave();
  const second = tab(storage);
  await second.getState().enter(id);
  expect(open(second).history.files.get('media/a.png')).toEqual(picture);
});

test('a long past is folded, and nothing of the draft is lost', async () => {
  const storage = newDevice();
  const first = tab(storage);
  const id = await made(first);
  await first.getState().enter(id);
  for (let i = 0; i < 700; i += 1) {
    now += 60_000;
    write(first, `text ${i}`);
  }
  await first.getState().leave();
  const second = tab(storage);
  await second.getState().enter(id);
  expect(textOf(second)).toBe('text 699');
  expect(open(second).history.steps.length).toBeLessThan(600);
  for (let i = 0; i < 700; i += 1) second.getState().undo();
  expect(textOf(second)).toMatch(/^text 3\d\d$/);
});

test('a second tab can only read, and writes once the first has let go', async () => {
  const storage = newDevice();
  const locks = newLocks();
  const first = tab(storage, locks);
  const id = await made(first);
  await first.getState().enter(id);
  const second = tab(storage, locks);
  await second.getState().enter(id);
  expect(open(second).isElsewhere).toBe(true);
  write(second, 'mine');
  expect(textOf(second)).toBe(smallPack.get(FILE));
  write(first, 'one');
  await first.getState().leave();
  await vi.waitFor(() => expect(open(second).isElsewhere).toBe(false));
  expect(textOf(second)).toBe('one');
});

test('without locks, a tab that is behind overwrites nothing and says so', async () => {
  const storage = newDevice();
  const [first, second] = [tab(storage), tab(storage)];
  const id = await made(first);
  await first.getState().enter(id);
  await second.getState().enter(id);
  write(first, 'one');
  await first.getState().flush();
  write(second, 'two');
  await second.getState().flush();
  expect(open(second).saved).toEqual({ is: 'failed', why: 'behind' });
  expect(textOf(second)).toBe('two');
  const third = tab(storage);
  await third.getState().enter(id);
  expect(textOf(third)).toBe('one');
});

test('a full disk is said, the text stays, and the next try brings all of it', async () => {
  const device = newDevice();
  let answer: DraftWritten | null = null;
  const storage: DraftStorage = {
    ...device,
    write: async (change) => answer ?? device.write(change),
  };
  const store = tab(storage);
  const id = await made(store);
  await store.getState().enter(id);
  answer = 'full';
  write(store, 'one');
  await store.getState().flush();
  expect(open(store).saved).toEqual({ is: 'failed', why: 'full' });
  answer = null;
  write(store, 'one and more');
  await store.getState().flush();
  expect(open(store).saved.is).toBe('saved');
  const other = tab(storage);
  await other.getState().enter(id);
  expect(textOf(other)).toBe('one and more');
});

/** A device whose disk is full for as long as it is told. */
function fullDevice() {
  const device = newDevice();
  let answer: DraftWritten | null = null;
  const storage: DraftStorage = {
    ...device,
    write: async (change) => answer ?? device.write(change),
  };
  return { storage, tell: (next: DraftWritten | null) => (answer = next) };
}

test('what could not be written is there when its draft is entered again, and others are written meanwhile', async () => {
  const { storage, tell } = fullDevice();
  const locks = newLocks();
  const store = tab(storage, locks);
  const [id, other] = [await made(store), await made(store)];
  await store.getState().enter(id);
  tell('full');
  write(store, 'one');
  await store.getState().leave();
  expect([store.getState().open, isHeld]).toEqual([null, true]);
  tell(null);
  await store.getState().enter(other);
  write(store, 'of the other');
  await store.getState().leave();
  const tabBeside = tab(storage, locks);
  await tabBeside.getState().enter(id);
  expect(open(tabBeside).isElsewhere).toBe(true);
  await store.getState().enter(id);
  expect([textOf(store), isHeld]).toEqual(['one', false]);
  await vi.waitFor(() => expect(open(store).saved.is).toBe('saved'));
  store.getState().undo();
  expect(textOf(store)).toBe(smallPack.get(FILE));
  await store.getState().leave();
  await vi.waitFor(() => expect(open(tabBeside).isElsewhere).toBe(false));
});

test('what could not be written is tried again by itself after its draft was left', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { storage, tell } = fullDevice();
  const locks = newLocks();
  const store = tab(storage, locks);
  const id = await made(store);
  await store.getState().enter(id);
  tell('unavailable');
  write(store, 'one');
  await store.getState().leave();
  vi.advanceTimersByTime(6000);
  tell(null);
  const other = tab(storage, locks);
  await vi.waitFor(async () => {
    vi.advanceTimersByTime(6000);
    expect((await other.getState().peek(id))?.get(FILE)).toBe('one');
  });
  await vi.waitFor(() => expect(isHeld).toBe(false));
  await other.getState().enter(id);
  await vi.waitFor(() => expect(open(other).isElsewhere).toBe(false));
});

test('what comes while a draft is being left is written too', async () => {
  const device = newDevice();
  const ends: (() => void)[] = [];
  let isSlow = false;
  const storage: DraftStorage = {
    ...device,
    async write(change) {
      if (isSlow) await new Promise<void>((resolve) => ends.push(resolve));
      return device.write(change);
    },
  };
  const store = tab(storage);
  const id = await made(store);
  await store.getState().enter(id);
  isSlow = true;
  write(store, 'one');
  const leaving = store.getState().leave();
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  write(store, 'one and more');
  isSlow = false;
  for (const end of ends) end();
  await leaving;
  expect((await tab(device).getState().peek(id))?.get(FILE)).toBe('one and more');
});

test('a draft that is left before it has been opened can be written elsewhere', async () => {
  const storage = newDevice();
  const locks = newLocks();
  const store = tab(storage, locks);
  const [id, other] = [await made(store), await made(store)];
  await Promise.all([
    store.getState().enter(id),
    store.getState().leave(),
    store.getState().enter(other),
  ]);
  expect(open(store).id).toBe(other);
  const second = tab(storage, locks);
  await second.getState().enter(id);
  expect(open(second).isElsewhere).toBe(false);
});

test('a draft that is broken on the disk says so, and does not wait for ever', async () => {
  const storage = newDevice();
  const id = await made(tab(storage));
  const read: DraftStorage['read'] = async (name) => {
    const stored = await storage.read(name);
    if (typeof stored === 'string') return stored;
    // What is in the storage may be broken in any way.
    const steps = JSON.parse('[{}]');
    return { ...stored, head: { ...stored.head, kept: 1, done: 1 }, steps };
  };
  const store = tab({ ...storage, read });
  await store.getState().enter(id);
  expect(store.getState().open).toEqual({ trouble: 'unavailable' });
  expect(await store.getState().peek(id)).toBeNull();
});

test('a deleted draft is in the bin for a day, and can be had back', async () => {
  const store = tab(newDevice());
  const id = await made(store);
  await store.getState().bin(id, true);
  expect(store.getState().drafts).toMatchObject([{ id, deletedAt: expect.any(Number) }]);
  await store.getState().bin(id, false);
  expect(store.getState().drafts).not.toMatchObject([{ deletedAt: expect.any(Number) }]);
  await store.getState().bin(id, true);
  now += 2 * 86_400_000;
  await store.getState().list();
  expect(store.getState().drafts).toEqual([]);
});

test('an address of no draft says so', async () => {
  const store = tab(newDevice());
  await store.getState().enter('nowhere');
  expect(store.getState().open).toEqual({ trouble: 'missing' });
});
