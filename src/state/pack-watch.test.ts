import * as fake from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { samplePack } from '#core/pack/rules/sample.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { instant } from '#core/time.ts';
import { writeDocument } from '#formats/archive.ts';
import { digest } from '#formats/digest.ts';
import { memoryStores } from './memory-stores.ts';
import { readOffer } from './offer.ts';
import { acceptOffer } from './own-changes.ts';
import { formerHost, isWeekly, lookWeekly, newerSeen, setWeekly, watchOf } from './pack-watch.ts';
import type { Stores } from './stores.ts';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

const WEEK = 7 * 86_400_000;
const address = 'https://example.org/nights.mondo.json';
const pack = samplePack({ address });
const { uid } = pack;
const textOf = async (version: string, changed = {}) =>
  writeDocument(await withRevisions({ ...pack, version, ...changed }, digest));

let stores: Stores;
let now = 0;
const asked: string[] = [];

function serve(text: string | null): void {
  vi.stubGlobal('fetch', async (from: string) => {
    asked.push(from);
    if (text === null) throw new TypeError('offline');
    const response = new Response(text);
    Object.defineProperty(response, 'url', { value: from });
    return response;
  });
}

beforeEach(async () => {
  asked.length = 0;
  now = Date.UTC(2026, 10, 24);
  const made = await memoryStores();
  stores = { ...made, clock: () => ({ at: instant(now), offset: 0 }) };
  const bytes = new TextEncoder().encode(await textOf('1.0.0'));
  const file = { bytes, name: 'nights', from: null };
  const offer = await readOffer(stores, file, new AbortController().signal);
  if (!offer.ok) throw new Error('refused');
  await acceptOffer(stores, offer.value);
});
afterEach(() => vi.unstubAllGlobals());

test('nobody is asked unless the learner has agreed to it', async () => {
  serve(await textOf('1.1.0'));
  await lookWeekly(stores);
  expect(asked).toEqual([]);
  expect(newerSeen(stores)).toEqual([]);
});

test('once a week its address is asked, and a newer version is told, not taken', async () => {
  serve(await textOf('1.1.0'));
  setWeekly(stores, pack, true);
  await lookWeekly(stores);
  now += WEEK - 1;
  await lookWeekly(stores);
  expect(asked).toEqual([address]);
  expect(newerSeen(stores)).toEqual([{ pack: uid, address }]);
  expect(stores.library.getState().packs.map(({ version }) => version)).toEqual(['1.0.0']);
  now += 1;
  await lookWeekly(stores);
  expect(asked).toHaveLength(2);
  setWeekly(stores, pack, false);
  now += WEEK;
  await lookWeekly(stores);
  expect(asked).toHaveLength(2);
});

test.each<[string, string | null, object]>([
  ['is out of reach', null, {}],
  ['has no pack', 'nothing', {}],
  ['has another pack', '2.0.0', { uid: 'otherpack123' }],
])('an address that %s changes nothing', async (_what, version, changed) => {
  serve(version === '2.0.0' ? await textOf(version, changed) : version);
  setWeekly(stores, pack, true);
  await lookWeekly(stores);
  expect(newerSeen(stores)).toEqual([]);
  expect(watchOf(stores, uid)).toMatchObject({ weekly: true, seen: null });
});

test('a later version that names another host is not asked there until that is agreed to', async () => {
  serve(await textOf('1.2.0'));
  setWeekly(stores, pack, true);
  expect([isWeekly(stores, pack), formerHost(stores, pack)]).toEqual([true, null]);
  const moved = { ...pack, address: 'https://elsewhere.example/nights.mondo.json' };
  const bytes = new TextEncoder().encode(await textOf('1.1.0', { address: moved.address }));
  const offer = await readOffer(
    stores,
    { bytes, name: 'nights', from: null },
    new AbortController().signal,
  );
  if (!offer.ok) throw new Error('refused');
  await acceptOffer(stores, offer.value);
  await lookWeekly(stores);
  expect(asked).toEqual([]);
  expect([isWeekly(stores, moved), formerHost(stores, moved)]).toEqual([false, 'example.org']);
  setWeekly(stores, moved, true);
  await lookWeekly(stores);
  expect(asked).toEqual([moved.address]);
  expect(newerSeen(stores)).toEqual([{ pack: uid, address: moved.address }]);
  expect(formerHost(stores, moved)).toBeNull();
});

test('who takes back what was agreed to is not asked about another host', () => {
  setWeekly(stores, pack, true);
  setWeekly(stores, pack, false);
  expect(formerHost(stores, { uid, address: 'https://elsewhere.example/x' })).toBeNull();
});

test('what is taken back while a host is waited for stays taken back', async () => {
  const text = await textOf('1.1.0');
  vi.stubGlobal('fetch', async (from: string) => {
    setWeekly(stores, pack, false);
    return Object.defineProperty(new Response(text), 'url', { value: from });
  });
  setWeekly(stores, pack, true);
  await lookWeekly(stores);
  expect(watchOf(stores, uid)).toMatchObject({ weekly: false, seen: '1.1.0' });
});

test('an agreement that names no host holds for none', async () => {
  serve(await textOf('1.1.0'));
  const old = JSON.stringify([{ pack: uid, weekly: true, lookedAt: 0, seen: null }]);
  stores.ports.keyValue.set('mondo/me/watches', `1 ${old}`);
  await lookWeekly(stores);
  expect(asked).toEqual([]);
});
