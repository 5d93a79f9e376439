import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import type { InterfaceLanguage } from '#core/language.ts';
import words from '#i18n/en/settings.json';
import { createI18n } from '#i18n/i18n.ts';
import { makeBackup, undoable } from '#state/data.ts';
import { answerTo, memoryStores, newDevice } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { AboutPage } from './AboutPage.tsx';
import { ArchivePart } from './ArchivePart.tsx';
import { SettingsPage } from './SettingsPage.tsx';

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
  await user.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByText(/The import is undone/)).toBeTruthy();
  expect(answersOf(stores)).toBe(1);
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
