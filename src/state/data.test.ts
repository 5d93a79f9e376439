import { beforeEach, expect, test, vi } from 'vitest';
import type { Fact } from '#core/journal/event.ts';
import { settingFact } from '#core/journal/settings.ts';
import { memoryChannels } from '#storage/two-copies.ts';
import { backupDue, readMark } from './backup-mark.ts';
import {
  deleteEverything,
  makeArchive,
  makeBackup,
  markBackup,
  planImport,
  revokeImport,
  runImport,
  undoable,
  undoDeletion,
} from './data.ts';
import type { ImportPlan } from './import-plan.ts';
import { forgetMade } from './exam/made.ts';
import { examStoresOf } from './exam/stores.ts';
import { answerTo, memoryStores, newDevice } from './memory-stores.ts';
import { asidesOf } from './stored-use.ts';
import type { Stores } from './stores.ts';

beforeEach(() => undoable.setState({ deletion: null, lastImport: null }));

const record = ({ learner, clock }: Stores, ...facts: Parameters<typeof answerTo>[0][]) => {
  for (const concept of facts) learner.getState().record([answerTo(concept)], clock());
};

const learnerOf = ({ learner }: Stores) => {
  // The head names the last event, which an import or an undo has become: it is no knowledge.
  const { head: _, ...knowledge } = learner.getState().learner;
  return knowledge;
};

async function planned(stores: Stores, text: string): Promise<ImportPlan> {
  const plan = await planImport(stores, text);
  if (!plan.ok) throw new Error(`the backup was refused: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

async function studied(seed = 1): Promise<Stores> {
  const stores = await memoryStores(newDevice(seed));
  record(stores, 'alpha', 'beta', 'alpha');
  stores.learner.getState().record([settingFact('newPerDay', 25)], stores.clock());
  return stores;
}

test('a backup, everything deleted, and the backup imported give the same learner', async () => {
  const stores = await studied();
  const before = learnerOf(stores);
  const { text } = await makeBackup(stores);
  await deleteEverything(stores);
  expect(learnerOf(stores)).not.toEqual(before);
  expect(stores.learner.getState().learner.answers).toBe(0);
  await runImport(stores, await planned(stores, text));
  expect(learnerOf(stores)).toEqual(before);
});

test('a backup gives the same learner on another device, also after its next start', async () => {
  const { text } = await makeBackup(await studied());
  const device = newDevice(2);
  const other = await memoryStores(device);
  await runImport(other, await planned(other, text));
  expect(learnerOf(other)).toEqual(learnerOf(await studied()));
  await other.learner.getState().rest();
  other.journal.close();
  expect(learnerOf(await memoryStores({ ...device, seed: 3 }))).toEqual(learnerOf(other));
});

test('the plan says what is new, what is known, from when, and which settings change', async () => {
  const one = await studied();
  const { text } = await makeBackup(one);
  const other = await memoryStores(newDevice(2));
  const plan = await planned(other, text);
  expect(plan).toMatchObject({ fresh: 3, known: 0, others: 1, lost: 0 });
  expect(plan.dates).toEqual({
    first: Date.UTC(2026, 10, 24, 3, 0, 1),
    last: Date.UTC(2026, 10, 24, 3, 0, 3),
  });
  expect([plan.settings.before.newPerDay, plan.settings.after.newPerDay]).toEqual([10, 25]);
  record(one, 'gamma');
  await runImport(other, plan);
  const later = await planned(other, (await makeBackup(one)).text);
  expect(later).toMatchObject({ fresh: 1, known: 3, others: 0, lost: 0 });
});

test('planning an import writes nothing', async () => {
  const { text } = await makeBackup(await studied());
  const other = await memoryStores(newDevice(2));
  await planned(other, text);
  expect(await other.journal.all()).toEqual([]);
});

test('importing twice is importing once', async () => {
  const { text } = await makeBackup(await studied());
  const other = await memoryStores(newDevice(2));
  await runImport(other, await planned(other, text));
  const once = learnerOf(other);
  await runImport(other, await planned(other, text));
  expect(learnerOf(other)).toEqual(once);
});

test('an import can be undone, and what was here before it stays', async () => {
  const { text } = await makeBackup(await studied());
  const other = await memoryStores(newDevice(2));
  record(other, 'delta');
  const before = learnerOf(other);
  await runImport(other, await planned(other, text));
  expect(other.learner.getState().learner.answers).toBe(4);
  await revokeImport(other);
  expect(learnerOf(other)).toEqual(before);
  expect(undoable.getState().lastImport).toBeNull();
});

test('an import is undone once, however often that is tapped', async () => {
  const { text } = await makeBackup(await studied());
  const other = await memoryStores(newDevice(2));
  record(other, 'delta');
  markBackup(other, await makeBackup(other));
  await runImport(other, await planned(other, text));
  const taps = await Promise.all([revokeImport(other), revokeImport(other)]);
  expect(taps).toEqual([[], null]);
  const revoked = (await other.journal.all()).filter(({ type }) => type === 'import-revoked');
  expect(revoked).toHaveLength(1);
  expect(readMark(other).answers).toBe(1);
});

test('an undoing that fails as a whole can be tried again', async () => {
  const { text } = await makeBackup(await studied());
  const stores = await memoryStores(newDevice(2));
  await runImport(stores, await planned(stores, text));
  const { lastImport } = undoable.getState();
  const reread = async () => {
    throw new Error('nothing can be read');
  };
  const getState = () => ({ ...stores.learner.getState(), reread });
  const broken = { ...stores, learner: { ...stores.learner, getState } };
  await expect(revokeImport(broken)).rejects.toThrow('nothing can be read');
  expect(undoable.getState().lastImport).toBe(lastImport);
  expect(await revokeImport(stores)).toEqual([]);
  expect(stores.learner.getState().learner.answers).toBe(0);
});

test('an import whose answers cannot be shown at once has come in all the same', async () => {
  const { text } = await makeBackup(await studied());
  const stores = await memoryStores(newDevice(2));
  const plan = await planned(stores, text);
  const journal = { ...stores.journal, all: () => Promise.reject(new Error('torn')) };
  await runImport({ ...stores, journal }, plan);
  expect(undoable.getState().lastImport).toMatchObject({ answers: 3, isWhole: false });
  await revokeImport(stores);
  expect(stores.learner.getState().learner.answers).toBe(0);
});

test('an import of which a part of Mondo does not load names what did not come', async () => {
  vi.resetModules();
  vi.doMock('./backup/bring-in.ts', () => {
    throw new Error('gone');
  });
  const data = await import('./data.ts');
  const stores = await memoryStores(newDevice(2));
  const plan = await planned(stores, (await makeBackup(await studied())).text);
  const draft = { id: 'draftdraft01', title: 'Day', changedAt: stores.clock().at, digest: '' };
  const parts = {
    packs: [],
    drafts: [{ ...draft, files: new Map<string, string>(), goes: 'new' as const }],
    broken: [],
  };
  await data.runImport(stores, { ...plan, parts });
  expect(data.undoable.getState().lastImport).toMatchObject({
    answers: 3,
    isWhole: false,
    brought: { notKept: [{ kind: 'draft', title: { '': 'Day' }, why: 'stopped' }] },
  });
  vi.doUnmock('./backup/bring-in.ts');
});

test('a deletion can be undone', async () => {
  const stores = await studied();
  const before = learnerOf(stores);
  await deleteEverything(stores);
  await undoDeletion(stores);
  expect(learnerOf(stores)).toEqual(before);
  expect(undoable.getState().deletion).toBeNull();
});

test('everything is deleted once, however often that is tapped, and one step brings it back', async () => {
  const stores = await studied();
  const before = learnerOf(stores);
  await Promise.all([deleteEverything(stores), deleteEverything(stores)]);
  expect(stores.learner.getState().learner.answers).toBe(0);
  await undoDeletion(stores);
  expect(learnerOf(stores)).toEqual(before);
  await deleteEverything(stores);
  expect(stores.learner.getState().learner.answers).toBe(0);
});

test('a deletion that cannot be shown at once can be undone all the same', async () => {
  const stores = await studied();
  const before = learnerOf(stores);
  const reread = async () => {
    throw new Error('nothing can be read');
  };
  const getState = () => ({ ...stores.learner.getState(), reread });
  const broken = { ...stores, learner: { ...stores.learner, getState } };
  await expect(deleteEverything(broken)).rejects.toThrow('nothing can be read');
  await stores.learner.getState().reread();
  expect(stores.learner.getState().learner.answers).toBe(0);
  await undoDeletion(stores);
  expect(learnerOf(stores)).toEqual(before);
});

test.each([
  ['cut in half', (text: string) => text.slice(0, text.length / 2)],
  ['of another program', () => '{"cards":[]}'],
  ['of a newer Mondo', (text: string) => text.replace('"format":1', '"format":9')],
  ['with one changed answer', (text: string) => text.replace('"right":true', '"right":false')],
  ['with a broken event', (text: string) => text.replace('"seq":2', '"seq":-2')],
])('a backup %s is refused and changes nothing', async (_, damage) => {
  const { text } = await makeBackup(await studied());
  const other = await memoryStores(newDevice(2));
  record(other, 'delta');
  const [before, events] = [learnerOf(other), await other.journal.all()];
  expect(damage(text)).not.toBe(text);
  expect((await planImport(other, damage(text))).ok).toBe(false);
  expect(learnerOf(other)).toEqual(before);
  expect(await other.journal.all()).toEqual(events);
});

test('a session on the screen is left when everything is deleted', async () => {
  const stores = await studied();
  stores.session.setState({ isRunning: true });
  await deleteEverything(stores);
  expect(stores.session.getState()).toMatchObject({ session: null, isRunning: false });
});

test('the file is named by the local day, and counts its answers', async () => {
  const { name, answers } = await makeBackup(await studied());
  expect([name, answers]).toEqual(['mondo-backup-2026-11-24.json', 3]);
});

test('a backup is due after more than 200 answers in none, and no longer once it was made', async () => {
  const stores = await memoryStores();
  const facts = Array.from({ length: 200 }, (_, i) => answerTo(`c${i}`));
  stores.learner.getState().record(facts, stores.clock());
  expect(backupDue(stores)).toBe(0);
  record(stores, 'one-more');
  expect(backupDue(stores)).toBe(201);
  markBackup(stores, await makeBackup(stores));
  expect(backupDue(stores)).toBe(0);
  expect(readMark(stores).at).not.toBeNull();
});

test('answers after a deletion are in no backup, and a mark that cannot be read counts for nothing', async () => {
  const stores = await studied();
  markBackup(stores, await makeBackup(stores));
  await deleteEverything(stores);
  expect(readMark(stores).answers).toBe(0);
  await undoDeletion(stores);
  expect(readMark(stores).answers).toBe(3);
  stores.ports.keyValue.set('mondo/me/backup', '1 {"at":1,"answers":-1}');
  expect(readMark(stores)).toEqual({ at: null, answers: 0 });
});

test('no more goes into a file while what stands in one cannot be read', async () => {
  const stores = await studied();
  const archive = { text: '{}', events: 3, confirm: async () => true };
  const journal = { ...stores.journal, prepareArchive: async () => archive };
  expect(await makeArchive({ ...stores, journal })).toMatchObject({ events: 3 });
  stores.learner.setState({ troubles: [{ code: 'archive-needed' }] });
  expect(await makeArchive({ ...stores, journal })).toBeNull();
});

test('what was put aside is listed, the newest first', async () => {
  const stores = await memoryStores();
  stores.ports.keyValue.set('mondo/me/aside/1700000000000', 'old');
  stores.ports.keyValue.set('mondo/me/aside/1800000000000', 'new');
  stores.ports.keyValue.set('mondo/you/aside/1900000000000', 'of somebody else');
  expect(asidesOf(stores).map(({ at, text }) => [at, text])).toEqual([
    [1_800_000_000_000, 'new'],
    [1_700_000_000_000, 'old'],
  ]);
});

test('a mock that two devices have reviewed is in memory once when one takes in the other', async () => {
  const mock = { ...answerTo('alpha'), session: 'exam', mode: 'exam' as const };
  const [here, there] = [await memoryStores(newDevice(1)), await memoryStores(newDevice(2))];
  for (const { learner, clock } of [here, there]) learner.getState().record([mock], clock());
  const before = learnerOf(here);
  await runImport(here, await planned(here, (await makeBackup(there)).text));
  expect(learnerOf(here)).toEqual({ ...before, recent: expect.anything() });
});

test.each([
  ['earlier', 0],
  ['later', 1],
])('an import is undone whole when it brought an %s review of the same mock', async (_, later) => {
  const mock = { ...answerTo('alpha'), session: 'exam', mode: 'exam' as const };
  const [here, there] = [await memoryStores(newDevice(1)), await memoryStores(newDevice(2))];
  const first = later === 0 ? there : here;
  here.clock();
  first.learner.getState().record([mock], first.clock());
  const second = later === 0 ? here : there;
  second.clock();
  second.clock();
  second.learner.getState().record([{ ...mock, right: false }], second.clock());
  const before = learnerOf(here);
  const { text } = await makeBackup(there);
  await runImport(here, await planned(here, text));
  expect(here.learner.getState().learner.answers).toBe(1);
  await revokeImport(here);
  expect(learnerOf(here)).toEqual(before);
  // And taken in once more it is healed once more.
  await runImport(here, await planned(here, text));
  expect(here.learner.getState().learner.answers).toBe(1);
});

test('exams that were forgotten take nothing back any more: what is there twice is taken back once', async () => {
  const shared = newDevice(1, memoryChannels());
  const stores = await memoryStores(shared);
  const tab = await memoryStores({ ...shared, seed: 5 });
  const { text } = await makeBackup(await studied(2));
  stores.learner.getState().record([settingFact('questionLanguage', 'en')], stores.clock());
  await examStoresOf(stores).exams.getState().open();
  await runImport(stores, await planned(stores, text));
  const reading = examStoresOf(stores).exams.getState().open();
  forgetMade(stores);
  await reading;
  await examStoresOf(stores).exams.getState().open();
  const review: Fact = { ...answerTo('alpha'), mode: 'exam', session: 'exam' };
  tab.learner.getState().record([review, review], tab.clock());
  const undone = async () => (await stores.journal.all()).filter(({ type }) => type === 'undone');
  await expect.poll(undone).toHaveLength(1);
  await new Promise((resume) => setTimeout(resume, 50));
  expect(await undone()).toHaveLength(1);
});
