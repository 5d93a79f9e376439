import { act, fireEvent, render, screen } from '@testing-library/react';
import { Profiler, type ProfilerOnRenderCallback } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { answerFact, sampleForm } from '#core/exam/sample.ts';
import { conceptKey } from '#core/ids.ts';
import { settingFact } from '#core/journal/settings.ts';
import { instant } from '#core/time.ts';
import { samplePack } from '#core/study/sample.ts';
import mock from '#i18n/en/exam.json';
import plan from '#i18n/en/plan.json';
import en from '#i18n/en/today.json';
import { createI18n } from '#i18n/i18n.ts';
import { answerTo, memoryStores, newDevice } from '#state/memory-stores.ts';
import { examStoresOf } from '#state/exam/stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { WordsProvider } from '#ui/words.tsx';
import { TodayPage } from './TodayPage.tsx';

// It is 24 November 2026 there.

const pack = samplePack({ uid: 'packpackpack', concepts: 20 });

const newcomer = () => memoryStores(newDevice(), [{ ...pack, keysFile: 'keys.json' }]);

async function open(stores: Stores, onRender: ProfilerOnRenderCallback = () => undefined) {
  const i18n = await createI18n('en', ['plan', 'exam', 'settings']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <Profiler id="today" onRender={onRender}>
            <TodayPage />
          </Profiler>
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
}

test('a newcomer is shown no empty pictures, but the way to the first question', async () => {
  await open(await newcomer());
  expect(screen.getByRole('heading', { level: 1, name: en.firstTitle })).toBeTruthy();
  expect(screen.getByRole('button', { name: en.firstStart })).toBeTruthy();
});

test('on the day of the exam nothing is left for today, whatever is fading', async () => {
  const stores = await newcomer();
  const facts = [settingFact('exam', 'packpackpack'), settingFact('examDate', '2026-11-24')];
  const earlier = { at: instant(stores.clock().at - 30 * 86_400_000), offset: 540 };
  stores.learner.getState().record([answerTo('c3')], earlier);
  stores.learner.getState().record(facts, stores.clock());
  await open(stores);
  expect(screen.getByRole('heading', { level: 1, name: '1 concept is fading today' })).toBeTruthy();
  expect(await screen.findByText(plan.isTodayBody)).toBeTruthy();
  expect(await screen.findByRole('heading', { level: 1, name: en.allDone })).toBeTruthy();
  expect(screen.queryByRole('button', { name: en.start })).toBeNull();
  expect(screen.getByText(en.fieldCaptionExam)).toBeTruthy();
});

test('a newcomer who has set an exam finds the plan to it, and still no empty pictures', async () => {
  const stores = await newcomer();
  const facts = [settingFact('exam', 'packpackpack'), settingFact('examDate', '2026-12-04')];
  stores.learner.getState().record(facts, stores.clock());
  await open(stores);
  expect(await screen.findByRole('heading', { name: '10 days to the exam' })).toBeTruthy();
  expect(await screen.findByText(/^Today 20 questions/)).toBeTruthy();
  expect(screen.getByRole('button', { name: en.start })).toBeTruthy();
  expect(screen.queryByRole('button', { name: en.drillWeak })).toBeNull();
  expect(screen.queryByRole('heading', { name: en.field })).toBeNull();
});

test('with very many concepts one can begin before all have been looked through', async () => {
  const stores = await newcomer();
  const day = { at: instant(stores.clock().at - 30 * 86_400_000), offset: 540 };
  stores.learner.getState().record([answerTo('c3')], day);
  const { learner } = stores.learner.getState();
  const [state] = learner.concepts.values();
  if (state === undefined) throw new Error('an answer is remembered');
  const others = Array.from(
    { length: 3000 },
    (_, i) => [conceptKey('other', `o${i}`), state] as const,
  );
  stores.learner.setState({
    learner: { ...learner, concepts: new Map([...learner.concepts, ...others]) },
  });
  const painted: string[] = [];
  await open(stores, () => painted.push(document.body.textContent));
  expect(painted[0]).toContain(en.start);
  expect(painted[0]).toContain(en.looking);
  expect(await screen.findByRole('heading', { name: '1 concept is fading today' })).toBeTruthy();
  expect(screen.queryByText(en.looking)).toBeNull();
});

test('a newcomer who has left a mock exam finds the way back to it, while its clock goes on', async () => {
  const stores = await newcomer();
  const { exams } = examStoresOf(stores);
  await exams.getState().open();
  const exam = exams.getState().begin(sampleForm());
  exams.getState().record([{ ...answerFact(0), exam }]);
  await open(stores);
  expect(await screen.findByText(mock.runningClock)).toBeTruthy();
  expect(screen.getByRole('link', { name: mock.goOn }).getAttribute('href')).toBe(`/exam/${exam}`);
  expect(screen.queryByText(en.firstTitle)).toBeNull();
  expect(screen.queryByRole('heading', { name: en.field })).toBeNull();
});

test('a pack that comes while the page is open has its part in the plan at once', async () => {
  const stores = await newcomer();
  const facts = [settingFact('exam', 'packpackpack'), settingFact('examDate', '2026-12-04')];
  stores.learner.getState().record(facts, stores.clock());
  await open(stores);
  expect(await screen.findByText(/^Today 20 questions/)).toBeTruthy();
  act(() => stores.library.setState({ packs: [{ ...pack, concepts: pack.concepts.slice(0, 3) }] }));
  expect(await screen.findByText(/^Today 3 questions.*pace/)).toBeTruthy();
});

test('a page that was left open over night shows the new day when it is looked at again', async () => {
  const stores = await newcomer();
  const facts = [settingFact('exam', 'packpackpack'), settingFact('examDate', '2026-11-25')];
  stores.learner.getState().record([answerTo('c3'), ...facts], stores.clock());
  let nights = 0;
  const clock = () => ({ at: instant(stores.clock().at + nights * 86_400_000), offset: 540 });
  await open({ ...stores, clock });
  expect(await screen.findByRole('heading', { name: '1 day to the exam' })).toBeTruthy();
  fireEvent(document, new Event('visibilitychange'));
  expect(screen.getByRole('heading', { name: '1 day to the exam' })).toBeTruthy();
  nights = 1;
  fireEvent(document, new Event('visibilitychange'));
  expect(await screen.findByRole('heading', { name: plan.isToday })).toBeTruthy();
  nights = 2;
  fireEvent(document, new Event('visibilitychange'));
  expect(await screen.findByRole('heading', { name: plan.howWasIt })).toBeTruthy();
});
