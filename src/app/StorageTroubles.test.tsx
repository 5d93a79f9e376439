import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { InterfaceLanguage } from '#core/language.ts';
import { createI18n } from '#i18n/i18n.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Trouble } from '#storage/trouble.ts';
import { StorageTroubles } from './StorageTroubles.tsx';

const correction = {
  type: 'clock-corrected',
  corrects: 'writeraaaa',
  from: 1,
  to: 2,
  shift: -1000,
} as const;

const every: readonly Trouble[] = [
  { code: 'local-full' },
  { code: 'local-unavailable' },
  { code: 'twin-unavailable' },
  { code: 'not-saved', events: 3 },
  { code: 'newer', where: 'local', key: 'k' },
  { code: 'unreadable', where: 'twin', key: 'k', aside: 'mondo/me/aside/1', text: 'x' },
  { code: 'missing', ranges: [{ writer: 'writeraaaa', first: 2, last: 5 }] },
  { code: 'archive-needed' },
  { code: 'nearly-full', used: 80, capacity: 100 },
  { code: 'clock-ahead', hours: 48, correction },
];

async function open(troubles: readonly Trouble[], language: InterfaceLanguage = 'en') {
  const stores = await memoryStores();
  stores.learner.setState({ troubles });
  const i18n = await createI18n(language, ['troubles']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <StorageTroubles />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return { stores, user: userEvent.setup() };
}

const notices = () => [...screen.queryAllByRole('status'), ...screen.queryAllByRole('alert')];

test.each(['en', 'ja'] as const)('every trouble has its words in %s', async (language) => {
  await open(every, language);
  expect(notices()).toHaveLength(every.length);
  for (const notice of notices()) expect(notice.textContent).not.toMatch(/[a-z](Title|Body)|\{\{/);
});

test('a trouble can be dismissed', async () => {
  const { stores, user } = await open([{ code: 'local-full' }]);
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(notices()).toEqual([]);
  expect(stores.learner.getState().troubles).toEqual([]);
});

test('of a trouble that grows only the last word is shown, and all are dismissed', async () => {
  const { user } = await open([
    { code: 'not-saved', events: 1 },
    { code: 'not-saved', events: 2 },
  ]);
  expect(notices()).toHaveLength(1);
  expect(notices()[0]?.textContent).toContain('2 changes');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(notices()).toEqual([]);
});

test('without either copy it says that answers live in this tab alone', async () => {
  await open([{ code: 'local-full' }, { code: 'twin-unavailable' }]);
  for (const notice of notices()) expect(notice.textContent).toContain('only in this tab');
});

test('a wrong clock is corrected by one tap', async () => {
  const { stores, user } = await open([{ code: 'clock-ahead', hours: 48, correction }]);
  await user.click(screen.getByRole('button', { name: 'Correct the times' }));
  expect(await stores.journal.all()).toMatchObject([correction]);
  expect(notices()).toEqual([]);
});

test.each<Trouble>([
  { code: 'missing', ranges: [{ writer: 'writeraaaa', first: 2, last: 5 }] },
  { code: 'archive-needed' },
])('what only a file can bring back leads to where one is imported: $code', async (trouble) => {
  await open([trouble]);
  const link = screen.getByRole('link', { name: 'Import a file' });
  expect(link.getAttribute('href')).toBe('/settings#stored');
});
