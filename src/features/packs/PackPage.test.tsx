import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answerTo } from '#state/memory-stores.ts';
import { setWeekly } from '#state/pack-watch.ts';
import { mendedHere, rememberReport } from '#state/reports.ts';
import { shelfStores, UID, visit } from './shelf.tsx';

const rowOf = (name: string): HTMLElement => {
  const row = screen.getByRole('link', { name }).closest('li');
  if (row === null) throw new Error(`no row for ${name}`);
  return row;
};

async function someStates() {
  const stores = await shelfStores();
  const target = { pack: UID, concept: 'module' };
  stores.learner.getState().record(
    [
      { ...answerTo('offload'), right: false },
      { type: 'flagged', target: { ...target, scenario: 's1' }, on: true },
      { type: 'suspended', target, on: true },
      { type: 'noted', target, text: 'mine' },
    ],
    stores.clock(),
  );
  return stores;
}

test('each domain shows its concepts with their state in words', async () => {
  await visit(`/packs/${UID}`, await someStates());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Key notes');
  const keys = within(screen.getByRole('region', { name: 'Keys' }));
  expect(keys.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Title of offload',
    'Title of module',
  ]);
  const met = within(rowOf('Title of offload'));
  expect(met.getByText(/^Fading/)).toBeTruthy();
  expect(met.getByText('recall 100 %')).toBeTruthy();
  expect(met.getByText('Misconception')).toBeTruthy();
  const marked = within(rowOf('Title of module'));
  for (const words of ['Not met', 'Flagged', 'Has a note of yours', 'Suspended'])
    expect(marked.getByText(words)).toBeTruthy();
});

test('the list can be narrowed to a state, which stays in the address', async () => {
  const user = await visit(`/packs/${UID}`, await someStates());
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Suspended (1)');
  expect(screen.queryByRole('link', { name: 'Title of offload' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Title of module' })).toBeTruthy();
  expect(screen.getByRole('status', { name: 'address' }).textContent).toContain('state=suspended');
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Show' }),
    'Buried until tomorrow (0)',
  );
  expect(screen.getByText('No concept is in this state.')).toBeTruthy();
});

test('a domain can be drilled', async () => {
  const stores = await shelfStores();
  const user = await visit(`/packs/${UID}`, stores);
  await user.click(screen.getByRole('button', { name: 'Drill Keys' }));
  expect(await stores.journal.all()).toMatchObject([
    { type: 'session-started', mode: 'drill', filter: { pack: UID, domain: 'keys' } },
  ]);
});

test('its notes are linked', async () => {
  await visit(`/packs/${UID}`, await shelfStores());
  expect(screen.getByRole('link', { name: 'Notes on KMS' }).getAttribute('href')).toBe(
    `/packs/${UID}/notes/kms`,
  );
});

test('an unknown pack says so and leads back', async () => {
  await visit('/packs/nothing', await shelfStores());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'There is nothing at this address',
  );
  expect(screen.getByRole('link', { name: 'To the packs' })).toBeTruthy();
});

test('a mistake that was reported and mended by a newer Mondo is told once', async () => {
  const stores = await shelfStores();
  await rememberReport(stores, { pack: UID, concept: 'offload', scenario: 's1' });
  expect(await mendedHere(stores, UID)).toEqual([]);
  const packs = stores.library.getState().packs.map((pack) => ({
    ...pack,
    concepts: pack.concepts.map((concept) => ({
      ...concept,
      scenarios: concept.scenarios.map((scenario) => ({ ...scenario, textRev: 'newer' })),
    })),
  }));
  stores.library.setState({ packs });
  const user = await visit(`/packs/${UID}`, stores);
  expect(await screen.findByText(/changed since: Title of offload/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Seen' }));
  expect(screen.queryByText(/changed since/)).toBeNull();
  expect(await mendedHere(stores, UID)).toEqual([]);
});

test('a concept that was reported as a whole is told as mended when its rule says something else', async () => {
  const stores = await shelfStores();
  const { concept } = stores.library.getState();
  await rememberReport(stores, { pack: UID, concept: 'offload', scenario: null, language: 'en' });
  expect(await mendedHere(stores, UID)).toEqual([]);
  stores.library.setState({
    async concept(...wanted) {
      const found = await concept(...wanted);
      return found.ok ? { ...found, value: { ...found.value, rule: [] } } : found;
    },
  });
  await visit(`/packs/${UID}`, stores);
  expect(await screen.findByText(/changed since: Title of offload/)).toBeTruthy();
});

test('a pack that names another host asks for it again, and where it was agreed to is said', async () => {
  const stores = await shelfStores();
  const at = (host: string) =>
    stores.library.getState().packs.map((pack) => ({ ...pack, address: `https://${host}/p` }));
  stores.library.setState({ packs: at('old.example') });
  for (const pack of at('old.example')) setWeekly(stores, pack, true);
  stores.library.setState({ packs: at('new.example'), added: new Set([UID]) });
  const user = await visit(`/packs/${UID}`, stores);
  expect(await screen.findByText(/now names new\.example.*agreed to old\.example/)).toBeTruthy();
  const weekly = screen.getByRole<HTMLInputElement>('switch', { name: /once a week at new/ });
  expect(weekly.checked).toBe(false);
  await user.click(weekly);
  expect(weekly.checked).toBe(true);
  expect(screen.queryByText(/now names new\.example/)).toBeNull();
});

test('a switch that is on for one host is not on for another that the pack names since', async () => {
  const stores = await shelfStores();
  const at = (host: string) =>
    stores.library.getState().packs.map((pack) => ({ ...pack, address: `https://${host}/p` }));
  for (const pack of at('old.example')) setWeekly(stores, pack, true);
  stores.library.setState({ packs: at('old.example'), added: new Set([UID]) });
  await visit(`/packs/${UID}`, stores);
  const isOn = (name: RegExp) => screen.getByRole<HTMLInputElement>('switch', { name }).checked;
  expect(isOn(/at old/)).toBe(true);
  act(() => stores.library.setState({ packs: at('new.example') }));
  expect(isOn(/at new/)).toBe(false);
  act(() => stores.library.setState({ packs: at('old.example') }));
  expect(isOn(/at old/)).toBe(true);
});
