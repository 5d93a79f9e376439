import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { settingFact } from '#core/journal/settings.ts';
import type { FileTrouble } from '#state/library.ts';
import { answerTo } from '#state/memory-stores.ts';
import { shelfStores, UID, visit } from './shelf.tsx';

const field = () => screen.getByRole('searchbox');
const marks = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);

test('what is typed is searched in both languages, and stays in the address', async () => {
  const user = await visit('/search', await shelfStores());
  await user.type(field(), 'ﾊﾞｰｼﾞｮﾆﾝｸﾞ offload');
  const link = await screen.findByRole('link', { name: 'offloadの題名' });
  expect(link.getAttribute('href')).toBe(`/packs/${UID}/concepts/offload`);
  expect(screen.getByText('Found in 1 concept or note.')).toBeTruthy();
  expect(marks()).toContain('バージョニング');
  expect(screen.getByText('日本語 · rule')).toBeTruthy();
  expect(screen.getByRole('status', { name: 'address' }).textContent).toContain('/search?q=');
});

test('a note is found and leads to it', async () => {
  await visit('/search?q=introduction', await shelfStores());
  const link = await screen.findByRole('link', { name: 'Notes on KMS' });
  expect(link.getAttribute('href')).toBe(`/packs/${UID}/notes/kms`);
});

test('an option is quoted, but the answer to a question that was never asked is not', async () => {
  await visit('/search?q=single-tenant', await shelfStores());
  expect(await screen.findAllByText(/answer to a question that you have not met/)).toHaveLength(2);
  expect(marks()).toEqual([]);
});

test('the answer to a question that was met is quoted', async () => {
  const stores = await shelfStores();
  stores.learner.getState().record([answerTo('offload')], stores.clock());
  await visit('/search?q=single-tenant', stores);
  expect(await screen.findByText('Single-tenant')).toBeTruthy();
  expect(marks()).toEqual(['Single-tenant']);
});

test('nothing found says what to try', async () => {
  await visit('/search?q=zebra', await shelfStores());
  expect(await screen.findByText(/Nothing has all these words/)).toBeTruthy();
});

test('texts that are not on the device are told, and can be tried again', async () => {
  const lost = new Map<string, FileTrouble>([['kms.en.json', 'offline']]);
  const user = await visit('/search?q=introduction', await shelfStores(lost));
  expect(await screen.findByText(/1 text is not on this device yet/)).toBeTruthy();
  lost.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText(/not on this device yet/)).toBeNull());
});

describe('the slash key', () => {
  test('goes to the field, and is taken before a frame that was there first hears of it', async () => {
    let isFree = true;
    const frame = (event: KeyboardEvent) => {
      isFree = !event.defaultPrevented;
    };
    document.addEventListener('keydown', frame);
    const user = await visit(
      '/search?q=rule',
      await shelfStores(),
      'en',
      <button>elsewhere</button>,
    );
    await screen.findAllByRole('listitem');
    await user.click(screen.getByRole('button', { name: 'elsewhere' }));
    await user.keyboard('/');
    document.removeEventListener('keydown', frame);
    expect(document.activeElement).toBe(field());
    expect(isFree).toBe(false);
    expect(field()).toHaveProperty('value', 'rule');
  });

  test('is a letter while one types, and while a word is composed', async () => {
    const user = await visit(
      '/search?q=rule',
      await shelfStores(),
      'en',
      <button>elsewhere</button>,
    );
    await user.type(field(), '/');
    expect(field()).toHaveProperty('value', 'rule/');
    const elsewhere = screen.getByRole('button', { name: 'elsewhere' });
    elsewhere.focus();
    fireEvent.keyDown(elsewhere, { key: '/', isComposing: true });
    expect(document.activeElement).toBe(elsewhere);
  });

  test('does nothing when single keys are off', async () => {
    const stores = await shelfStores();
    stores.learner.getState().record([settingFact('singleKeys', false)], stores.clock());
    const user = await visit('/search?q=rule', stores, 'en', <button>elsewhere</button>);
    await user.click(screen.getByRole('button', { name: 'elsewhere' }));
    await user.keyboard('/');
    expect(document.activeElement).not.toBe(field());
  });
});

test('with nothing to search for yet the field has the focus', async () => {
  await visit('/search', await shelfStores());
  await waitFor(() => expect(document.activeElement).toBe(field()));
});
