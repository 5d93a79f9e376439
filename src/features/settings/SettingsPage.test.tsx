import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as fake from 'fake-indexeddb';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import type { InterfaceLanguage } from '#core/language.ts';
import { sampleConcept, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';
import { err } from '#core/result.ts';
import words from '#i18n/en/settings.json';
import japanese from '#i18n/ja/settings.json';
import { createI18n } from '#i18n/i18n.ts';
import { makeBackup, undoable } from '#state/data.ts';
import { answerTo, memoryStores, newDevice } from '#state/memory-stores.ts';
import { readOffer } from '#state/offer.ts';
import { acceptOffer, removePack } from '#state/own-changes.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { AboutPage } from './AboutPage.tsx';
import { ArchivePart } from './ArchivePart.tsx';
import { SettingsPage } from './SettingsPage.tsx';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

function show(this: HTMLDialogElement) {
  this.open = true;
}

function hide(this: HTMLDialogElement) {
  this.open = false;
}

beforeEach(() => {
  undoable.setState({ deletion: null, lastImport: null });
  // jsdom has the element, but not what opens it.
  Object.assign(HTMLDialogElement.prototype, { showModal: show, close: hide });
});

async function open(
  stores: Stores,
  language: InterfaceLanguage = 'en',
  page = <SettingsPage />,
): Promise<ReturnType<typeof userEvent.setup>> {
  const i18n = await createI18n(language, ['settings', 'plan', 'troubles']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>{page}</MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return userEvent.setup();
}

const settingsOf = ({ learner }: Stores) => learner.getState().learner.settings;
const answersOf = ({ learner }: Stores) => learner.getState().learner.answers;

async function withAnswers(seed: number, ...concepts: string[]): Promise<Stores> {
  const stores = await memoryStores(newDevice(seed));
  for (const concept of concepts) {
    stores.learner.getState().record([answerTo(concept)], stores.clock());
  }
  return stores;
}

test('a choice is recorded at once, and said to be saved', async () => {
  const stores = await memoryStores();
  const user = await open(stores);
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(settingsOf(stores).theme).toBe('dark');
  expect(await screen.findByText('Saved')).toBeTruthy();
  const events = await stores.journal.all();
  expect(events).toMatchObject([{ type: 'setting', key: 'theme', value: 'dark' }]);
});

test('old answers leave only when the learner has said that the file is there', async () => {
  const confirm = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  const file = { name: 'mondo-archive-2026-11-26.json', text: '{}', events: 7, confirm };
  const user = await open(await memoryStores(), 'en', <ArchivePart onPrepare={async () => file} />);
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  await user.click(screen.getByRole('button', { name: words.archiveSave }));
  expect(await screen.findByText(/7 entries were saved as mondo-archive-2026-11-26/)).toBeTruthy();
  expect(confirm).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: words.archiveConfirm }));
  expect(await screen.findByText(/stand in the file alone/)).toBeTruthy();
  expect(confirm).toHaveBeenCalledOnce();
});

test('a file of old answers that cannot be made is told, and can be asked for again', async () => {
  const onPrepare = vi
    .fn<() => Promise<null>>()
    .mockRejectedValueOnce(new Error('torn'))
    .mockResolvedValueOnce(null);
  const user = await open(await memoryStores(), 'en', <ArchivePart onPrepare={onPrepare} />);
  await user.click(screen.getByRole('button', { name: words.archiveSave }));
  expect(await screen.findByText(words.archiveFailed)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: words.archiveSave }));
  expect(await screen.findByText(words.archiveNothing)).toBeTruthy();
});

test('with nothing old enough that is said', async () => {
  const user = await open(await memoryStores(), 'en', <ArchivePart onPrepare={async () => null} />);
  await user.click(screen.getByRole('button', { name: words.archiveSave }));
  expect(await screen.findByText(words.archiveNothing)).toBeTruthy();
});

test('the language of the questions is set apart from that of the interface', async () => {
  const stores = await memoryStores();
  const user = await open(stores);
  const group = screen.getByRole('group', { name: 'Language of the questions' });
  await user.click(within(group).getByRole('radio', { name: '日本語' }));
  expect(settingsOf(stores)).toMatchObject({ questionLanguage: 'ja', language: null });
  await user.click(within(group).getByRole('radio', { name: 'As the interface' }));
  expect(settingsOf(stores).questionLanguage).toBeNull();
});

test('a number is taken with Enter or when the field is left, once', async () => {
  const stores = await memoryStores();
  const user = await open(stores);
  const field = screen.getByLabelText('New concepts a day');
  await user.clear(field);
  await user.type(field, '２５{Enter}');
  expect(settingsOf(stores).newPerDay).toBe(25);
  await user.clear(screen.getByLabelText('Minutes a day'));
  await user.type(screen.getByLabelText('Minutes a day'), '40');
  await user.tab();
  expect(settingsOf(stores).minutesPerDay).toBe(40);
  expect(await stores.journal.all()).toHaveLength(2);
});

test('a number that is not allowed says what is, and changes nothing', async () => {
  const stores = await memoryStores();
  const user = await open(stores);
  const field = screen.getByLabelText('Minutes a day');
  await user.clear(field);
  await user.type(field, '0{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('from 1 to 1440');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(settingsOf(stores).minutesPerDay).toBe(15);
  await user.clear(field);
  await user.type(field, '30{Enter}');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('single keys can be switched off', async () => {
  const stores = await memoryStores();
  const user = await open(stores);
  const group = screen.getByRole('group', { name: 'Single keys' });
  await user.click(within(group).getByRole('radio', { name: 'Off' }));
  expect(settingsOf(stores).singleKeys).toBe(false);
});

const fileInput = (): HTMLInputElement => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('no file can be chosen');
  return input;
};

test('a backup is shown before it is imported, and can be undone after', async () => {
  const { text } = await makeBackup(await withAnswers(1, 'alpha', 'beta'));
  const stores = await withAnswers(2, 'gamma');
  const user = await open(stores);
  await user.upload(fileInput(), new File([text], 'mine.json'));
  const preview = await screen.findByRole('region', { name: 'What mine.json will change' });
  expect(preview.textContent).toContain('2 answers are new.');
  expect(preview.textContent).toContain('Nov 24, 2026');
  expect(answersOf(stores)).toBe(1);
  await user.click(within(preview).getByRole('button', { name: 'Import it' }));
  expect(await screen.findByText('Imported: 2 answers came in.')).toBeTruthy();
  expect(answersOf(stores)).toBe(3);
  // The buttons that are pressed go: keys go on from the heading.
  const heading = screen.getByRole('heading', { name: words.import });
  expect(document.activeElement).toBe(heading);
  await user.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByText(/The import is undone/)).toBeTruthy();
  expect(answersOf(stores)).toBe(1);
  expect(document.activeElement).toBe(heading);
});

test('an undoing that fails is told, and can be tried again', async () => {
  const { text } = await makeBackup(await withAnswers(1, 'alpha'));
  const stores = await withAnswers(2, 'gamma');
  const user = await open(stores);
  await user.upload(fileInput(), new File([text], 'mine.json'));
  await user.click(await screen.findByRole('button', { name: 'Import it' }));
  const undo = await screen.findByRole('button', { name: 'Undo the import' });
  const { reread } = stores.learner.getState();
  // The first one is the journal's own, of what it has just been told.
  const broken = vi.fn<typeof reread>().mockResolvedValueOnce().mockRejectedValue(new Error('no'));
  stores.learner.setState({ reread: broken });
  await user.click(undo);
  expect((await screen.findByRole('alert')).textContent).toContain(words.importNotUndone);
  stores.learner.setState({ reread });
  await user.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByText(/The import is undone/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an import that breaks off is told, and what came in can be undone', async () => {
  const { text } = await makeBackup(await withAnswers(1, 'alpha'));
  const stores = await withAnswers(2, 'gamma');
  const { journal } = stores;
  const all = vi.fn<typeof journal.all>(journal.all);
  const importEvents = vi
    .fn<typeof journal.importEvents>(journal.importEvents)
    .mockRejectedValueOnce(new Error('torn'));
  const user = await open({ ...stores, journal: { ...journal, all, importEvents } });
  await user.upload(fileInput(), new File([text], 'mine.json'));
  await user.click(await screen.findByRole('button', { name: words.importNow }));
  expect((await screen.findByRole('alert')).textContent).toContain(words.importNotBegun);
  expect(screen.queryByText(words.importing)).toBeNull();
  await user.upload(fileInput(), new File([text], 'mine.json'));
  const again = await screen.findByRole('button', { name: words.importNow });
  all.mockRejectedValueOnce(new Error('torn'));
  await user.click(again);
  expect(await screen.findByText(words.importBroken)).toBeTruthy();
  expect(screen.getByText('Imported: 1 answer came in.')).toBeTruthy();
  expect(screen.queryByText(words.importing)).toBeNull();
  await user.click(screen.getByRole('button', { name: words.undoImport }));
  expect(await screen.findByText(/The import is undone/)).toBeTruthy();
});

test('a broken backup says where and why, and changes nothing', async () => {
  const { text } = await makeBackup(await withAnswers(1, 'alpha', 'beta'));
  const stores = await withAnswers(2, 'gamma');
  const user = await open(stores);
  await user.upload(fileInput(), new File([text.slice(0, -9)], 'half.json'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/half\.json: .*cut off.*Nothing was changed/);
  expect(answersOf(stores)).toBe(1);
});

/** A device with a pack of its own and a draft beside its answers. */
async function withParts(seed: number, version = '1.0.0', text = 'title: Day'): Promise<Stores> {
  const stores = await withAnswers(seed, 'alpha');
  const scenarios = ['harbour', 'hills', 'cellar'].map((id, place) =>
    sampleScenario(id, place, { textRev: '00000000', keyRev: '00000000' }),
  );
  const pack = samplePack({ version, concepts: [sampleConcept({ scenarios })] });
  const bytes = new Uint8Array(new TextEncoder().encode(JSON.stringify(pack)));
  const { signal } = new AbortController();
  const offer = await readOffer(stores, { bytes, name: 'sample', from: null }, signal);
  if (!offer.ok) throw new Error('refused');
  await acceptOffer(stores, offer.value);
  await draftsOf(stores.ports).write({
    head: {
      id: 'draftdraft01',
      title: 'Day duties',
      changedAt: stores.clock().at,
      revision: 1,
      base: 0,
      kept: 0,
      done: 0,
    },
    after: 0,
    steps: [],
    base: new Map([['pack.yaml', text]]),
  });
  return stores;
}

const linesOf = (part: HTMLElement) =>
  within(part)
    .getAllByRole('listitem')
    .map((item) => item.textContent);

test('packs and drafts of a backup are named before they come in, come in, and go again', async () => {
  const { text } = await makeBackup(await withParts(1));
  const stores = await memoryStores(newDevice(2));
  const user = await open(stores);
  await user.upload(fileInput(), new File([text], 'mine.json'));
  const preview = await screen.findByRole('region', { name: 'What mine.json will change' });
  expect(linesOf(preview)).toEqual(
    expect.arrayContaining(['1 pack is added:Sample (1.0.0)', '1 draft is added:Day duties']),
  );
  expect(stores.library.getState().packs).toEqual([]);
  await user.click(within(preview).getByRole('button', { name: 'Import it' }));
  expect(await screen.findByText('1 pack came in: “Sample”.')).toBeTruthy();
  expect(screen.getByText('1 draft came in: “Day duties”.')).toBeTruthy();
  expect(stores.library.getState().packs).toMatchObject([{ version: '1.0.0' }]);
  await user.upload(fileInput(), new File([text], 'again.json'));
  const again = await screen.findByRole('region', { name: 'What again.json will change' });
  expect(linesOf(again)).toEqual(
    expect.arrayContaining([
      'Everything in it is here already. There is nothing to import.',
      '1 pack is here already:Sample (1.0.0)',
      '1 draft is here already:Day duties',
    ]),
  );
  expect(within(again).queryByRole('button', { name: 'Import it' })).toBeNull();
  await user.click(within(again).getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByText(/The import is undone\. Everything is as it was/)).toBeTruthy();
  expect(stores.library.getState().packs).toEqual([]);
});

test('packs of a backup come in even where every answer of it is here', async () => {
  const stores = await withParts(1);
  const { text } = await makeBackup(stores);
  await removePack(stores, samplePack().uid);
  const user = await open(stores);
  await user.upload(fileInput(), new File([text], 'mine.json'));
  const preview = await screen.findByRole('region', { name: 'What mine.json will change' });
  expect(linesOf(preview)).toContain('1 pack is added:Sample (1.0.0)');
  expect(preview.textContent).not.toContain('No answer is new');
  await user.click(within(preview).getByRole('button', { name: 'Import it' }));
  expect(await screen.findByText('1 pack came in: “Sample”.')).toBeTruthy();
});

test('what of a backup becomes newer, is left alone, comes as a copy or is broken is said', async () => {
  const newer = await makeBackup(await withParts(1, '1.1.0', 'title: Night'));
  const stores = await withParts(2);
  const user = await open(stores);
  const spoiled = newer.text.replace('"packs":[', '"packs":[{"document":{"title":{"en":"Torn"}}},');
  await user.upload(fileInput(), new File([spoiled], 'newer.json'));
  const preview = await screen.findByRole('region', { name: 'What newer.json will change' });
  expect(linesOf(preview)).toEqual(
    expect.arrayContaining([
      '1 pack becomes a newer version:Sample: 1.0.0 becomes 1.1.0',
      '1 draft is added as a copy, because the one that is here has other content:Day duties',
      '1 part of the file cannot be taken. That does not touch the rest:Torn: it was changed or damaged since it was saved.',
    ]),
  );
  await user.click(within(preview).getByRole('button', { name: 'Cancel' }));
  const older = await makeBackup(await withParts(3, '0.9.0'));
  await user.upload(fileInput(), new File([older.text], 'older.json'));
  const left = await screen.findByRole('region', { name: 'What older.json will change' });
  expect(linesOf(left)).toContain(
    '1 pack is left alone, because the one that is here is as new or newer:Sample: 0.9.0 in the backup, 1.0.0 here',
  );
});

test('what cannot be compared with what is here is left out, and named', async () => {
  const { text } = await makeBackup(await withParts(1));
  const stores = await withParts(2);
  Object.assign(keptPacksOf(stores.ports), { read: async () => err('unavailable') });
  Object.assign(draftsOf(stores.ports), { list: async () => null });
  const user = await open(stores);
  await user.upload(fileInput(), new File([text], 'mine.json'));
  const preview = await screen.findByRole('region', { name: 'What mine.json will change' });
  expect(preview.textContent).toMatch(/2 packs or drafts are left out.*SampleDay duties/);
  expect(preview.textContent).not.toContain(words.previewNothing);
});

test('where nothing comes in, it is not said that all of it is here', async () => {
  const stores = await withParts(1);
  const { text } = await makeBackup(stores);
  const user = await open(stores);
  const torn = text.replace('"packs":[', '"packs":[{},');
  await user.upload(fileInput(), new File([torn], 'torn.json'));
  const preview = await screen.findByRole('region', { name: 'What torn.json will change' });
  expect(linesOf(preview)).toContain('There is nothing in it that could come in.');
  expect(preview.textContent).not.toContain('Everything in it is here already');
  expect(preview.textContent).toContain('A pack without a title: it was changed or damaged');
});

test('a backup says what is in it, and what is not', async () => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  const stores = await withParts(1);
  const kept = keptPacksOf(stores.ports);
  const [index] = stores.library.getState().packs;
  const found = await kept.read(samplePack().uid);
  if (!found.ok || !found.value || !index) throw new Error('no pack');
  const torn = { ...index, uid: 'torntorntorn', title: { en: 'Torn' } };
  await kept.put({ ...found.value, document: '{' }, torn, new Map());
  const user = await open(stores);
  await user.click(screen.getByRole('button', { name: 'Save a backup' }));
  expect(await screen.findByText(/1 added pack is in it\. 1 draft is in it\./)).toBeTruthy();
  expect(screen.getByText('Torn: it cannot be read any more.')).toBeTruthy();
});

test('what was changed after an import is named when it is undone', async () => {
  const { text } = await makeBackup(await withParts(1));
  const stores = await memoryStores(newDevice(2));
  const user = await open(stores);
  await user.upload(fileInput(), new File([text], 'mine.json'));
  await user.click(await screen.findByRole('button', { name: words.importNow }));
  const undo = await screen.findByRole('button', { name: words.undoImport });
  const stored = await draftsOf(stores.ports).read('draftdraft01');
  if (typeof stored === 'string') throw new Error(stored);
  const head = { ...stored.head, revision: 2 };
  await draftsOf(stores.ports).write({ head, after: 1, steps: [] });
  await user.click(undo);
  expect(await screen.findByText(/Still here, because .*: “Day duties”\./)).toBeTruthy();
  expect(screen.queryByText(/Everything is as it was/)).toBeNull();
});

test('a backup that is being read can be left, and what comes of it is not shown', async () => {
  const { text } = await makeBackup(await withParts(1));
  const stores = await memoryStores(newDevice(2));
  const ends: (() => void)[] = [];
  const { openWorker } = stores;
  const slow: Stores['openWorker'] = () => {
    const worker = openWorker();
    return {
      ...worker,
      postMessage: (job: Parameters<typeof worker.postMessage>[0]) =>
        void ends.push(() => worker.postMessage(job)),
    };
  };
  const user = await open({ ...stores, openWorker: slow });
  await user.upload(fileInput(), new File([text], 'mine.json'));
  expect(await screen.findByText(words.reading)).toBeTruthy();
  await expect.poll(() => ends.length).toBe(1);
  await user.click(screen.getByRole('button', { name: words.cancel }));
  expect(screen.queryByText(words.reading)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: words.import }));
  for (const end of ends) end();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('region', { name: 'What mine.json will change' })).toBeNull();
  expect(stores.library.getState().packs).toEqual([]);
});

test('a draft whose name lies in the bin is not called a copy', async () => {
  const stores = await withParts(1);
  const { text } = await makeBackup(stores);
  const stored = await draftsOf(stores.ports).read('draftdraft01');
  if (typeof stored === 'string') throw new Error(stored);
  const head = { ...stored.head, revision: 2, deletedAt: stores.clock().at };
  await draftsOf(stores.ports).write({ head, after: 1, steps: [] });
  const user = await open(stores);
  await user.upload(fileInput(), new File([text], 'mine.json'));
  const preview = await screen.findByRole('region', { name: 'What mine.json will change' });
  expect(preview.textContent).toMatch(
    /1 draft is added under a name of its own.*was deleted.*Day duties/,
  );
  expect(preview.textContent).not.toContain('copy');
});

test.each([
  ['Mondo could not look through', words.brokenOff, {}],
  [
    'the browser does not give',
    words.brokenRead,
    { text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) },
  ],
])('a file that %s is told as such', async (_who, sentence, changed) => {
  const stores = await withAnswers(1, 'alpha');
  const { text } = await makeBackup(stores);
  const journal = { ...stores.journal, all: () => Promise.reject(new Error('torn')) };
  const user = await open({ ...stores, journal });
  await user.upload(fileInput(), Object.assign(new File([text], 'mine.json'), changed));
  expect((await screen.findByRole('alert')).textContent).toContain(sentence);
});

test('a backup without packs and drafts says that they may be missing', async () => {
  const shut = { ...(await withAnswers(1, 'alpha')) };
  const get = () => {
    throw new Error('a part of Mondo did not load');
  };
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  const ports = Object.defineProperty({ ...shut.ports }, 'indexedDB', { get });
  const user = await open({ ...shut, ports });
  await user.click(screen.getByRole('button', { name: words.export }));
  expect(await screen.findByText(words.leftOutShut)).toBeTruthy();
  expect(screen.getByText(/with 1 answer/)).toBeTruthy();
});

test('a backup that cannot be made is told, wherever it was asked for', async () => {
  const stores = await withAnswers(1, 'alpha');
  const backup = () => Promise.reject(new Error('torn'));
  const user = await open({ ...stores, journal: { ...stores.journal, backup } });
  await user.click(screen.getByRole('button', { name: words.export }));
  expect((await screen.findByRole('alert')).textContent).toContain(words.backupFailed);
  await user.click(screen.getByRole('button', { name: words.deleteOpen }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: words.deleteExport }));
  expect((await dialog.findByRole('alert')).textContent).toContain(words.backupFailed);
});

test('a backup that cannot be made is told to who wanted to send it', async () => {
  const share = vi.fn<() => Promise<void>>();
  Object.assign(navigator, { canShare: () => true, share });
  const stores = await withAnswers(1, 'alpha');
  const backup = () => Promise.reject(new Error('torn'));
  const user = await open({ ...stores, journal: { ...stores.journal, backup } });
  await user.click(screen.getByRole('button', { name: words.send }));
  expect((await screen.findByRole('alert')).textContent).toContain(words.backupFailed);
  expect(share).not.toHaveBeenCalled();
  Reflect.deleteProperty(navigator, 'canShare');
});

test('a file far larger than any backup is refused before it is read', async () => {
  const stores = await withAnswers(1, 'alpha');
  const user = await open(stores);
  const file = new File(['{}'], 'huge.json');
  Object.defineProperty(file, 'size', { value: 2_000_000_000 });
  await user.upload(fileInput(), file);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/huge\.json: .*far larger.*Nothing was changed/);
});

test('everything is deleted only after two questions, and can be undone', async () => {
  const stores = await withAnswers(1, 'alpha', 'beta');
  const user = await open(stores);
  await user.click(screen.getByRole('button', { name: 'Delete everything …' }));
  expect(screen.getByRole('dialog').textContent).toContain('2 answers');
  await user.click(screen.getByRole('button', { name: 'Go on to delete' }));
  expect(answersOf(stores)).toBe(2);
  await user.click(screen.getByRole('button', { name: 'Delete everything now' }));
  expect(await screen.findByText('Everything is deleted')).toBeTruthy();
  expect(answersOf(stores)).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Undo, bring everything back' }));
  await expect.poll(() => answersOf(stores)).toBe(2);
  expect(await screen.findByText(words.broughtBack)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: words.delete }));
});

test('a deletion that cannot be shown at once is told and can be undone', async () => {
  const stores = await withAnswers(1, 'alpha', 'beta');
  const { reread } = stores.learner.getState();
  // The first one is the journal's own, of what it has just been told.
  const broken = vi.fn<typeof reread>().mockResolvedValueOnce().mockRejectedValue(new Error('no'));
  const user = await open(stores);
  await user.click(screen.getByRole('button', { name: words.deleteOpen }));
  await user.click(screen.getByRole('button', { name: words.deleteGoOn }));
  stores.learner.setState({ reread: broken });
  await user.click(screen.getByRole('button', { name: words.deleteNow }));
  expect(await screen.findByText(words.deletedTitle)).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: words.undoDelete }));
  expect((await screen.findByRole('alert')).textContent).toContain(words.notBroughtBack);
  stores.learner.setState({ reread });
  await user.click(screen.getByRole('button', { name: words.undoDelete }));
  expect(await screen.findByText(words.broughtBack)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(answersOf(stores)).toBe(2);
});

test('nothing is deleted by the way out', async () => {
  const stores = await withAnswers(1, 'alpha');
  const user = await open(stores);
  await user.click(screen.getByRole('button', { name: 'Delete everything …' }));
  await user.click(screen.getByRole('button', { name: 'Go on to delete' }));
  await user.click(screen.getByRole('button', { name: 'Keep everything' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(answersOf(stores)).toBe(1);
});

test('what came in is said to be undone as one writes in Japanese: without a gap', async () => {
  const { text } = await makeBackup(await withAnswers(1, 'alpha'));
  const user = await open(await withAnswers(2, 'gamma'), 'ja');
  await user.upload(fileInput(), new File([text], 'mine.json'));
  await user.click(await screen.findByRole('button', { name: japanese.importNow }));
  await user.click(await screen.findByRole('button', { name: japanese.undoImport }));
  const said = japanese.importUndone + japanese.importUndoneAll;
  expect(await screen.findByText(said)).toBeTruthy();
});

test('a browser that cannot hand files over says so, and nothing of the file before', async () => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  const user = await open(await withParts(1));
  await user.click(screen.getByRole('button', { name: words.export }));
  expect(await screen.findByText(/1 added pack is in it\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: words.send }));
  expect(screen.getByText(words.cannotSend)).toBeTruthy();
  expect(screen.queryByText(/is in it/)).toBeNull();
});

test('a browser that cannot hand files over says what to do instead', async () => {
  const user = await open(await memoryStores());
  await user.click(screen.getByRole('button', { name: 'Send to my other device' }));
  expect(screen.getByText(/This browser cannot hand a file/)).toBeTruthy();
});

test('what was put aside can be saved', async () => {
  const stores = await memoryStores();
  stores.ports.keyValue.set('mondo/me/aside/1700000000000', 'damaged');
  await open(stores);
  expect(screen.getByRole('button', { name: /^Save .*1700000000000.* as a file$/ })).toBeTruthy();
});

test.each(['en', 'ja'] as const)(
  'the pages have one heading and every word in %s',
  async (language) => {
    const stores = await withAnswers(1, 'alpha');
    await open(
      stores,
      language,
      <>
        <SettingsPage />
        <AboutPage />
      </>,
    );
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(2);
    // A word that is missing shows its key.
    const keys = new Set(Object.keys(words));
    const texts = [...document.querySelectorAll('body *')].map(({ textContent }) => textContent);
    expect(texts.filter((text) => keys.has(text))).toEqual([]);
    expect(document.body.textContent).not.toContain('{{');
  },
);

test('the language that nobody has chosen is that of the site, where the site names one', async () => {
  await open(await memoryStores());
  const field = within(screen.getByRole('group', { name: words.language }));
  expect(field.getByLabelText(words.asBrowser)).toBeTruthy();
  cleanup();
  document.documentElement.dataset['language'] = 'ja';
  await open(await memoryStores());
  const again = within(screen.getByRole('group', { name: words.language }));
  expect(again.getByLabelText(words.asSite)).toBeTruthy();
  expect(again.queryByLabelText(words.asBrowser)).toBeNull();
  delete document.documentElement.dataset['language'];
});
