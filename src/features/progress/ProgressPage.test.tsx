import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter, useLocation } from 'react-router';
import { expect, test, vi } from 'vitest';
import type { Fact } from '#core/journal/event.ts';
import type { InterfaceLanguage } from '#core/language.ts';
import type { PackKeys } from '#core/pack/library.ts';
import { err, ok } from '#core/result.ts';
import { samplePack } from '#core/study/sample.ts';
import { instant } from '#core/time.ts';
import words from '#i18n/en/progress.json';
import { createI18n } from '#i18n/i18n.ts';
import { createLibraryStore } from '#state/library.ts';
import { answerTo, memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { ProgressPage } from './ProgressPage.tsx';

const DAY = 86_400_000;
const uid = 'packpackpack';
const packs = [
  {
    ...samplePack({ uid, concepts: 10 }),
    terms: [{ id: 'hsm', title: { en: 'CloudHSM' } }],
    keysFile: 'keys.json',
  },
];
const keys: PackKeys = {
  uid,
  scenarios: [
    {
      concept: 'c0',
      id: 's1',
      options: [
        { id: 'a', right: true, standsFor: 'c0' },
        { id: 'b', right: false, standsFor: 'hsm' },
      ],
    },
  ],
};

/** Stores over the sample pack; the keys may be out of reach. */
async function storesWith(hasKeys = true): Promise<Stores> {
  const library = createLibraryStore(async (file) => {
    if (file === 'index.json') return ok({ format: 1, packs });
    return hasKeys ? ok(keys) : err('offline');
  }, 'index.json');
  await library.getState().open();
  return { ...(await memoryStores()), library };
}

const wrong: Partial<Fact<'answered'>> = {
  right: false,
  response: { kind: 'single', chosen: 'b' },
};

/** An answer so many days ago. */
function answer(stores: Stores, daysAgo: number, change: Partial<Fact<'answered'>> = {}): void {
  const now = stores.clock();
  const fact = { ...answerTo('c0'), ...change };
  stores.learner.getState().record([fact], { ...now, at: instant(now.at - daysAgo * DAY) });
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

async function open(stores: Stores, address = '/progress', language: InterfaceLanguage = 'en') {
  const i18n = await createI18n(language, ['progress']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter initialEntries={[address]}>
          <ProgressPage />
          <Address />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return userEvent.setup();
}

/** By its heading: roles take jsdom a second on a page with ten tables. */
async function figure(title: string): Promise<HTMLElement> {
  const found = (await screen.findByText(title, { selector: 'h2' })).closest('section');
  if (found === null) throw new Error(`${title} heads no section`);
  return found;
}

test('somebody without answers is told what will be here, and where to begin', async () => {
  await open(await storesWith());
  expect(screen.getByText(words.emptyBody)).toBeTruthy();
  expect(screen.getByRole('link', { name: words.emptyAction }).getAttribute('href')).toBe('/');
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('with too few answers a comparison says how many are lacking, and draws nothing', async () => {
  const stores = await storesWith();
  answer(stores, 1);
  await open(stores);
  const retention = await figure(words.retention);
  expect(retention.textContent).toContain('30 more answers to concepts met on an earlier day');
  expect(retention.querySelector('svg')).toBeNull();
  const exposures = await figure(words.exposures);
  expect(within(exposures).getByText('29 more answers needed')).toBeTruthy();
  expect(exposures.querySelector('svg')).toBeNull();
});

test('a pair that was mixed up twice is one tap from its drill', async () => {
  const stores = await storesWith();
  answer(stores, 9);
  answer(stores, 5, wrong);
  answer(stores, 2, wrong);
  const start = vi.spyOn(stores.session.getState(), 'start').mockResolvedValue();
  const user = await open(stores);
  const confusions = await figure(words.confusions);
  expect(confusions.textContent).toContain(
    'Most often you chose CloudHSM where c0 was right: 2 of 3 times.',
  );
  await user.click(within(confusions).getByRole('button', { name: /Drill the contrast of c0/ }));
  const filter = { pack: uid, only: 'contrast', pair: ['c0', 'hsm'] };
  expect(start).toHaveBeenCalledWith({ mode: 'drill', filter });
  expect(screen.getByLabelText('address').textContent).toBe('/study');
});

test('the table of mix-ups has the share itself, with its count and its range', async () => {
  const stores = await storesWith();
  answer(stores, 9);
  answer(stores, 5, wrong);
  await open(stores);
  const { rows } = within(await figure(words.confusions)).getByRole<HTMLTableElement>('table', {
    hidden: true,
  });
  expect([...rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent))).toEqual([
    [
      words.colInstead,
      words.colTaken,
      words.colTimes,
      words.colOffered,
      words.colMixed,
      words.colLow,
      words.colHigh,
    ],
    ['c0', 'CloudHSM', '1', '2', '50 %', '9 %', '91 %'],
  ]);
});

test('a pair that was met a few times has its drill, and no bar yet', async () => {
  const stores = await storesWith();
  for (const daysAgo of [9, 7]) answer(stores, daysAgo, wrong);
  await open(stores);
  const confusions = await figure(words.confusions);
  expect(confusions.querySelector('svg')).toBeNull();
  expect(confusions.textContent).toContain('2 of 2 times, too few to draw (from 5)');
  for (const daysAgo of [5, 4, 3]) answer(stores, daysAgo);
  await waitFor(() => expect(confusions.querySelector('svg')).not.toBeNull());
});

test('the time of the reviews to come says what its pace rests on, and when it is assumed', async () => {
  const stores = await storesWith();
  const timed = (nth: number): void =>
    answer(stores, 20 - nth, { session: `s${nth}`, latency: 15_000 + nth * 1000 });
  for (let nth = 0; nth < 9; nth += 1) timed(nth);
  await open(stores);
  const load = await figure(words.load);
  expect(load.textContent).toContain(
    'if a review takes 45 s: that is assumed until there are 10 answers of study; so far 9 answers.',
  );
  timed(9);
  await waitFor(() =>
    expect(load.textContent).toContain(
      'about 20 s (16 s to 23 s) at your pace of late: 20 s a review, the median of 10 answers.',
    ),
  );
});

test('without the keys it says that mix-ups are not complete', async () => {
  const stores = await storesWith(false);
  answer(stores, 1, wrong);
  await open(stores);
  expect((await figure(words.confusions)).textContent).toContain(words.confusionsLost);
});

test('what is chosen stands in the address, and an address is read', async () => {
  const stores = await storesWith();
  answer(stores, 40);
  answer(stores, 1, { concept: 'c1' });
  const user = await open(stores, `/progress?days=30`);
  expect(await screen.findByText('1 answer counts.')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: words.period }), '0');
  expect(await screen.findByText('2 answers count.')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: words.pack }), uid);
  await user.selectOptions(screen.getByRole('combobox', { name: words.domain }), 'd1');
  expect(await screen.findByText('1 answer counts.')).toBeTruthy();
  expect(screen.getByLabelText('address').textContent).toBe(`/progress?pack=${uid}&domain=d1`);
});

test('a period without an answer says so, and what to do', async () => {
  const stores = await storesWith();
  for (const concept of ['c0', 'c2', 'c4', 'c6', 'c8']) answer(stores, 40, { concept });
  await open(stores, '/progress?days=7');
  expect(await screen.findByText(words.scopeEmpty)).toBeTruthy();
  // What is known today is known all the same.
  expect((await figure(words.domains)).querySelector('svg')).not.toBeNull();
});

test('answers under an older key, and to what is gone, are left out and counted', async () => {
  const stores = await storesWith();
  answer(stores, 3, { keyRev: 'older' });
  answer(stores, 2, { concept: 'gone' });
  answer(stores, 1, { concept: 'c1' });
  await open(stores);
  const ground = await screen.findByText(/^1 answer counts\./);
  expect(ground.textContent).toContain('1 answer is left out');
  expect(ground.textContent).toContain('1 answer was to a question that is no longer in any pack');
  expect((await figure(words.activity)).textContent).toContain('3 answers in');
});

test('a figure is saved as CSV, with names that are no formulas', async () => {
  const saved: Blob[] = [];
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  const stores = await storesWith();
  answer(stores, 1);
  const user = await open(stores);
  const concepts = await figure(words.concepts);
  await user.click(
    within(concepts).getByRole('button', { name: `Save as CSV: ${words.concepts}` }),
  );
  const bytes = new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
  const [head, row] = new TextDecoder().decode(bytes).split('\r\n');
  expect(head).toBe(
    [
      'Concept,Domain,Recall today,"Recall, from","Recall, to",Due',
      'Answers,Right,"Right, share",From,To',
    ].join(','),
  );
  expect(row).toMatch(/^c0,d0,0\.\d+,0\.\d+,[01](?:\.\d+)?,[01],1,1,1,0\.2065,1$/);
});

test('an answer that comes in meanwhile is counted', async () => {
  const stores = await storesWith();
  answer(stores, 1);
  await open(stores);
  expect(await screen.findByText('1 answer counts.')).toBeTruthy();
  answer(stores, 0, { concept: 'c1' });
  expect(await screen.findByText('2 answers count.')).toBeTruthy();
});

test('left open over night, it counts its period from the new day', async () => {
  const stores = await storesWith();
  answer(stores, 6);
  let nights = 0;
  const clock = () => ({ at: instant(stores.clock().at + nights * DAY), offset: 540 });
  await open({ ...stores, clock }, '/progress?days=7');
  expect(await screen.findByText('1 answer counts.')).toBeTruthy();
  nights = 1;
  fireEvent(document, new Event('visibilitychange'));
  expect(await screen.findByText(words.scopeEmpty)).toBeTruthy();
});

test('what could not be read once is read when it is tried again', async () => {
  const stores = await storesWith();
  answer(stores, 1);
  vi.spyOn(stores.journal, 'all').mockRejectedValueOnce(new Error('no network'));
  const user = await open(stores);
  expect((await screen.findByRole('alert')).textContent).toContain(words.failed);
  expect(screen.queryByText(words.reading)).toBeNull();
  await user.click(screen.getByText(words.tryAgain));
  expect(await screen.findByText('1 answer counts.')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('in Japanese it says the same', async () => {
  const stores = await storesWith();
  answer(stores, 1);
  await open(stores, '/progress', 'ja');
  await waitFor(() => expect(screen.getByText('集計対象は 1 件の解答です。')).toBeTruthy());
  // Japanese has no blank between two sentences.
  expect(screen.getByText(/迎えます（うち今日まで \d 件）。1 回 45 秒と仮定すると/)).toBeTruthy();
});
