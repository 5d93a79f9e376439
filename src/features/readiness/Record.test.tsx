import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createI18n } from '#i18n/i18n.ts';
import { WordsProvider } from '#ui/words.tsx';
import { Record } from './Record.tsx';

test('what came has its count and its range, where there is enough', async () => {
  const predictions = Array.from({ length: 39 }, (_, i) => ({
    predicted: i < 30 ? 0.85 : 0.55,
    right: i % 5 > 0,
  }));
  render(
    <WordsProvider i18n={await createI18n('en', ['readiness'])}>
      <Record predictions={predictions} />
    </WordsProvider>,
  );
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows.slice(1)).toEqual(['55 %too few9', '85 %80 % (62 to 91)30']);
});

test('thousands are set apart in what was counted, in sentences and in tables', async () => {
  const predictions = Array.from({ length: 1200 }, (_, i) => ({
    predicted: 0.8,
    right: i % 5 > 0,
  }));
  render(
    <WordsProvider i18n={await createI18n('en', ['readiness'])}>
      <Record predictions={predictions} />
    </WordsProvider>,
  );
  expect(screen.getByText(/^1,200 answers of all packs/)).toBeTruthy();
  expect(screen.getByRole('cell', { name: '1,200' })).toBeTruthy();
});
