import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import en from '#i18n/en/author.json';
import ja from '#i18n/ja/author.json';
import type { FromWorker } from '#state/author/messages.ts';
import { memoryStores } from '#state/memory-stores.ts';
import type { Stores } from '#state/stores.ts';
import { breakingAt, visit } from './author-harness.tsx';

/** Stores whose worker says what the test says. */
async function played() {
  const listeners: ((event: { readonly data?: unknown }) => void)[] = [];
  const stores: Stores = {
    ...(await memoryStores()),
    startWorker: () => ({
      postMessage: () => undefined,
      addEventListener(type, listen) {
        if (type === 'message') listeners.push(listen);
      },
      terminate: () => undefined,
    }),
  };
  const say = (data: FromWorker) => act(() => listeners.forEach((listen) => listen({ data })));
  return { stores, say };
}

const chosen = (text: string) => new File([text], 'old.gift');

test.each([
  ['en', en, 'Reading … 1,250 of 5,000 questions, 0 s', 'Reading … 1,250 questions so far, 0 s'],
  [
    'ja',
    ja,
    '読み込んでいます… 5,000 問中 1,250 問、0 秒',
    '読み込んでいます… ここまで 1,250 問、0 秒',
  ],
] as const)('it shows how many questions have been read, in %s', async (language, t, of, soFar) => {
  const { stores, say } = await played();
  const user = await visit('/author/import', stores, language);
  const input = await screen.findByLabelText(t.chooseFiles, { selector: 'input' });
  await user.upload(input, chosen('one {=two}'));
  const bar = await screen.findByRole('progressbar', { name: t.reading });
  expect(bar.hasAttribute('value')).toBe(false);
  say({ type: 'progress', ask: 1, progress: { read: 1250, of: 5000 } });
  expect(screen.getByText(of)).toBeTruthy();
  expect(screen.getByRole('progressbar')).toMatchObject({ max: 5000, value: 1250 });
  say({ type: 'progress', ask: 1, progress: { read: 1250, of: null } });
  expect(screen.getByText(soFar)).toBeTruthy();
  expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  await user.click(screen.getByRole('button', { name: t.stop }));
  expect(await screen.findByText(t['stopped-asked'])).toBeTruthy();
});

test('those who listen hear of each quarter alone', async () => {
  const { stores, say } = await played();
  const user = await visit('/author/import', stores);
  const input = await screen.findByLabelText(en.chooseFiles, { selector: 'input' });
  await user.upload(input, chosen('one {=two}'));
  const heard = new Set<string | null>();
  for (let read = 0; read < 100; read += 1) {
    say({ type: 'progress', ask: 1, progress: { read, of: 100 } });
    heard.add(document.querySelector('.import-reading output')?.textContent ?? null);
  }
  expect([...heard]).toEqual(['Reading', '25 % read', '50 % read', '75 % read']);
});

test('a reading that breaks off says what to do, and can be tried again with another worker', async () => {
  const user = await visit('/author/import', breakingAt(await memoryStores(), 'import'));
  const input = await screen.findByLabelText(en.chooseFiles, { selector: 'input' });
  await user.upload(input, chosen('one {=two}'));
  expect((await screen.findByRole('alert')).textContent).toContain(en['stopped-broken']);
  await user.click(screen.getByRole('button', { name: en.tryAgain }));
  expect(await screen.findByRole('heading', { name: en.reportTitle })).toBeTruthy();
});

test('questions that went with their worker before they became a draft are said to be lost', async () => {
  const user = await visit('/author/import', breakingAt(await memoryStores(), 'draft'));
  const input = await screen.findByLabelText(en.chooseFiles, { selector: 'input' });
  await user.upload(input, chosen('What is it? {=one ~two ~three}'));
  await user.type(await screen.findByLabelText(en.packTitle), 'Old');
  await user.type(screen.getByLabelText(en.authorName), 'Somebody');
  await user.click(screen.getByRole('button', { name: /^Make a draft/ }));
  expect((await screen.findByRole('alert')).textContent).toContain(en['stopped-lost']);
});
