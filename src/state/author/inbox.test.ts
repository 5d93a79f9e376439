import * as fake from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { instant } from '#core/time.ts';
import { draftStorage, type DraftStorage } from '#storage/drafts.ts';
import { packDatabase } from '#storage/pack-database.ts';
import { createInbox } from './inbox.ts';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

const report = {
  report: 1,
  pack: 'abcdefgh1234',
  version: '1.0.0',
  concept: 'work',
  scenario: 'night',
  language: 'en',
  wrong: 'A rope helps as well.',
} as const;

const fileOf = (value: unknown, path = 'a.mondo-report.json') => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});

let indexedDB = new fake.IDBFactory();
beforeEach(() => {
  indexedDB = new fake.IDBFactory();
});

const connection = () => draftStorage(packDatabase({ indexedDB, learner: 'me' }).open);

/** A page over the device, which has read what is kept. */
async function page(storage: DraftStorage = connection()) {
  const inbox = createInbox(storage, () => instant(0));
  await inbox.getState().refresh();
  return {
    take: (...reports: readonly unknown[]) =>
      inbox.getState().take(reports.map((value) => fileOf(value))),
    putAway: inbox.getState().putAway,
    state: () => inbox.getState(),
    reports: () => inbox.getState().reports,
  };
}

test('reports are kept until they are put away, each once', async () => {
  const here = await page();
  const other = { ...report, scenario: 'day' };
  expect(await here.take(report, other, report)).toMatchObject({ refused: [] });
  expect(here.reports()).toEqual([report, other]);
  const later = await page();
  expect(later.reports()).toEqual([report, other]);
  await later.putAway(report);
  expect((await page()).reports()).toEqual([other]);
});

test('what is no report is refused by name, and the rest is taken', async () => {
  const inbox = createInbox(connection(), () => instant(0));
  const newer = fileOf({ ...report, report: 2 }, 'new.json');
  expect(await inbox.getState().take([fileOf({}, 'x.json'), newer, fileOf(report)])).toEqual({
    reports: [report],
    refused: [
      { name: 'x.json', why: 'not-a-report' },
      { name: 'new.json', why: 'newer' },
    ],
  });
});

test('two tabs at the same time lose nothing of each other', async () => {
  const [one, two] = [await page(), await page()];
  const numbered = (tab: string, from: number) =>
    Array.from({ length: 4 }, (_, index) => ({ ...report, scenario: `${tab}${from + index}` }));
  await Promise.all([
    one.take(...numbered('a', 0)),
    two.take(...numbered('b', 0)),
    one.take(...numbered('a', 4)),
    two.take(...numbered('b', 4)),
  ]);
  const kept = (await page()).reports().map(({ scenario }) => scenario);
  expect(new Set(kept)).toEqual(
    new Set(
      ['a', 'b']
        .flatMap((tab) => numbered(tab, 0).concat(numbered(tab, 4)))
        .map(({ scenario }) => scenario),
    ),
  );
  const behind = one.reports().find(({ scenario }) => scenario === 'a0');
  await Promise.all([two.take(report), behind && one.putAway(behind)]);
  const after = (await page()).reports().map(({ scenario }) => scenario);
  expect(after).toContain('night');
  expect(after).not.toContain('a0');
});

test('what waits is never pushed out: for more there is no room, and it is said which', async () => {
  const here = await page();
  const many = Array.from({ length: 201 }, (_, index) => ({ ...report, scenario: `s${index}` }));
  const taken = await here.take(...many);
  expect(taken.refused).toEqual([{ name: 'a.mondo-report.json', why: 'no-room' }]);
  expect(here.reports()).toEqual(many.slice(0, 200));
});

test('long reports fill the room sooner', async () => {
  const here = await page();
  const wrong = 'x'.repeat(20_000);
  const many = Array.from({ length: 110 }, (_, index) => ({
    ...report,
    scenario: `s${index}`,
    wrong,
  }));
  const taken = await here.take(...many);
  expect(here.reports().length).toBeLessThan(100);
  expect(taken.refused.length + here.reports().length).toBe(110);
});

test('of what is kept, a line that is no report any longer is left out alone', async () => {
  const storage = connection();
  const lines = [JSON.stringify(report), '{"pack":"../x"}', '{'].join('\n');
  await storage.write({
    head: {
      id: 'inbox',
      title: '',
      changedAt: instant(0),
      revision: 1,
      base: 0,
      kept: 0,
      done: 0,
    },
    after: 0,
    steps: [],
    base: new Map([['reports.jsonl', lines]]),
  });
  expect((await page(storage)).reports()).toEqual([report]);
});

test('a full disk is said, and what was opened stays on this page', async () => {
  const storage = connection();
  const write = vi.fn<DraftStorage['write']>(async () => 'full');
  const here = await page({ ...storage, write });
  await here.take(report);
  await here.take({ ...report, scenario: 'day' });
  expect(here.state()).toMatchObject({ trouble: 'full' });
  await here.state().refresh();
  expect(here.reports()).toHaveLength(2);
  write.mockImplementation(storage.write);
  await here.take({ ...report, scenario: 'noon' });
  expect(here.state().trouble).toBeNull();
  expect((await page()).reports()).toHaveLength(3);
});

test('a browser without a database keeps them for this page', async () => {
  const none = draftStorage(packDatabase({ indexedDB: null, learner: 'me' }).open);
  const here = await page(none);
  await here.take(report);
  expect(here.state()).toMatchObject({ reports: [report], trouble: 'unavailable' });
});

test('a database that fails once takes nothing from the page, and brings nothing back that was put away', async () => {
  const storage = connection();
  const read = vi.fn<DraftStorage['read']>(storage.read);
  const [day, noon] = [
    { ...report, scenario: 'day' },
    { ...report, scenario: 'noon' },
  ];
  const here = await page({ ...storage, read });
  await here.take(report, day);
  read.mockResolvedValueOnce('unavailable');
  expect(await here.take(noon)).toMatchObject({ reports: [noon], refused: [] });
  expect(here.state()).toMatchObject({ reports: [report, day, noon], trouble: 'unavailable' });
  const other = await page();
  await other.putAway(day);
  await here.state().refresh();
  expect(here.state()).toMatchObject({ reports: [report, noon], trouble: 'unavailable' });
  read.mockResolvedValueOnce('unavailable');
  await here.putAway(report);
  expect(here.reports()).toEqual([noon]);
  await here.take(noon);
  expect(here.state()).toMatchObject({ reports: [report, noon], trouble: null });
  expect((await page()).reports()).toEqual([report, noon]);
});

test('a list that could not be read for once is whole when it is looked at again', async () => {
  await (await page()).take(report);
  const storage = connection();
  const read = vi.fn<DraftStorage['read']>(storage.read);
  const here = await page({ ...storage, read });
  read.mockResolvedValueOnce('unavailable');
  await here.state().refresh();
  expect(here.reports()).toEqual([report]);
  read.mockResolvedValueOnce('unavailable');
  await here.state().refresh();
  expect(here.state()).toMatchObject({ reports: [report], isUnread: true });
  await here.state().refresh();
  expect(here.state().isUnread).toBe(false);
  read.mockResolvedValueOnce('unavailable');
  await here.putAway(report);
  expect(here.state().trouble).toBe('unavailable');
  await here.state().refresh();
  expect(here.state()).toMatchObject({ reports: [report], trouble: null });
});
