import { act, screen, waitFor } from '@testing-library/react';
import * as fake from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { sampleConcept, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';
import words from '#i18n/en/share.json';
import { arrivals } from '#state/arrivals.ts';
import { memoryStores } from '#state/memory-stores.ts';
import type { Stores } from '#state/stores.ts';
import { visit } from './shelf.tsx';

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);

const scenarios = ['harbour', 'hills', 'cellar'].map((id, place) =>
  sampleScenario(id, place, { textRev: '00000000', keyRev: '00000000' }),
);
const bytesOf = (title: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    new TextEncoder().encode(
      JSON.stringify(
        samplePack({ title: { en: title, ja: title }, concepts: [sampleConcept({ scenarios })] }),
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
