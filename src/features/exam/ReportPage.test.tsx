import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { expect, test, vi } from 'vitest';
import { answerFact, sampleForm } from '#core/exam/sample.ts';
import type { InterfaceLanguage } from '#core/language.ts';
import en from '#i18n/en/exam.json';
import { createI18n } from '#i18n/i18n.ts';
import { examStoresOf } from '#state/exam/stores.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { WordsProvider } from '#ui/words.tsx';
import { ReportPage } from './ReportPage.tsx';

/** Two questions, the second of which did not count, handed in. Their words are in no pack any more. */
async function sat() {
  const stores = await memoryStores();
  const { exams } = examStoresOf(stores);
  await exams.getState().open();
  const exam = exams.getState().begin(sampleForm({ questions: 2, unscored: 1 }));
  exams.getState().record([answerFact(1, 'a', { exam })]);
  const attempt = exams.getState().attempts.find((one) => one.exam === exam);
  if (attempt === undefined) throw new Error('it has begun');
  exams.getState().handIn(attempt, false);
  return { stores, exam };
}

async function open(stores: Stores, exam: string, language: InterfaceLanguage = 'en') {
  const i18n = await createI18n(language, ['exam']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter initialEntries={[`/exam/${exam}/report`]}>
          <Routes>
            <Route path="exam/:exam/report" element={<ReportPage />} />
          </Routes>
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return userEvent.setup();
}

test('a report whose answers could not be taken over says so, and is tried again', async () => {
  const { stores, exam } = await sat();
  vi.spyOn(stores.journal, 'all').mockRejectedValueOnce(new Error('no network'));
  const user = await open(stores, exam);
  expect((await screen.findByRole('alert')).textContent).toContain(en.unrecorded);
  expect(screen.getByRole('heading', { name: en.everyQuestion })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: en.tryAgain }));
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

// jsdom has nothing to scroll.
HTMLElement.prototype.scrollIntoView = () => undefined;

test('in Japanese no blank stands between the time of a question and that it did not count', async () => {
  const { stores, exam } = await sat();
  const user = await open(stores, exam, 'ja');
  await user.click(await screen.findByRole('button', { name: /2/ }));
  expect(await screen.findByText(/^表示時間 [\d:]+。採点対象外の問題でした。$/)).toBeTruthy();
});
