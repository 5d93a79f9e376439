import { act, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import type { Form } from '#core/exam/form.ts';
import { questionKey } from '#core/exam/pool.ts';
import { subjectsOf } from '#core/exam/subject.ts';
import { samplePack } from '#core/study/sample.ts';
import { createI18n } from '#i18n/i18n.ts';
import { newCode, readCode, sharedForm } from '#state/exam/forms.ts';
import { examStoresOf } from '#state/exam/stores.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { WordsProvider } from '#ui/words.tsx';
import { PaperPage } from './PaperPage.tsx';

/** Twelve concepts in two domains; some of their questions are on each form. */
const pack = {
  ...samplePack(),
  exam: { title: { en: 'Mock' }, questions: 12, minutes: 30, pass: 70, kinds: ['single'] as const },
  keysFile: 'keys.json',
};

function offered() {
  const [offer] = subjectsOf([pack], []);
  if (offer === undefined) throw new Error('no exam');
  return offer;
}

const code = newCode(offered(), 5);

function formOf(seed: number): Form {
  const form = sharedForm(offered(), { seed, extraMinutes: 0 });
  if (!form.ok) throw new Error('no form');
  return form.value;
}

async function stocked() {
  const stores = await memoryStores(newDevice(), [pack]);
  const { exams } = examStoresOf(stores);
  await exams.getState().open();
  return { stores, exams: exams.getState };
}

async function open(stores: Stores, path: string) {
  const i18n = await createI18n('en', ['exam']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="exam/:exam/paper" element={<PaperPage />} />
            <Route path="exam/paper/:code" element={<PaperPage />} />
          </Routes>
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
}

test('no paper tells the answers of the exam that is being sat', async () => {
  const { stores, exams } = await stocked();
  const read = readCode(code, [offered()]);
  if (!read.ok) throw new Error('no code');
  exams().begin(formOf(read.value.seed));
  await open(stores, `/exam/paper/${code}`);
  expect(await screen.findByText(/^This paper has questions of the exam that is/)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByRole('link', { name: 'Go on with it' })).toBeTruthy();
});

test('a paper that has nothing in common with the exam that is being sat is there to print', async () => {
  const { stores, exams } = await stocked();
  const { questions, ...form } = formOf(5);
  const names = new Set(questions.map(questionKey));
  const others = formOf(6).questions.filter((question) => !names.has(questionKey(question)));
  expect(others).not.toEqual([]);
  exams().begin({ ...form, questions: others });
  await open(stores, `/exam/paper/${code}`);
  expect(await screen.findByRole('button', { name: 'Print or save as PDF' })).toBeTruthy();
  expect(screen.getByText(code)).toBeTruthy();
});

test('of an exam that is over there is a paper, of one that runs there is none', async () => {
  const { stores, exams } = await stocked();
  const exam = exams().begin(formOf(5));
  await open(stores, `/exam/${exam}/paper`);
  expect(await screen.findByRole('heading', { name: 'There is no such exam here' })).toBeTruthy();
  const attempt = exams().attempts.find((one) => one.exam === exam);
  if (attempt === undefined) throw new Error('it has begun');
  act(() => exams().handIn(attempt, false));
  expect(await screen.findByRole('button', { name: 'Print or save as PDF' })).toBeTruthy();
});

test.each([
  ['an exam that was never sat here', '/exam/gone/paper'],
  ['a code that is none', '/exam/paper/hello'],
  ['a code of a pack that is not here', '/exam/paper/TVFV-0000-5100-C5'],
])('of %s there is none, and a way on', async (_, path) => {
  const { stores } = await stocked();
  await open(stores, path);
  expect(await screen.findByRole('heading', { name: 'There is no such exam here' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'To the exams' }).getAttribute('href')).toBe('/exam');
  expect(screen.queryByRole('button')).toBeNull();
});
