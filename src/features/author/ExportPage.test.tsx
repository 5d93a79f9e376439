import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { readOffer } from '#state/offer.ts';
import { acceptOffer } from '#state/own-changes.ts';
import { authorStoresOf } from '#state/author/stores.ts';
import type { Stores } from '#state/stores.ts';
import { breakingAt, fileIn, nightsFiles, visit, withDraft } from './author-harness.tsx';

const words = { name: '', date: '', points: '', answers: '', rightWhen: '', decides: '', rule: '' };
const wish = { to: 'mondo', language: 'en', words, part: 'all', variant: 1 } as const;

/** Options enough for the doctor, as a learner's pack has to have. */
const sound = new Map(nightsFiles).set(
  'concepts/work/night.md',
  (nightsFiles.get('concepts/work/night.md') ?? '')
    .replace(
      '\n## !\nIt is',
      '- [ ] (bell) A bell\n  > It rings.\n  >> all sleep\n- [ ] (map) A map\n  > It is dark.\n  >> it is day\n\n## !\nIt is',
    )
    .replace(
      '\n## !\n暗い',
      '- (bell) 鐘\n  > 鳴ります。\n  >> みな眠っているとき\n- (map) 地図\n  > 暗いです。\n  >> 昼のとき\n\n## !\n暗い',
    ),
);

/** A learner's device to which the pack was added. */
async function withPack(): Promise<Stores> {
  const { stores } = await withDraft();
  const made = await authorStoresOf(stores).checkup.getState().write(sound, wish);
  if (made === null || made === 'broken' || typeof made.content === 'string')
    throw new Error('no pack was written');
  const file = { bytes: made.content, name: 'nights.mondo', from: null };
  const offer = await readOffer(stores, file, new AbortController().signal);
  if (!offer.ok) throw new Error(JSON.stringify(offer.error));
  await acceptOffer(stores, offer.value);
  return stores;
}

afterEach(() => vi.restoreAllMocks());

/** What is saved as a file, with its name. */
function savedFiles() {
  const saved: { name: string; blob: Blob }[] = [];
  let last: Blob | null = null;
  URL.createObjectURL = (blob: Blob) => {
    last = blob;
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    if (last) saved.push({ name: this.download, blob: last });
  });
  return saved;
}

test('a pack of the library is printed as a paper, in the language and variant that were chosen', async () => {
  const saved = savedFiles();
  const user = await visit('/author/export/abcdefgh1234', await withPack());
  await user.selectOptions(
    await screen.findByRole('combobox', { name: 'As' }),
    'Exam paper to print (.html)',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'ja');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Variant' }), 'B');
  await user.click(screen.getByRole('button', { name: 'Prepare' }));
  expect(await screen.findByText('Nothing is lost.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save the file' }));
  expect(saved.map(({ name }) => name)).toEqual(['Nights.B.paper.html']);
  const page = await saved[0]?.blob.text();
  expect(page).toContain('何が役立ちますか。');
  expect(page).toContain('氏名');
});

test('what was prepared for one wish is not handed over for another that is made meanwhile', async () => {
  const saved = savedFiles();
  const stores = await withPack();
  const { checkup } = authorStoresOf(stores);
  const ends: (() => void)[] = [];
  checkup.setState({
    write: async (_files, { variant }) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      return { content: `variant ${variant}`, ending: '.paper.html', losses: [], unread: [] };
    },
  });
  const user = await visit('/author/export/abcdefgh1234', stores);
  const as = await screen.findByRole('combobox', { name: 'As' });
  await user.selectOptions(as, 'Exam paper to print (.html)');
  await user.click(screen.getByRole('button', { name: 'Prepare' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Variant' }), 'B');
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  await act(async () => ends[0]?.());
  await user.click(screen.getByRole('button', { name: 'Prepare' }));
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  await act(async () => ends[1]?.());
  await user.click(await screen.findByRole('button', { name: 'Save the file' }));
  expect(saved.map(({ name }) => name)).toEqual(['Nights.B.paper.html']);
  expect(await saved[0]?.blob.text()).toBe('variant 2');
});

test('a pack that cannot be had says why', async () => {
  const stores = await withPack();
  const packs = stores.library.getState().packs.map((pack) => ({ ...pack, wholeFile: 'gone' }));
  stores.library.setState({ packs });
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'));
  await visit('/author/export/abcdefgh1234', stores);
  expect(await screen.findByText(/there is no network/)).toBeTruthy();
});

test.each(['/author/export/nosuchpack12', '/author/import?pack=nosuchpack12'])(
  'at %s a pack that is not here is said to be none, instead of being waited for',
  async (address) => {
    const { stores } = await withDraft();
    await visit(address, stores);
    expect(await screen.findByText(/There is no such pack on this device/)).toBeTruthy();
    expect(screen.queryByText('Opening …')).toBeNull();
  },
);

test('a copy of a pack of the library becomes a draft of its own, and says what is not in it', async () => {
  const stores = await withPack();
  const user = await visit('/author/import?pack=abcdefgh1234', stores);
  expect(await screen.findByText(/comments of its author are not in them/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make a draft of 1 question' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Nights' })).toBeTruthy();
  expect(fileIn(stores, 'pack.yaml')).not.toContain('abcdefgh1234');
  expect(fileIn(stores, 'concepts/work/night.md')).toContain('(bell) A bell');
});

test('its author goes on with the same pack', async () => {
  const stores = await withPack();
  const user = await visit('/author/import?pack=abcdefgh1234', stores);
  await user.selectOptions(
    await screen.findByRole('combobox', { name: 'What it becomes' }),
    'The same pack: I am its author',
  );
  await user.click(screen.getByRole('button', { name: 'Make a draft of 1 question' }));
  await screen.findByRole('heading', { level: 1, name: 'Nights' });
  expect(fileIn(stores, 'pack.yaml')).toContain('abcdefgh1234');
});

test('an export whose worker breaks off says so, and the next try has another worker', async () => {
  const stores = breakingAt(await withPack(), 'export');
  const user = await visit('/author/export/abcdefgh1234', stores);
  const prepare = await screen.findByRole('button', { name: 'Prepare' });
  await user.click(prepare);
  expect((await screen.findByRole('alert')).textContent).toMatch(/broke off.*Press “Prepare”/);
  await user.click(prepare);
  expect(await screen.findByRole('button', { name: 'Save the file' })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a pack whose reading breaks off can be read once more', async () => {
  const stores = breakingAt(await withPack(), 'import');
  const user = await visit('/author/export/abcdefgh1234', stores);
  expect((await screen.findByRole('alert')).textContent).toMatch(/broke off.*Try again/);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Prepare' })).toBeTruthy();
});
