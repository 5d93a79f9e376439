import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { Opened } from './journal.ts';
import type { Buckets, Ports } from './ports.ts';
import { browser, clockAt, study, type Browser } from './two-copies.ts';

const DAY = 86_400_000;
/** So many answers are worth a pack. */
const PACKED = 70;

const spareOf = ({ journal }: Opened): string => `mondo-me-${journal.writer()}`;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
  });

async function put(indexedDB: IDBFactory, key: string, record: string): Promise<void> {
  const database = await settled(indexedDB.open('records'));
  await settled(
    database.transaction('records', 'readwrite').objectStore('records').put(record, key),
  );
  database.close();
}

/** A tab that was opened, studied in, and killed. */
async function closedTab(at: Browser, i: number): Promise<void> {
  await study(await at.open(), 2, 10 * i);
  at.crash();
}

/** A later start, when so much time has passed, with its full reading. */
async function startAfter(
  at: Browser,
  millis: number,
  ports: Partial<Ports> = {},
): Promise<number> {
  const opened = await at.open({ clock: () => clockAt(millis), ...ports });
  await opened.journal.idle();
  const { length } = await opened.journal.all();
  at.quit();
  return length;
}

test('each tab that writes has a spare copy of its own, and one that only reads has none', async () => {
  const at = browser();
  const tabs = [await at.open(), await at.open(), await at.open()];
  for (const tab of tabs.slice(0, 2)) await study(tab, 3);
  const writers = tabs.slice(0, 2).map(({ journal }) => `mondo-me-${journal.writer()}`);
  expect((await at.buckets.keys()).toSorted()).toEqual(writers.toSorted());
});

describe('a spare copy', () => {
  test('goes when it is a day old and both copies have held it in packs since an earlier start', async () => {
    const at = browser();
    await study(await at.open(), PACKED);
    at.quit();
    await startAfter(at, DAY / 2);
    await startAfter(at, DAY / 2);
    expect(await at.buckets.keys()).toHaveLength(1);
    expect(await startAfter(at, 2 * DAY)).toBe(PACKED);
    expect(await at.buckets.keys()).toHaveLength(0);
  });

  test('stays while the pack that holds it is of this start, whatever the clock says', async () => {
    const at = browser();
    await study(await at.open(), PACKED);
    at.quit();
    await startAfter(at, 9000 * DAY);
    expect(await at.buckets.keys()).toHaveLength(1);
    await startAfter(at, 9000 * DAY);
    expect(await at.buckets.keys()).toHaveLength(0);
  });

  test('stays while localStorage lacks something', async () => {
    const at = browser();
    await study(await at.open(), PACKED);
    at.crash();
    const keyValue = { ...at.keyValue, set: () => 'full' as const };
    await startAfter(at, 2 * DAY, { keyValue });
    await startAfter(at, 2 * DAY, { keyValue });
    expect(await at.buckets.keys()).toHaveLength(1);
  });

  test('stays while the twin cannot be read', async () => {
    const at = browser();
    await study(await at.open(), PACKED);
    at.quit();
    await startAfter(at, DAY / 2);
    await startAfter(at, 2 * DAY, { indexedDB: null });
    expect(await at.buckets.keys()).toHaveLength(1);
  });

  test('stays when it cannot be read, and is told of when it can be', async () => {
    const at = browser();
    await study(await at.open(), PACKED);
    at.quit();
    await startAfter(at, DAY / 2);
    const buckets = { ...at.buckets, open: () => Promise.reject(new Error('not now')) };
    await startAfter(at, 2 * DAY, { buckets });
    expect(await at.buckets.keys()).toHaveLength(1);
    for (const key of at.keyValue.keys()) at.keyValue.remove(key);
    at.wipe();
    expect((await at.open()).tail).toHaveLength(PACKED);
  });

  test('stays when a record of it is damaged', async () => {
    const at = browser();
    const tab = await at.open();
    await study(tab, PACKED);
    at.quit();
    const { indexedDB } = await at.buckets.open(spareOf(tab));
    await put(indexedDB, 'damaged', 'no record');
    for (const days of [0.5, 2, 3]) await startAfter(at, days * DAY);
    expect(await at.buckets.keys()).toHaveLength(1);
  });

  test('of a tab that lives stays, even if it was opened while another tab was tidying', async () => {
    const at = browser();
    for (let i = 0; i < 10; i += 1) await closedTab(at, i);
    const living = await at.open();
    await study(living, 3, 200);
    const names: string[] = [];
    const buckets: Buckets = {
      ...at.buckets,
      async keys() {
        if (names.length === 0) {
          names.push(spareOf(living));
          const late = await at.open();
          await study(late, 2, 300);
          names.push(spareOf(late));
        }
        return at.buckets.keys();
      },
    };
    const { journal } = await at.open({ buckets, clock: () => clockAt(9000 * DAY) });
    await journal.idle();
    expect(names).toHaveLength(2);
    expect(await at.buckets.keys()).toEqual(expect.arrayContaining(names));
    // Those of the ten that were closed have become one.
    expect(await at.buckets.keys()).toHaveLength(3);
  });
});

describe('spare copies of many closed tabs', () => {
  test('become one, which a later start reads', async () => {
    const at = browser();
    for (let i = 0; i < 10; i += 1) await closedTab(at, i);
    expect(await at.buckets.keys()).toHaveLength(10);
    const opened = await at.open();
    await opened.journal.idle();
    expect(await at.buckets.keys()).toHaveLength(1);
    at.crash();
    at.wipe();
    expect((await at.open()).tail).toHaveLength(20);
  });

  test('stay as they are while there are few', async () => {
    const at = browser();
    for (let i = 0; i < 8; i += 1) await closedTab(at, i);
    const names = await at.buckets.keys();
    await startAfter(at, 1);
    expect(await at.buckets.keys()).toEqual(names);
  });

  test.each([
    ['cannot be opened', () => Promise.reject(new Error('no room'))],
    ['forgets what it was given', () => Promise.resolve({ indexedDB: new IDBFactory() })],
  ])('stay when the one that they are to become %s', async (_, open) => {
    const at = browser();
    for (let i = 0; i < 10; i += 1) await closedTab(at, i);
    const names = await at.buckets.keys();
    const buckets: Buckets = {
      ...at.buckets,
      open: (name) => (names.includes(name) ? at.buckets.open(name) : open()),
    };
    const opened = await at.open({ buckets });
    await opened.journal.idle();
    expect(await at.buckets.keys()).toEqual(names);
  });

  test('that cannot be deleted do not stop the rest of the work', async () => {
    const at = browser();
    for (let i = 0; i < 10; i += 1) await closedTab(at, i);
    const asked: string[] = [];
    const buckets: Buckets = {
      ...at.buckets,
      delete(name) {
        asked.push(name);
        return Promise.reject(new Error('in use'));
      },
    };
    const { journal } = await at.open({ buckets });
    expect(await journal.idle()).toMatchObject({ events: 20, missing: [] });
    expect(asked).toHaveLength(10);
  });
});

test('the full reading gives both copies what a spare copy alone has', async () => {
  const at = browser();
  const events = await study(await at.open(), 7);
  at.crash();
  at.wipe();
  const { journal } = await at.open();
  expect((await journal.idle()).repaired).toEqual({ local: 7, twin: 7, unreadable: 0 });
  at.crash();
  expect((await at.open({ buckets: null })).tail).toEqual(events);
});

test('what is deleted goes from the spare copies with the next start', async () => {
  const at = browser();
  const opened = await at.open();
  await study(opened, 5);
  await opened.journal.append({ type: 'epoch-started' }, clockAt(9000)).saved;
  expect(await at.buckets.keys()).toHaveLength(2);
  at.quit();
  await startAfter(at, 10_000);
  expect(await at.buckets.keys()).toEqual([`mondo-me-${opened.journal.writer()}`]);
  for (const key of at.keyValue.keys()) at.keyValue.remove(key);
  at.wipe();
  // The word that everything was deleted is all that is left.
  expect(await startAfter(at, 20_000)).toBe(1);
});

test('another app’s buckets are left alone', async () => {
  const at = browser();
  await at.buckets.open('somebody-else');
  await startAfter(at, 2 * DAY);
  expect(await at.buckets.keys()).toEqual(['somebody-else']);
});
