import { act, screen, waitFor, within } from '@testing-library/react';
import * as fake from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { sampleConcept, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';
import words from '#i18n/en/share.json';
import { arrivals } from '#state/arrivals.ts';
import { err } from '#core/result.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { readOffer } from '#state/offer.ts';
import { acceptOffer } from '#state/own-changes.ts';
import { keptPacksOf } from '#state/own-packs.ts';
import type { Stores } from '#state/stores.ts';
import { withDialogs } from '#ui/dialogs-for-tests.ts';
import { visit } from './shelf.tsx';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);
withDialogs();

const scenarios = ['harbour', 'hills', 'cellar'].map((id, place) =>
  sampleScenario(id, place, { textRev: '00000000', keyRev: '00000000' }),
);
const bytesOf = (title: string, version = '1.0.0'): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    new TextEncoder().encode(
      JSON.stringify(
        samplePack({
          version,
          title: { en: title, ja: title },
          concepts: [sampleConcept({ scenarios })],
        }),
      ),
    ),
  );

const fileInput = (): HTMLInputElement => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('no file can be chosen');
  return input;
};

const versions = ({ library }: Stores) => library.getState().packs.map(({ version }) => version);

test('a pack is looked at, added, and taken away again by as many taps as one likes', async () => {
  const stores = await memoryStores();
  const user = await visit('/packs/add', stores);
  await user.upload(fileInput(), new File([bytesOf('Day')], 'day.mondo.json'));
  await user.click(await screen.findByRole('button', { name: words.add }));
  const undo = await screen.findByRole('button', { name: words.undo });
  expect(versions(stores)).toEqual(['1.0.0']);
  await user.dblClick(undo);
  expect(await screen.findByText(words.undone)).toBeTruthy();
  await waitFor(() => expect(versions(stores)).toEqual([]));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(versions(stores)).toEqual([]);
});

test('a version is handed on only when it has been read itself', async () => {
  const stores = await memoryStores();
  const offerOf = async (version: string) => {
    const file = { bytes: bytesOf('Day', version), name: 'day.mondo.json', from: null };
    const offer = await readOffer(stores, file, new AbortController().signal);
    if (!offer.ok) throw new Error('refused');
    return offer.value;
  };
  const offer = await offerOf('1.0.0');
  await acceptOffer(stores, offer);
  const newer = await offerOf('1.1.0');
  await visit(`/packs/${offer.index.uid}`, stores);
  expect(await screen.findByRole('button', { name: words.saveDocument })).toBeTruthy();
  const kept = keptPacksOf(stores.ports);
  const { read } = kept;
  const ends: (() => void)[] = [];
  Object.assign(kept, {
    read: async (uid: string) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      return read(uid);
    },
  });
  await act(() => acceptOffer(stores, newer));
  expect(screen.queryByRole('button', { name: words.saveDocument })).toBeNull();
  for (const end of ends) end();
  expect(await screen.findByRole('button', { name: words.saveDocument })).toBeTruthy();
});

test('where a pack can be neither removed nor put back, that is said', async () => {
  const stores = await memoryStores();
  const file = { bytes: bytesOf('Day'), name: 'day.mondo.json', from: null };
  const offer = await readOffer(stores, file, new AbortController().signal);
  if (!offer.ok) throw new Error('refused');
  await acceptOffer(stores, offer.value);
  const kept = keptPacksOf(stores.ports);
  const { remove, restore } = kept;
  const full = async () => err('full' as const);
  Object.assign(kept, { remove: full, restore: full });
  const user = await visit(`/packs/${offer.value.index.uid}`, stores);
  const removeNow = async () => {
    await user.click(await screen.findByRole('button', { name: words.remove }));
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: words.remove }),
    );
  };
  await removeNow();
  expect(await screen.findByText(words['trouble-full'])).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  Object.assign(kept, { remove });
  await removeNow();
  await user.click(await screen.findByRole('button', { name: words.putBack }));
  expect(await screen.findByText(words['trouble-full'])).toBeTruthy();
  Object.assign(kept, { restore });
  await user.click(screen.getByRole('button', { name: words.putBack }));
  await waitFor(() => expect(versions(stores)).toEqual(['1.0.0']));
  await waitFor(() => expect(screen.queryByText(words['trouble-full'])).toBeNull());
});

test('a file that the browser does not give is told as such, and another can be chosen', async () => {
  const user = await visit('/packs/add', await memoryStores());
  const arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const gone = Object.assign(new File(['{}'], 'gone.mondo.json'), { arrayBuffer });
  await user.upload(fileInput(), gone);
  expect(await screen.findByText(words['fetch-unread'])).toBeTruthy();
  await user.upload(fileInput(), new File([bytesOf('Day')], 'day.mondo.json'));
  expect(await screen.findByRole('heading', { name: 'Day' })).toBeTruthy();
});

test('of two files the one that was chosen last is shown, however long the first takes', async () => {
  const user = await visit('/packs/add', await memoryStores());
  const ends: (() => void)[] = [];
  const arrayBuffer = () =>
    new Promise<ArrayBuffer>((resolve) => ends.push(() => resolve(bytesOf('Slow').buffer)));
  const input = fileInput();
  await user.upload(input, Object.assign(new File(['{}'], 'slow.mondo.json'), { arrayBuffer }));
  // What is opened from the system comes in by another way.
  act(() => arrivals.setState({ file: new File([bytesOf('Day')], 'day.mondo.json') }));
  expect(await screen.findByRole('heading', { name: 'Day' })).toBeTruthy();
  for (const end of ends) end();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('heading', { name: 'Slow' })).toBeNull();
});
