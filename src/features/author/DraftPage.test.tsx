import { act, cleanup, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import author from '#i18n/en/author.json';
import { authorStoresOf } from '#state/author/stores.ts';
import { draftsOf } from '#state/own-drafts.ts';
import { fileIn, visit, withDraft } from './author-harness.tsx';

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
