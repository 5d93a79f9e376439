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

test('read again, the snapshot goes on standing for them, also when older answers come in', async () => {
  const { at } = await packed();
  const { journal } = await at.open();
  await journal.saveSnapshot(journal.vector(), 'state');
  await (await journal.prepareArchive(LATER))?.confirm();
  const old = await study(await browser().open(), 3, -50);
  await journal.importEvents(old, clockAt(90_000_000));
  const ground = await journal.again();
  expect(ground).toMatchObject({ snapshot: { state: 'state' }, isArchived: true });
  expect(keysOf(ground.tail)).toEqual(expect.arrayContaining(keysOf(old)));
  at.quit();
  const later = await at.open();
  expect(later).toMatchObject({ snapshot: { state: 'state' }, isArchived: true });
  expect(later.troubles).toEqual([]);
});

test('after delete-all nobody asks for them, and importing the file brings them back', async () => {
  const { at, events } = await packed();
  const { journal } = await at.open();
  const told: string[] = [];
  journal.onTrouble(({ code }) => told.push(code));
  await journal.saveSnapshot(journal.vector(), 'state');
  const archive = await journal.prepareArchive(LATER);
  await archive?.confirm();
  const { event, saved } = journal.append({ type: 'epoch-started' }, clockAt(90_000_000));
  await saved;
  expect(await journal.again()).toMatchObject({ snapshot: null, isArchived: false });
  expect(told).toEqual([]);
  await journal.append(
    { type: 'undone', ref: { writer: event.writer, seq: event.seq } },
    clockAt(91_000_000),
  ).saved;
  const parsed = parseBackup(archive?.text ?? '');
  await journal.importEvents(parsed.ok ? parsed.value.events : [], clockAt(92_000_000));
  const ground = await journal.again();
  expect(ground.isArchived).toBe(false);
  expect(keysOf(ground.tail)).toEqual(expect.arrayContaining(keysOf(events)));
});
