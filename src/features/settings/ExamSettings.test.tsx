import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { InterfaceLanguage } from '#core/language.ts';
import { settingFact, type Settings } from '#core/journal/settings.ts';
import words from '#i18n/en/plan.json';
import ja from '#i18n/ja/plan.json';
import { createI18n } from '#i18n/i18n.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { SettingsPage } from './SettingsPage.tsx';

async function open(stores: Stores, language: InterfaceLanguage = 'en') {
  const i18n = await createI18n(language, ['settings', 'plan', 'troubles']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <SettingsPage />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return userEvent.setup();
}

const settingsOf = ({ learner }: Stores) => learner.getState().learner.settings;

/** It is 24 November 2026 there. */
async function withExam(): Promise<Stores> {
  const stores = await memoryStores();
  stores.learner.getState().record([settingFact('exam', 'aws-saa-c03')], stores.clock());
  return stores;
}

function enterDate(date: string) {
  const field = screen.getByLabelText('Date of the exam');
  fireEvent.change(field, { target: { value: date } });
  fireEvent.blur(field);
}

test('a real exam can be chosen, and given up again', async () => {
  const stores = await memoryStores();
  const user = await open(stores);
  const choice = screen.getByLabelText('What do you study for?');
  await screen.findByRole('option', { name: /SAA-C03/ });
  expect(screen.queryByLabelText('Date of the exam')).toBeNull();
  await user.selectOptions(choice, 'aws-saa-c03');
  expect(settingsOf(stores).exam).toBe('aws-saa-c03');
  expect(screen.getByLabelText('Date of the exam')).toBeTruthy();
  await user.selectOptions(choice, '');
  expect(settingsOf(stores).exam).toBeNull();
});

test('a date is kept, and what came of an earlier one forgotten', async () => {
  const stores = await withExam();
  stores.learner.getState().record([settingFact('examResult', 'failed')], stores.clock());
  await open(stores);
  enterDate('2026-12-20');
  expect(settingsOf(stores)).toMatchObject({ examDate: '2026-12-20', examResult: null });
});

const chosen = { examDate: '2026-12-20', planFrom: '2026-11-01', examResult: null } as const;
const over = { examDate: '2026-11-20', planFrom: '2026-11-01', examResult: 'failed' } as const;

async function withDate(set: typeof chosen | typeof over): Promise<Stores> {
  const stores = await withExam();
  const facts = [
    settingFact('examDate', set.examDate),
    settingFact('planFrom', set.planFrom),
    settingFact('examResult', set.examResult),
  ];
  stores.learner.getState().record(facts, stores.clock());
  return stores;
}

test('another exam has no date yet, and nothing has come of it', async () => {
  const stores = await withDate(over);
  const user = await open(stores);
  await screen.findByRole('option', { name: /CLF-C02/ });
  await user.selectOptions(screen.getByLabelText('What do you study for?'), 'aws-clf-c02');
  expect(settingsOf(stores)).toMatchObject({ exam: 'aws-saa-c03', ...over });
  // A day that is over is of no use to another exam.
  expect(screen.queryByRole('button', { name: words.examTakeKeep })).toBeNull();
  await user.click(screen.getByRole('button', { name: words.examTake }));
  expect(settingsOf(stores)).toMatchObject({
    exam: 'aws-clf-c02',
    examDate: null,
    planFrom: null,
    examResult: null,
  });
  expect(screen.getByLabelText<HTMLInputElement>('Date of the exam').value).toBe('');
  expect(screen.queryByText(words.examAsk)).toBeNull();
});

test.each([chosen, over])('exams that arrow keys pass by leave $examDate as it is', async (set) => {
  const stores = await withDate(set);
  const user = await open(stores);
  await screen.findByRole('option', { name: /CLF-C02/ });
  const list = screen.getByLabelText<HTMLSelectElement>('What do you study for?');
  const before = await stores.journal.all();
  const ids = [...list.options].map(({ value }) => value);
  // As browsers on Windows do: each press of an arrow key is a choice.
  for (const value of ids) fireEvent.change(list, { target: { value } });
  expect(await stores.journal.all()).toEqual(before);
  await user.click(screen.getByRole('button', { name: words.examStay }));
  expect(list.value).toBe('aws-saa-c03');
  expect(document.activeElement).toBe(list);
  fireEvent.change(list, { target: { value: '' } });
  fireEvent.change(list, { target: { value: 'aws-saa-c03' } });
  expect(screen.queryByText(words.examAsk)).toBeNull();
  expect(await stores.journal.all()).toEqual(before);
});

test.each([
  ['en', words, 'December 20, 2026'],
  ['ja', ja, '2026年12月20日'],
] as const)('the date that is asked about is one in %s', async (language, plan, date) => {
  await open(await withDate(chosen), language);
  fireEvent.change(screen.getByLabelText(plan.examChoice), { target: { value: '' } });
  expect(screen.getByText(plan.examAskDate.replace('{{date}}', date))).toBeTruthy();
});

test('a date can go along to another exam, whose plan begins today', async () => {
  const stores = await withDate(chosen);
  const user = await open(stores);
  await screen.findByRole('option', { name: /CLF-C02/ });
  await user.selectOptions(screen.getByLabelText('What do you study for?'), 'aws-clf-c02');
  await user.click(screen.getByRole('button', { name: words.examTakeKeep }));
  expect(settingsOf(stores)).toMatchObject({
    exam: 'aws-clf-c02',
    examDate: '2026-12-20',
    planFrom: '2026-11-24',
    examResult: null,
  });
  expect(document.activeElement).toBe(screen.getByLabelText('What do you study for?'));
});

test('no exam at all has no date, which is asked too', async () => {
  const stores = await withDate(chosen);
  const user = await open(stores);
  await user.selectOptions(screen.getByLabelText('What do you study for?'), '');
  expect(settingsOf(stores).examDate).toBe('2026-12-20');
  expect(screen.queryByRole('button', { name: words.examTakeKeep })).toBeNull();
  await user.click(screen.getByRole('button', { name: words.examTake }));
  expect(settingsOf(stores)).toMatchObject({ exam: null, examDate: null });
});

test.each([
  ['2026-11-23', 'That day is over.'],
  ['', 'The calendar has no such day.'],
  ['2028-01-01', 'at most 366 days ahead'],
])('%j is refused with a sentence', async (date, sentence) => {
  const stores = await withExam();
  stores.learner.getState().record([settingFact('examDate', '2026-12-20')], stores.clock());
  await open(stores);
  enterDate(date);
  expect(screen.getByRole('alert').textContent).toContain(sentence);
  expect(settingsOf(stores).examDate).toBe('2026-12-20');
});

test('weekdays can be free, but not all of them', async () => {
  const stores = await withExam();
  const user = await open(stores);
  const boxes = screen.getAllByRole('checkbox');
  expect(boxes).toHaveLength(7);
  for (const box of boxes) await user.click(box);
  expect(settingsOf(stores).daysOff).toEqual([1, 2, 3, 4, 5, 6]);
  expect(screen.getByRole('alert').textContent).toContain('One weekday at least');
});

test('an exam that is no longer known keeps its name', async () => {
  const stores = await memoryStores();
  stores.learner.getState().record([settingFact('exam', 'gonegonegone')], stores.clock());
  await open(stores, 'ja');
  expect(screen.getByRole('option', { name: 'gonegonegone' })).toBeTruthy();
});

async function withEnding(exam: string, more: Partial<Settings> = {}): Promise<Stores> {
  const stores = await memoryStores();
  const { language = null, examDate = null } = more;
  const facts = [
    settingFact('exam', exam),
    settingFact('language', language),
    settingFact('examDate', examDate),
  ];
  stores.learner.getState().record(facts, stores.clock());
  return stores;
}

test('where an exam is chosen it says until when it can be taken, of one that is only looked at too', async () => {
  const stores = await withEnding('aws-dva-c02', { examDate: '2026-11-28' });
  const user = await open(stores);
  expect(await screen.findByText(/can be taken until November 30, 2026\. DVA-C03/)).toBeTruthy();
  const list = screen.getByLabelText('What do you study for?');
  await user.selectOptions(list, 'aws-sap-c02');
  expect(await screen.findByText(/could be taken until November 16, 2026\. SAP-C03/)).toBeTruthy();
  expect(screen.queryByText(/DVA-C03/)).toBeNull();
  await user.selectOptions(list, 'aws-saa-c03');
  expect(screen.queryByText(/can be taken|could be taken/)).toBeNull();
  expect(settingsOf(stores).exam).toBe('aws-dva-c02');
});

test('an exam that ends later in the language of the questions can be taken for longer', async () => {
  await open(await withEnding('aws-mla-c01', { language: 'ja' }), 'ja');
  expect(await screen.findByText(/日本語で受けられるのは2027年1月13日までです/)).toBeTruthy();
});

test('a date after the last day of the exam is kept, with a word on what can be done', async () => {
  const stores = await withEnding('aws-dva-c02');
  await open(stores);
  enterDate('2026-12-01');
  expect(settingsOf(stores).examDate).toBe('2026-12-01');
  expect(await screen.findByText(words.lateTitle)).toBeTruthy();
  expect(screen.getByText(/^Choose November 30, 2026 or an earlier day, .* DVA-C03/)).toBeTruthy();
  enterDate('2026-11-30');
  expect(screen.queryByText(words.lateTitle)).toBeNull();
});

test('of an exam that is over the guide of the next one is named, and no earlier day', async () => {
  await open(await withEnding('aws-sap-c02', { examDate: '2026-12-01' }));
  expect(await screen.findByText(words.lateTitle)).toBeTruthy();
  expect(screen.getByText(/^It ended on November 16, 2026: .* SAP-C03/)).toBeTruthy();
});

test('a date that is over needs no other', async () => {
  await open(await withEnding('aws-sap-c02', { examDate: '2026-11-20' }));
  expect(await screen.findByText(/could be taken until November 16, 2026/)).toBeTruthy();
  expect(screen.queryByText(words.lateTitle)).toBeNull();
});
