import { render, screen } from '@testing-library/react';
import { Profiler, type ProfilerOnRenderCallback } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { conceptKey } from '#core/ids.ts';
import { settingFact } from '#core/journal/settings.ts';
import { instant } from '#core/time.ts';
import { samplePack } from '#core/study/sample.ts';
import plan from '#i18n/en/plan.json';
import en from '#i18n/en/today.json';
import { createI18n } from '#i18n/i18n.ts';
import { answerTo, memoryStores, newDevice } from '#state/memory-stores.ts';
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
