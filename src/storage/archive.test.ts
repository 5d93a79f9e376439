import { expect, test } from 'vitest';
import { parseBackup } from './backup.ts';
import { browser, clockAt, keysOf, study } from './two-copies.ts';

const LATER = clockAt(86_400_000).at;

async function packed() {
  const at = browser();
  const events = await study(await at.open(), 100);
  for (let start = 0; start < 2; start += 1) {
    at.quit();
    const { journal } = await at.open();
    await journal.idle();
  }
  return { at, events };
}

test('old events move to a file only when they are in a snapshot', async () => {
  const { at } = await packed();
  const { journal } = await at.open();
  expect(await journal.prepareArchive(LATER)).toBeNull();
  await journal.saveSnapshot(journal.vector(), 'state');
  expect(await journal.prepareArchive(clockAt(0).at)).toBeNull();
  expect(await journal.prepareArchive(LATER)).toMatchObject({ events: 100 });
});

test('nothing is taken out before the file is confirmed', async () => {
  const { at, events } = await packed();
  const { journal } = await at.open();
  await journal.saveSnapshot(journal.vector(), 'state');
  await journal.prepareArchive(LATER);
  expect(keysOf(await journal.all())).toEqual(keysOf(events));
});

test('afterwards they are in the file alone; the snapshot stands for them, and nothing is missing', async () => {
  const { at, events } = await packed();
  const { journal } = await at.open();
  await journal.saveSnapshot(journal.vector(), 'state');
  const archive = await journal.prepareArchive(LATER);
  expect(await archive?.confirm()).toBe(true);
  const parsed = parseBackup(archive?.text ?? '');
  expect(parsed.ok && keysOf(parsed.value.events)).toEqual(keysOf(events));
  at.quit();
  const later = await at.open();
  expect(later).toMatchObject({ snapshot: { state: 'state' }, tail: [] });
  const report = await later.journal.idle();
  expect(report).toMatchObject({ events: 0, expected: 0, missing: [] });
  expect(later.troubles).toEqual([]);
});

test('without the snapshot the learner is told that the file is needed', async () => {
  const { at } = await packed();
  const { journal } = await at.open();
  await journal.saveSnapshot(journal.vector(), 'state');
  const archive = await journal.prepareArchive(LATER);
  await archive?.confirm();
  at.quit();
  for (const key of at.keyValue.keys()) if (key.includes('/s/')) at.keyValue.remove(key);
  const damaged = await at.open({ indexedDB: null });
  expect(damaged.troubles.map(({ code }) => code)).toContain('missing');
});
