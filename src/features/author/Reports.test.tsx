import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import words from '#i18n/en/author.json';
import { authorStoresOf } from '#state/author/stores.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { nightsFiles, visit, withDraft } from './author-harness.tsx';

const report = {
  report: 1,
  pack: 'abcdefgh1234',
  version: '1.0.0',
  concept: 'work',
  scenario: 'night',
  language: 'en',
  wrong: 'A rope <b>helps</b> as well.',
  better: 'Say that there is no rope.',
};

const fileOf = (value: unknown, name = 'a.mondo-report.json') =>
  new File([JSON.stringify(value)], name, { type: 'application/json' });

const bytesOf = (value: unknown) => ({
  path: 'a.json',
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});

const address = () => screen.getByRole('status', { name: 'address' }).textContent;

test('a report leads to its place in the draft, with what it says beside it', async () => {
  const { stores, id } = await withDraft();
  const user = await visit('/author', stores);
  await user.upload(await screen.findByLabelText('Open reports'), fileOf(report));
  const beside = within(await screen.findByRole('complementary', { name: 'Reported mistakes' }));
  expect(address()).toBe(`/author/${id}?file=concepts%2Fwork%2Fnight.md`);
  expect(beside.getByText('A rope <b>helps</b> as well.')).toBeTruthy();
  expect(beside.getByText('Say that there is no rope.')).toBeTruthy();
  expect(await screen.findByLabelText('Question (English)')).toBeTruthy();
  await user.click(beside.getByRole('button', { name: 'Put away' }));
  await waitFor(() =>
    expect(screen.queryByRole('complementary', { name: 'Reported mistakes' })).toBeNull(),
  );
  const { editor, inbox } = authorStoresOf(stores);
  expect(inbox.getState().reports).toEqual([]);
  // Where the reports lie is no draft to be shown.
  await editor.getState().list();
  expect(editor.getState().drafts).toMatchObject([{ id }]);
});

test('where what is kept cannot be read, that is said, and it can be tried again', async () => {
  const { stores, id } = await withDraft();
  const storage = draftsOf(stores.ports);
  const { read } = storage;
  await authorStoresOf(stores)
    .inbox.getState()
    .take([bytesOf(report)]);
  const shut: typeof read = async (name) => (name === 'inbox' ? 'unavailable' : read(name));
  // Another page, which has not read them yet.
  const later = { ...stores };
  Object.assign(storage, { read: shut });
  const user = await visit(`/author/${id}`, later);
  expect(await screen.findByText(words.reportsUnread)).toBeTruthy();
  cleanup();
  await visit('/author', later);
  expect(await screen.findByText(words.reportsUnread)).toBeTruthy();
  Object.assign(storage, { read });
  await user.click(screen.getByRole('button', { name: words.tryAgain }));
  expect(await screen.findByText(report.better)).toBeTruthy();
  expect(screen.queryByText(words.reportsUnread)).toBeNull();
});

test('a question that was renamed since is found under its new id', async () => {
  const { ['concepts/work/night.md']: _, ...rest } = Object.fromEntries(nightsFiles);
  const renamed = (nightsFiles.get('concepts/work/night.md') ?? '').replace(
    'kind:',
    'was: [night]\nkind:',
  );
  const files = new Map([...Object.entries(rest), ['concepts/work/dark.md', renamed]]);
  const { stores, id } = await withDraft(files);
  const user = await visit('/author', stores);
  await user.upload(await screen.findByLabelText('Open reports'), fileOf(report));
  await screen.findByRole('complementary', { name: 'Reported mistakes' });
  expect(address()).toBe(`/author/${id}?file=concepts%2Fwork%2Fdark.md`);
});

test.each([
  ['/author', 'Open reports'],
  ['/author/import', words.chooseFiles],
])('at %s, a file that the browser does not give is told as such', async (place, label) => {
  const { stores } = await withDraft();
  const user = await visit(place, stores);
  const arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const input = await screen.findByLabelText(label, { selector: 'input' });
  await user.upload(input, Object.assign(fileOf(report), { arrayBuffer }));
  expect(await screen.findByText(words.filesUnread)).toBeTruthy();
  await user.upload(input, fileOf({}, 'letter.json'));
  await waitFor(() => expect(screen.queryByText(words.filesUnread)).toBeNull());
});

test('several are listed, here and in the draft; what is no report is refused by name', async () => {
  const { stores, id } = await withDraft();
  const user = await visit('/author', stores);
  const gone = { ...report, scenario: 'gone', wrong: 'It is not there.' };
  await user.upload(await screen.findByLabelText('Open reports'), [
    fileOf(report),
    fileOf(gone),
    fileOf({}, 'letter.json'),
  ]);
  expect(await screen.findByText('letter.json is no report of a mistake.')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Go to the place' })).toHaveLength(2);
  const [first] = screen.getAllByRole('button', { name: 'Go to the place' });
  if (first) await user.click(first);
  await screen.findByRole('complementary', { name: 'Reported mistakes' });
  expect(address()).toContain(id);
  const others = within(screen.getByRole('region', { name: 'Reported mistakes' }));
  expect(others.getByText('It is no longer in the draft.')).toBeTruthy();
});

test('without a draft of its pack, it says how to get there', async () => {
  const { stores } = await withDraft();
  const user = await visit('/author', stores);
  const foreign = fileOf({ ...report, pack: 'otherpack123' });
  await user.upload(await screen.findByLabelText('Open reports'), foreign);
  expect(await screen.findByText(/No draft on this device is the pack/)).toBeTruthy();
});
