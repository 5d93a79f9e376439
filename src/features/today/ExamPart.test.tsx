import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { InterfaceLanguage } from '#core/language.ts';
import type { Fact } from '#core/journal/event.ts';
import { settingFact, type SettingKey, type Settings } from '#core/journal/settings.ts';
import type { LibraryIndex } from '#core/pack/library.ts';
import { instant } from '#core/time.ts';
import { today, type QueuePlan } from '#core/study/queue.ts';
import { samplePack } from '#core/study/sample.ts';
import en from '#i18n/en/plan.json';
import { createI18n } from '#i18n/i18n.ts';
import { answerTo, memoryStores, newDevice } from '#state/memory-stores.ts';
import { StoresProvider, useLearner, useLibrary } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { ExamPart, type MadePlan } from './ExamPart.tsx';

// It is 24 November 2026 there, a Tuesday.

const sample = samplePack({ uid: 'packpackpack', concepts: 200 });
const covers = { 'aws-saa-c03': { d0: { secure: ['1.3'] }, d1: { cost: [] } } };
const packs: LibraryIndex['packs'] = [{ ...sample, covers, keysFile: 'keys.json' }];

type Change = Partial<Settings>;

async function withSettings(
  settings: Change,
  monthAgo: readonly Fact[] = [],
  library = packs,
): Promise<Stores> {
  const stores = await memoryStores(newDevice(), library);
  const clock = { at: instant(stores.clock().at - 30 * 86_400_000), offset: 540 };
  stores.learner.getState().record(monthAgo, clock);
  const facts = Object.entries(settings).map(([key, value]) =>
    settingFact(key as SettingKey, value),
  );
  stores.learner.getState().record(facts, stores.clock());
  return stores;
}

/** As Today shows it: the queue follows the plan as soon as it is there. */
function Page({ stores }: { readonly stores: Stores }) {
  const learner = useLearner((state) => state.learner);
  const library = useLibrary((state) => state.packs);
  const [clock] = useState(stores.clock);
  const [plan, setPlan] = useState<QueuePlan>();
  const [onPlan] = useState(
    () =>
      ([, made]: MadePlan) =>
        setPlan(made),
  );
  const queue = today(learner, library, clock, { seed: 1, plan });
  return <ExamPart {...{ learner, packs: library, clock, queue, onPlan }} />;
}

async function open(settings: Change, language: InterfaceLanguage = 'en') {
  const stores = await withSettings({ language, ...settings });
  await show(stores, language);
  return stores;
}

async function show(stores: Stores, language: InterfaceLanguage = 'en') {
  const i18n = await createI18n(language, ['plan']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <Page stores={stores} />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
}

const settingsOf = ({ learner }: Stores) => learner.getState().learner.settings;
const own = { exam: 'packpackpack', examDate: '2026-12-04' };

test('without an exam there is a way to set one', async () => {
  await open({});
  expect(screen.getByRole('link', { name: en.set }).getAttribute('href')).toBe('/settings#exam');
});

test('an exam without a date is not denied', async () => {
  await open({ exam: 'packpackpack' });
  expect(screen.getByText(en.noDate, { exact: false })).toBeTruthy();
  expect(screen.getByRole('link', { name: en.setDate })).toBeTruthy();
});

test('the card says how many, how long and that it is not enough, with what would be', async () => {
  await open(own);
  expect(await screen.findByRole('heading', { name: '10 days to the exam' })).toBeTruthy();
  const sentence = await screen.findByText(
    /^Today 20 questions, about 15 min: you are not on pace\./,
  );
  expect(sentence.textContent).toMatch(
    / At 15 minutes a day you will meet \d\d % of the concepts; \d+ minutes meet all\./,
  );
});

test('the card says that it is enough', async () => {
  await open({ ...own, minutesPerDay: 120 });
  const sentence = await screen.findByText(
    /^Today \d+ questions, about \d+ min: you are on pace\./,
  );
  expect(sentence.textContent).toMatch(/ At 120 minutes a day you will meet every concept\.$/);
});

test('the slider answers at once, and what it says can be taken', async () => {
  const stores = await open(own);
  const slider = await screen.findByRole('slider', { name: en.whatIf });
  fireEvent.change(slider, { target: { value: '40' } });
  expect(slider.getAttribute('aria-valuetext')).toMatch(
    /^40 minutes a day: \d+ % of the concepts met, and about \d+ % recalled .* by the weights of the exam\.$/,
  );
  await userEvent.setup().click(screen.getByRole('button', { name: /^Study 40 minutes/ }));
  expect(settingsOf(stores).minutesPerDay).toBe(40);
});

test('of a real exam it says how little of it there is', async () => {
  await open({ exam: 'aws-saa-c03', examDate: '2026-12-20' });
  expect(await screen.findByText(/concepts for 1 of the 14 tasks/)).toBeTruthy();
});

test.each([
  [{}, /^Nothing is left for today, but you are not on pace\. At 1 minute a day/],
  [{ examDate: '2026-11-25' }, /^Nothing is left for today\. Tomorrow is the exam\. Rest today\./],
])('with nothing left for today no questions are counted: %j', async (date, sentence) => {
  const stores = await withSettings({ ...own, ...date, minutesPerDay: 1 });
  const record = stores.learner.getState().record;
  record([{ ...answerTo('c3'), latency: 60_000 }], stores.clock());
  await show(stores);
  expect(await screen.findByText(sentence)).toBeTruthy();
});

test('a day off is one', async () => {
  await open({ ...own, daysOff: [2] });
  expect(await screen.findByText(/^Today is a day off, but you are not on pace\./)).toBeTruthy();
});

test.each([
  ['2026-11-27', /^Today 1 question, about 1 min\. In the last three days nothing new is asked/],
  ['2026-11-25', /^Today 1 question, about 1 min\. Tomorrow is the exam/],
])('before %s nothing new is promised, and nothing to slide', async (examDate, words) => {
  await show(await withSettings({ ...own, examDate }, [answerTo('c3')]));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole('slider')).toBeNull();
});

test('whoever begins on the day before is told to rest as well', async () => {
  await open({ ...own, examDate: '2026-11-25' });
  expect(await screen.findByText(/^Today 20 questions.* Tomorrow is the exam/)).toBeTruthy();
});

test('whoever begins in the last days is told how far the time will take them', async () => {
  await open({ ...own, examDate: '2026-11-26' });
  const sentence = await screen.findByText(/^Today 20 questions, about 15 min: /);
  expect(sentence.textContent).toMatch(/you will meet \d+ % of the concepts/);
  expect(sentence.textContent).not.toMatch(/last three days/);
});

test('on the day itself nothing is planned', async () => {
  await open({ ...own, examDate: '2026-11-24' });
  expect(await screen.findByRole('heading', { name: en.isToday })).toBeTruthy();
});

test('afterwards the result is asked and kept, and the next try told by the rule', async () => {
  const stores = await open({ exam: 'aws-saa-c03', examDate: '2026-11-20' });
  await userEvent.setup().click(await screen.findByRole('button', { name: en.failed }));
  expect(settingsOf(stores).examResult).toBe('failed');
  expect(await screen.findByText(/again from December 4, 2026/)).toBeTruthy();
});

test('a pack’s own exam tells its own rule', async () => {
  const exam = {
    title: { en: 'Exam' },
    questions: 9,
    minutes: 9,
    pass: 70,
    kinds: [],
    retake: { days: 7 },
  };
  const ruled = [{ ...sample, keysFile: 'keys.json', exam }];
  const failed: Change = { ...own, examDate: '2026-11-20', examResult: 'failed' };
  await show(await withSettings(failed, [], ruled));
  expect(await screen.findByText(/again from November 27, 2026/)).toBeTruthy();
});

test('where no rule is known, none is told', async () => {
  await open({ ...own, examDate: '2026-11-20', examResult: 'failed' });
  expect(await screen.findByText(en.failedBody)).toBeTruthy();
});

test('an exam without concepts here says so', async () => {
  await open({ exam: 'aws-clf-c02', examDate: '2026-12-20' }, 'ja');
  expect(await screen.findByText(/計画がありません/)).toBeTruthy();
});

test('the end of the exam stands with its plan', async () => {
  await open({ exam: 'aws-dva-c02', examDate: '2026-12-04' });
  expect(await screen.findByText(/can be taken until November 30, 2026\. DVA-C03/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: '10 days to the exam' })).toBeTruthy();
});

test.each([
  ['aws-dva-c02', '2026-11-16', /again from November 30, 2026/],
  ['aws-dva-c02', '2026-11-17', en.failedBody],
])('%s, failed on %s, is to be sat again only as long as it can be', async (exam, day, words) => {
  await open({ exam, examDate: day, examResult: 'failed' });
  expect(await screen.findByText(/can be taken until November 30, 2026/)).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
});
