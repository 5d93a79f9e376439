import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import author from '#i18n/en/author.json';
import japanese from '#i18n/ja/author.json';
import { authorStoresOf } from '#state/author/stores.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { breakingAt, fileIn, mutedAt, nightsFiles, visit, withDraft } from './author-harness.tsx';

const NIGHT = 'concepts/work/night.md';

test('a draft that is entered again while it is still being left is shown when it has been', async () => {
  const { stores, id } = await withDraft();
  const place = `/author/${id}?file=${encodeURIComponent(NIGHT)}`;
  const user = await visit(place, stores);
  const storage = draftsOf(stores.ports);
  const { write } = storage;
  const ends: (() => void)[] = [];
  const slow: typeof write = async (change) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return write(change);
  };
  const field = await screen.findByLabelText('Question (English)');
  Object.assign(storage, { write: slow });
  await user.type(field, ' Now?');
  cleanup();
  await visit(place, stores);
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  expect(screen.getByText(author.opening)).toBeTruthy();
  Object.assign(storage, { write });
  for (const end of ends) end();
  expect(await screen.findByDisplayValue('What helps? Now?')).toBeTruthy();
});

test('what could not be saved is not lost with its page: no tab closes over it, and it is there again', async () => {
  const { stores, id } = await withDraft();
  const place = `/author/${id}?file=${encodeURIComponent(NIGHT)}`;
  const storage = draftsOf(stores.ports);
  const { write } = storage;
  const user = await visit(place, stores);
  const field = await screen.findByLabelText('Question (English)');
  Object.assign(storage, { write: async () => 'full' });
  await user.type(field, ' Now?');
  await user.tab();
  expect(await screen.findByText(author['notSaved-full'])).toBeTruthy();
  cleanup();
  const { editor } = authorStoresOf(stores);
  await vi.waitFor(() => expect(editor.getState().open).toBeNull());
  const mayClose = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(mayClose()).toBe(false);
  Object.assign(storage, { write });
  await visit(place, stores);
  expect(await screen.findByDisplayValue('What helps? Now?')).toBeTruthy();
  await act(() => editor.getState().flush());
  expect(fileIn(stores, NIGHT)).toContain('## What helps? Now?');
  expect(mayClose()).toBe(true);
});

test.each(['en', 'ja'] as const)(
  'a doctor who breaks off says so in %s, and the next look is by another',
  async (language) => {
    const { stores, id } = await withDraft();
    const words = { en: author, ja: japanese }[language];
    let isBad = true;
    const broken = breakingAt(stores, 'look', () => isBad);
    const user = await visit(`/author/${id}`, broken, language);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(words.checkBrokenBody);
    await waitFor(() => expect(screen.queryByText(words.looking)).toBeNull());
    expect(screen.queryByText(words.noProblems)).toBeNull();
    await user.click(screen.getByRole('button', { name: words.tryAgain }));
    expect(screen.getByRole('alert')).toBeTruthy();
    isBad = false;
    await user.click(screen.getByRole('button', { name: words.tryAgain }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await waitFor(() => expect(document.querySelector('.problem')).not.toBeNull());
  },
);

test('a doctor who hangs is told like one who broke off, and the next look is by another', async () => {
  // The looks at the clock alone: the database of the test waits by timers of its own.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { stores, id } = await withDraft();
    let isMute = true;
    const user = await visit(
      `/author/${id}`,
      mutedAt(stores, 'look', () => isMute),
    );
    await screen.findByText(author.looking);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.getByRole('alert').textContent).toContain(author.checkBrokenBody);
    expect(screen.queryByText(author.looking)).toBeNull();
    isMute = false;
    await user.click(screen.getByRole('button', { name: author.tryAgain }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  } finally {
    vi.useRealTimers();
  }
});

test('a concept whose scenario cannot be read is said to have it', async () => {
  const { stores, id } = await withDraft(new Map([...nightsFiles, [NIGHT, 'nothing yet']]));
  await visit(`/author/${id}`, stores);
  const said = `1 scenario${author.unreadCount_one.replace('{{count}}', '1')}`;
  expect((await screen.findByText(said, { exact: false })).textContent).toBe(`Night work ${said}`);
});

test('an export says which files are not in it because they cannot be read', async () => {
  const { stores, id } = await withDraft(new Map([...nightsFiles, [NIGHT, 'nothing yet']]));
  const user = await visit(`/author/${id}`, stores);
  await user.click(await screen.findByRole('button', { name: author.export }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: author.prepareExport }));
  expect(await dialog.findByText(author.leftOutBody)).toBeTruthy();
  expect(dialog.getByText(NIGHT)).toBeTruthy();
  await user.selectOptions(dialog.getByLabelText(author.exportAs), author['export-folder']);
  await user.click(dialog.getByRole('button', { name: author.prepareExport }));
  expect(await dialog.findByText(author.losesNothing)).toBeTruthy();
});
