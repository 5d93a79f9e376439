import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { FileTrouble } from '#state/library.ts';
import { shelfStores, UID, visit } from './shelf.tsx';

const PLACE = `/packs/${UID}/notes/kms`;

test.each([
  ['holds', 'Holds'],
  ['nuance', 'True with nuance'],
  ['outdated', 'Outdated since November 2019'],
  ['wrong', 'Wrong'],
  ['unverified', 'Could not be verified'],
])('a claim that is %s says so in words, with what is true today', async (verdict, words) => {
  await visit(PLACE, await shelfStores());
  const claim = (await screen.findByText(`A claim that is ${verdict}.`)).closest('li');
  if (claim === null) throw new Error('no claim');
  expect(within(claim).getByText(words)).toBeTruthy();
  const isSaid = within(claim).queryByText(`Truth of ${verdict}.`) !== null;
  expect(isSaid).toBe(verdict !== 'holds');
  expect(within(claim).queryAllByRole('link')).toHaveLength(verdict === 'holds' ? 0 : 1);
});

test('its text, its age, the day it was checked and the concepts that ask it are shown', async () => {
  await visit(PLACE, await shelfStores());
  expect(await screen.findByText('An introduction.')).toBeTruthy();
  expect(screen.getByText('The original is from 2018.')).toBeTruthy();
  expect(screen.getByText('Checked November 20, 2026')).toBeTruthy();
  const askers = within(screen.getByRole('region', { name: 'Concepts from this note' }));
  expect(askers.getByRole('link', { name: 'Title of offload' }).getAttribute('href')).toBe(
    `/packs/${UID}/concepts/offload`,
  );
});

test('a note that is gone says so and can be tried again', async () => {
  const lost = new Map<string, FileTrouble>([['kms.en.json', 'gone']]);
  const user = await visit(PLACE, await shelfStores(lost));
  expect(await screen.findByText(/could not be found/)).toBeTruthy();
  lost.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('An introduction.')).toBeTruthy();
});

test('an unknown note says so', async () => {
  await visit(`/packs/${UID}/notes/none`, await shelfStores());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'There is nothing at this address',
  );
});
