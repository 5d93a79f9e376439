import * as fake from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { PackIndex } from '#core/pack/library.ts';
import { instant } from '#core/time.ts';
import { keptPacks, type KeptPack } from './kept-packs.ts';
import { databaseName, packDatabase } from './pack-database.ts';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

const index = (version: string): PackIndex => ({
  uid: 'packpackpack',
  version,
  released: '2026-11-20',
  languages: ['en'],
  title: { en: 'A pack' },
  summary: { en: 'About something.' },
  authors: [],
  contact: {},
  licence: 'CC0-1.0',
  domains: [],
  terms: [],
  notes: [],
  concepts: [],
});

const pack = (version: string, at = 0): KeptPack => ({
  document: `{"version":"${version}"}`,
  digest: version,
  version,
  addedAt: instant(at),
  from: null,
});

const picture = (byte: number) => new Map([['a.png', new Uint8Array([byte])]]);

function device(factory: IDBFactory | null = new fake.IDBFactory()) {
  const database = packDatabase({ indexedDB: factory, learner: 'me' });
  return { factory, database, kept: keptPacks(database) };
}

const uid = 'packpackpack';

test('a pack is kept with its pictures, and read again after the page was closed', async () => {
  const { factory, kept, database } = device();
  await kept.put(pack('1.0.0'), index('1.0.0'), picture(1));
  database.close();
  const later = device(factory).kept;
  expect(await later.indexes()).toEqual({ ok: true, value: [index('1.0.0')] });
  expect(await later.read(uid)).toEqual({ ok: true, value: pack('1.0.0') });
  expect(await later.picture(uid, 'a.png')).toEqual(new Uint8Array([1]));
  expect(await later.picture(uid, 'b.png')).toBeNull();
});

test('a newer version takes its place whole, and undoing puts everything back', async () => {
  const { kept } = device();
  await kept.put(pack('1.0.0'), index('1.0.0'), picture(1));
  await kept.put(pack('2.0.0'), index('2.0.0'), new Map());
  expect(await kept.picture(uid, 'a.png')).toBeNull();
  expect(await kept.formers()).toMatchObject({
    ok: true,
    value: [{ uid, version: '1.0.0', isRemoval: false }],
  });
  await kept.restore(uid, instant(0));
  expect(await kept.read(uid)).toEqual({ ok: true, value: pack('1.0.0') });
  expect(await kept.pictures(uid)).toEqual({ ok: true, value: picture(1) });
  expect(await kept.formers()).toEqual({ ok: true, value: [] });
});

test('a removed pack can be put back until it is swept', async () => {
  const { kept } = device();
  await kept.put(pack('1.0.0'), index('1.0.0'), picture(1));
  await kept.remove(uid, instant(1000));
  expect(await kept.indexes()).toEqual({ ok: true, value: [] });
  await kept.sweep(instant(1000));
  await kept.restore(uid, instant(0));
  expect(await kept.pictures(uid)).toEqual({ ok: true, value: picture(1) });
  await kept.remove(uid, instant(1000));
  await kept.sweep(instant(1001));
  await kept.restore(uid, instant(0));
  expect(await kept.indexes()).toEqual({ ok: true, value: [] });
});

test('pictures of one pack are not those of another whose uid begins alike', async () => {
  const { kept } = device();
  const other = { ...index('1.0.0'), uid: 'packpackpac' };
  await kept.put(pack('1.0.0'), other, picture(2));
  await kept.put(pack('1.0.0'), index('1.0.0'), picture(1));
  await kept.remove(other.uid, instant(0));
  expect(await kept.pictures(uid)).toEqual({ ok: true, value: picture(1) });
});

test('a browser without a database says so', async () => {
  const { kept } = device(null);
  expect(await kept.indexes()).toEqual({ ok: false, error: 'unavailable' });
  expect(await kept.put(pack('1.0.0'), index('1.0.0'), new Map())).toEqual({
    ok: false,
    error: 'unavailable',
  });
});

test('a database of a newer Mondo is left untouched, and said', async () => {
  const factory = new fake.IDBFactory();
  const request = factory.open(databaseName('me'), 99);
  await new Promise((resolve) => request.addEventListener('success', resolve));
  request.result.close();
  const { kept } = device(factory);
  expect(await kept.indexes()).toEqual({ ok: false, error: 'newer' });
  expect(await factory.databases()).toEqual([{ name: databaseName('me'), version: 99 }]);
});

test('on a full disk the pack that stood there stands there still', async () => {
  const { kept, database } = device();
  await kept.put(pack('1.0.0'), index('1.0.0'), picture(1));
  const opened = await database.open();
  const transaction = opened.transaction.bind(opened);
  const full = new DOMException('no room', 'QuotaExceededError');
  const failing = keptPacks({
    ...database,
    open: async () =>
      new Proxy(opened, {
        get(target, key) {
          if (key !== 'transaction') return Reflect.get(target, key);
          return (...args: Parameters<typeof transaction>) => {
            const change = transaction(...args);
            return new Proxy(change, {
              get(inner, name) {
                const value: unknown = Reflect.get(inner, name);
                if (name !== 'objectStore')
                  return typeof value === 'function' ? value.bind(inner) : value;
                return (store: string) =>
                  store === 'indexes'
                    ? {
                        get: inner.objectStore(store).get.bind(inner.objectStore(store)),
                        put: () => Promise.reject(full),
                      }
                    : inner.objectStore(store);
              },
            });
          };
        },
      }),
  });
  expect(await failing.put(pack('2.0.0'), index('2.0.0'), new Map())).toEqual({
    ok: false,
    error: 'full',
  });
  expect(await kept.read(uid)).toEqual({ ok: true, value: pack('1.0.0') });
  expect(await kept.pictures(uid)).toEqual({ ok: true, value: picture(1) });
  expect(await kept.formers()).toEqual({ ok: true, value: [] });
});
