import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { sampleForm } from '#core/exam/sample.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { samplePack } from '#core/study/sample.ts';
import { settingFact } from '#core/journal/settings.ts';
import { createI18n } from '#i18n/i18n.ts';
import { deleteEverything, undoDeletion } from '#state/data.ts';
import { readExamMark } from '#state/exam/mark.ts';
import { examStoresOf } from '#state/exam/stores.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import { WordsProvider } from '#ui/words.tsx';
import { ExamsPage } from './ExamsPage.tsx';

/** Twelve concepts with three scenarios each, and an exam of so many questions. */
async function open(
  questions: number,
  packsOff: readonly string[] = [],
  covers: PackIndex['covers'] = {},
) {
  const pack = {
    ...samplePack(),
    covers,
    exam: { title: { en: 'Mock' }, questions, minutes: 30, pass: 70, kinds: ['single'] as const },
    keysFile: 'keys.json',
  };
  const stores = await memoryStores(newDevice(), [pack]);
  const { learner, clock } = stores;
  learner.getState().record([settingFact('packsOff', packsOff)], clock());
  const i18n = await createI18n('en', ['exam']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <ExamsPage />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return userEvent.setup();
}

test('a pack with too few questions says where they lack and what can be done, and draws no smaller form', async () => {
  await open(40);
  expect(await screen.findByText(/There are too few questions/)).toBeTruthy();
  expect(screen.getByText('d0: 18 there, 20 needed')).toBeTruthy();
  expect(screen.getByText('d1: 18 there, 20 needed')).toBeTruthy();
  expect(screen.getByText(/No smaller form is drawn instead/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Start:/ })).toBeNull();
});

test('says how many forms are left that are clean', async () => {
  await open(12);
  expect(await screen.findByText('3 forms are left with nothing that you have met.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Start: 30 minutes' })).toBeTruthy();
});

test('says of a real exam that has ended what took its place', async () => {
  const tasks = {
    complexity: ['1.1', '1.2', '1.3', '1.4', '1.5'],
    new: ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6'],
    improvement: ['3.1', '3.2', '3.3', '3.4', '3.5'],
    migration: ['4.1', '4.2', '4.3', '4.4'],
  };
  await open(12, [], { 'aws-sap-c02': { d0: tasks } });
  const offer = await screen.findByRole('region', { name: /SAP-C02/ });
  expect(await within(offer).findByText(/SAP-C03 has taken its place: the weights/)).toBeTruthy();
  expect(screen.getAllByText(/taken/)).toHaveLength(1);
});

test('a pack that is not studied has no exam to sit', async () => {
  await open(12, ['pack']);
  expect(await screen.findByText(/^None of the packs that you study/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Start: 30 minutes' })).toBeNull();
});

test('what is no code is told beside the field', async () => {
  const user = await open(12);
  await user.type(await screen.findByLabelText('Code'), 'hello');
  await user.click(screen.getByRole('button', { name: 'Start with this code' }));
  expect(screen.getByRole('alert').textContent).toContain('This is no code');
  expect(screen.getByLabelText('Code').getAttribute('aria-invalid')).toBe('true');
});

test('with everything deleted nothing is left of an exam that runs; undone, it goes on', async () => {
  const device = newDevice();
  const stores = await memoryStores(device);
  const examsOf = async () => {
    const { exams } = examStoresOf(stores);
    await exams.getState().open();
    return exams.getState();
  };
  const exam = (await examsOf()).begin(sampleForm());
  expect(readExamMark(stores)?.exam).toBe(exam);
  await deleteEverything(stores);
  expect(device.keyValue.get('mondo/me/exam')).toBeNull();
  expect((await examsOf()).attempts).toEqual([]);
  expect(readExamMark(stores)).toBeNull();
  await undoDeletion(stores);
  expect(readExamMark(stores)?.exam).toBe(exam);
  expect((await examsOf()).attempts).toMatchObject([{ exam, end: null }]);
});
