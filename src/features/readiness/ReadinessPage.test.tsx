import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import type { PackIndex } from '#core/pack/library.ts';
import { samplePack } from '#core/study/sample.ts';
import { createI18n } from '#i18n/i18n.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { WordsProvider } from '#ui/words.tsx';
import { ReadinessPage } from './ReadinessPage.tsx';

const keysFile = 'keys.json';
const exam = { title: { en: 'Own' }, questions: 20, minutes: 40, pass: 70, kinds: ['single'] };
const withExam = { ...samplePack(), exam, keysFile } as PackIndex & { keysFile: string };

/** All tasks of its guide but the last three. */
const covering = {
  ...samplePack({ uid: 'whole' }),
  keysFile,
  covers: {
    'aws-saa-c03': {
      d0: { secure: ['1.1', '1.2', '1.3'], resilient: ['2.1', '2.2'] },
      d1: { performing: ['3.1', '3.2', '3.3', '3.4', '3.5'], cost: ['4.1', '4.2'] },
    },
  },
};

async function show(
  packs: readonly (PackIndex & { keysFile: string })[],
  chosen: string | null,
  prepare: (stores: Stores) => void = () => undefined,
) {
  const stores = await memoryStores(newDevice(), packs);
  prepare(stores);
  const { record } = stores.learner.getState();
  record([{ type: 'setting', key: 'exam', value: chosen }], stores.clock());
  const i18n = await createI18n('en', ['readiness']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <ReadinessPage />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
}

test('opens with the real exam that is set, by its name, where the packs cover enough of it', async () => {
  await show([withExam, covering], 'aws-saa-c03');
  expect(
    await screen.findByText(/^This is for AWS Certified Solutions Architect - Associate/),
  ).toBeTruthy();
  expect(screen.getAllByText('Design Secure Architectures').length).toBeGreaterThan(0);
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(options).toEqual(['pack', 'AWS Certified Solutions Architect - Associate (SAA-C03)']);
});

test('names no real exam, though it is set, where the packs cover too little of it', async () => {
  const { d0 } = covering.covers['aws-saa-c03'];
  await show([withExam, { ...covering, covers: { 'aws-saa-c03': { d0 } } }], 'aws-saa-c03');
  expect(await screen.findByText(/own exam, “Own”/)).toBeTruthy();
  expect(screen.queryByText(/AWS/)).toBeNull();
});

test('says of the real exam until when it can be taken', async () => {
  const tasks = {
    development: ['1.1', '1.2', '1.3'],
    security: ['2.1', '2.2', '2.3'],
    deployment: ['3.1', '3.2', '3.3', '3.4'],
    troubleshooting: ['4.1', '4.2', '4.3'],
  };
  const ending = { ...covering, covers: { 'aws-dva-c02': { d0: tasks } } };
  await show([withExam, ending], 'aws-dva-c02');
  expect(await screen.findByText(/can be taken until November 30, 2026\. DVA-C03/)).toBeTruthy();
  await userEvent.setup().selectOptions(screen.getByRole('combobox'), 'pack');
  expect(await screen.findByText(/own exam, “Own”/)).toBeTruthy();
  expect(screen.queryByText(/can be taken until/)).toBeNull();
});

test('what could not be read once is read when it is tried again', async () => {
  await show([withExam], null, ({ journal }) => {
    vi.spyOn(journal, 'all').mockRejectedValueOnce(new Error('no network'));
  });
  expect((await screen.findByRole('alert')).textContent).toContain('could not be read');
  await userEvent.setup().click(screen.getByText('Try again'));
  expect(await screen.findByText(/own exam, “Own”/)).toBeTruthy();
});
