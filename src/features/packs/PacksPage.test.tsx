import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answerTo } from '#state/memory-stores.ts';
import { shelfStores, UID, visit } from './shelf.tsx';

const addressed = () => screen.getByRole('status', { name: 'address' }).textContent;

test('a pack is shown with what is in it, who made it and how much of it was met', async () => {
  const stores = await shelfStores();
  stores.learner.getState().record([answerTo('offload')], stores.clock());
  await visit('/packs', stores);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Packs');
  expect(screen.getByRole('link', { name: 'Key notes' })).toBeTruthy();
  for (const words of [
    '3 concepts',
    '5 questions',
    '1 more kept for mock exams',
    '1 note',
    'version 1.2.0',
    'CC-BY-4.0',
  ])
    expect(screen.getByText(words, { selector: 'li' })).toBeTruthy();
  expect(screen.getByText('1 of 3 concepts met')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'A teacher' })).toBeTruthy();
});

test('a pack can be switched off and on again', async () => {
  const stores = await shelfStores();
  const user = await visit('/packs', stores);
  const off = () => stores.learner.getState().learner.settings.packsOff;
  await user.click(screen.getByRole('switch', { name: /Study this pack/ }));
  expect(off()).toEqual([UID]);
  expect(screen.getByRole('button', { name: 'Start the drill' }).ariaDisabled).toBe('true');
  await user.click(screen.getByRole('switch', { name: /Study this pack/ }));
  expect(off()).toEqual([]);
});

test('a drill is built from a part of a pack and started', async () => {
  const stores = await shelfStores();
  const user = await visit('/packs', stores);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Pack' }), 'Key notes');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Domain' }), 'Keys');
  expect(screen.getByText('5 questions', { selector: 'output' })).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Concept' }), 'Title of offload');
  await user.click(screen.getByRole('radio', { name: 'Never seen' }));
  await user.click(screen.getByRole('radio', { name: '20' }));
  expect(screen.getByText('4 questions', { selector: 'output' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Start the drill' }));
  expect(addressed()).toBe('/study');
  expect(await stores.journal.all()).toMatchObject([
    {
      type: 'session-started',
      mode: 'drill',
      filter: { pack: UID, domain: 'keys', concept: 'offload', only: 'unseen', size: 20 },
    },
  ]);
});

test('a drill of nothing cannot be started, and says why', async () => {
  const stores = await shelfStores();
  const user = await visit('/packs', stores);
  await user.click(screen.getByRole('radio', { name: 'Flagged' }));
  expect(screen.getByText('No question fits this choice.', { selector: 'output' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Start the drill' }));
  expect(addressed()).toBe('/packs');
});

test('another pack forgets the domain and concept of the one before', async () => {
  const user = await visit('/packs', await shelfStores());
  await user.selectOptions(screen.getByRole('combobox', { name: 'Pack' }), 'Key notes');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Domain' }), 'Logs');
  expect(screen.getByRole('button', { name: 'Start the drill' }).ariaDisabled).toBe('true');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Pack' }), '');
  expect(screen.queryByRole('combobox', { name: 'Domain' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Start the drill' }).ariaDisabled).toBeNull();
});

test('the page speaks Japanese', async () => {
  await visit('/packs', await shelfStores(), 'ja');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('問題集');
  expect(screen.getByRole('button', { name: '練習を始める' })).toBeTruthy();
});
