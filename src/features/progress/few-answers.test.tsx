import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { Fact } from '#core/journal/event.ts';
import type { PackKeys } from '#core/pack/library.ts';
import { seeded } from '#core/random.ts';
import { ok } from '#core/result.ts';
import { samplePack } from '#core/study/sample.ts';
import { instant } from '#core/time.ts';
import words from '#i18n/en/progress.json';
import { createI18n } from '#i18n/i18n.ts';
import { createLibraryStore } from '#state/library.ts';
import { answerTo, memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import { WordsProvider } from '#ui/words.tsx';
import { ProgressPage } from './ProgressPage.tsx';

// Learners of some answers, made up by seed: whatever is drawn of them has its count and its range.

const DAY = 86_400_000;
const uid = 'packpackpack';
const CONCEPTS = 14;
const packs = [{ ...samplePack({ uid, concepts: CONCEPTS }), keysFile: 'keys.json' }];
const keys: PackKeys = {
  uid,
  scenarios: packs.flatMap(({ concepts }) =>
    concepts.flatMap(({ id: concept, scenarios }) =>
      scenarios.map(({ id }) => ({
        concept,
        id,
        options: [
          { id: 'a', right: true, standsFor: concept },
          { id: 'b', right: false, standsFor: concept === 'c0' ? 'c1' : 'c0' },
        ],
      })),
    ),
  ),
};

const confidences = ['guessing', 'fairly-sure', 'certain'] as const;

/** An answer that is right three times in four. */
function answerOf(random: () => number, most: number): Fact<'answered'> {
  const pick = (count: number) => Math.floor(random() * count);
  const right = random() < 0.75;
  return {
    ...answerTo(`c${pick(most)}`),
    scenario: `s${pick(3)}`,
    right,
    response: { kind: 'single', chosen: right ? 'a' : 'b' },
    confidence: confidences[pick(3)] ?? 'certain',
    latency: 10_000 + pick(40_000),
    language: pick(3) === 0 ? 'ja' : 'en',
  };
}

async function pageOf(answers: number): Promise<HTMLElement> {
  const library = createLibraryStore(
    async (file) => ok(file === 'index.json' ? { format: 1, packs } : keys),
    'index.json',
  );
  await library.getState().open();
  const stores = { ...(await memoryStores()), library };
  const random = seeded(answers);
  const { at, offset } = stores.clock();
  const days = Math.ceil(answers / 20);
  for (let day = days; day > 0; day -= 1) {
    const count = Math.min(20, answers - (days - day) * 20);
    const facts = Array.from({ length: count }, () => answerOf(random, CONCEPTS));
    stores.learner.getState().record(facts, { at: instant(at - day * DAY), offset });
  }
  const i18n = await createI18n('en', ['progress', 'question']);
  const { container } = render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <ProgressPage />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  await screen.findByText(answers === 0 ? words.emptyTitle : /answers? counts?\./);
  return container;
}

const RANGE = /\((\d+)(?: (?:s|min))? to (\d+)(?: (?:s|min|%))?\)/;
const COUNTED = /\d+ (?:answers?|of \d+ (?:met|right|times))/;
const LACKING = /needed$|^too little yet: |not met yet$|none met yet$|too few to draw \(from 5\)$/;

test.each([0, 1, 3, 10, 50, 500])(
  'of %d answers nothing is drawn that is too little',
  async (n) => {
    const page = await pageOf(n);
    expect(page.textContent).not.toMatch(/NaN|undefined|\{\{|\b(\d+) to \1\b(?! answers)/);
    const rows = [...page.querySelectorAll('.plot-row')];
    expect(rows.length > 0).toBe(n > 0);
    const wrong = rows.flatMap((row) => {
      const value = row.querySelector('.plot-value')?.textContent ?? '';
      const isDrawn = row.querySelector('svg') !== null;
      const isHonest = isDrawn ? RANGE.test(value) && COUNTED.test(value) : LACKING.test(value);
      return isHonest ? [] : [value];
    });
    expect(wrong).toEqual([]);
    // A frame is drawn for something that stands in it.
    for (const plot of page.querySelectorAll('.plot-square'))
      expect(plot.querySelector('.plot-dot')).not.toBeNull();
    const hasPicture = (title: string) =>
      [...page.querySelectorAll('section.figure')]
        .find((figure) => figure.querySelector('h2')?.textContent === title)
        ?.querySelector('svg') != null;
    const compared = [words.exposures, words.calibration, words.retention, words.times];
    expect(compared.some(hasPicture)).toBe(n >= 50);
    expect(hasPicture(words.domains)).toBe(n >= 50);
  },
);

test('one concept of a domain answered three times is no share of it', async () => {
  const page = await pageOf(3);
  expect(page.textContent).toContain('A share of what you would recall is told from 5 concepts on');
});
