import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { subjectsOf } from '#core/exam/subject.ts';
import { samplePack } from '#core/study/sample.ts';
import { createI18n } from '#i18n/i18n.ts';
import { newCode, readCode, sharedForm } from '#state/exam/forms.ts';
import { examStoresOf } from '#state/exam/stores.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import { WordsProvider } from '#ui/words.tsx';
import { PaperPage } from './PaperPage.tsx';

test('no paper tells the answers of the exam that is being sat', async () => {
  const pack = {
    ...samplePack(),
    exam: {
      title: { en: 'Mock' },
      questions: 12,
      minutes: 30,
      pass: 70,
      kinds: ['single'] as const,
    },
    keysFile: 'keys.json',
  };
  const [offer] = subjectsOf([pack], []);
  if (offer === undefined) throw new Error('no exam');
  const code = newCode(offer, 5);
  const read = readCode(code, [offer]);
  const form = read.ok && sharedForm(offer, { seed: read.value.seed, extraMinutes: 0 });
  if (form === false || !form.ok) throw new Error('no form');
  const stores = await memoryStores(newDevice(), [pack]);
  const { exams } = examStoresOf(stores);
  await exams.getState().open();
  exams.getState().begin(form.value);
  const i18n = await createI18n('en', ['exam']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter initialEntries={[`/exam/paper/${code}`]}>
          <Routes>
            <Route path="exam/paper/:code" element={<PaperPage />} />
          </Routes>
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  expect(await screen.findByText(/^This paper has questions of the exam that is/)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByRole('link', { name: 'Go on with it' })).toBeTruthy();
});
