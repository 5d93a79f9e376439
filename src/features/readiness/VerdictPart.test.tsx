import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { Subject } from '#core/exam/subject.ts';
import type { Figures } from '#core/insight/exam-figures.ts';
import type { Readiness } from '#core/insight/readiness.ts';
import { samplePack } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { createI18n } from '#i18n/i18n.ts';
import { WordsProvider } from '#ui/words.tsx';
import { VerdictPart } from './VerdictPart.tsx';

const pack = samplePack();

const subject: Subject = {
  packs: [pack],
  blueprint: {
    id: 'pack',
    title: { en: 'Practice Exam' },
    questions: 20,
    unscored: 0,
    minutes: 40,
    pass: 70,
    scale: null,
    kinds: [],
    domains: [
      { id: 'd0', title: { en: 'Keys' }, weight: 60 },
      { id: 'd1', title: { en: 'Logs' }, weight: 40 },
    ],
  },
  domainsOf: (_, domain) => [domain],
  covers: false,
};

const today = studyDay(20_000);

const figures: Figures = {
  domains: [],
  answers: 214,
  evidence: 120,
  met: 0.8,
  bias: 0,
  day: today,
  share: 0.72,
  scored: 20,
  pass: 0.7,
  passSpread: 0,
  tau: 0.3,
};

const record = { predictions: [], bias: 0, newBias: 0 };

async function show(readiness: Partial<Readiness>, changed: Partial<Subject> = {}) {
  const i18n = await createI18n('en', ['readiness']);
  render(
    <MemoryRouter>
      <WordsProvider i18n={i18n}>
        <VerdictPart
          subject={{ ...subject, ...changed }}
          readiness={{ verdict: { state: 'too-small' }, figures, record, ...readiness }}
          today={today}
          language="en"
        />
      </WordsProvider>
    </MemoryRouter>,
  );
}

const chance = { chance: 0.679, low: 0.521, high: 0.798 };
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

test('a chance is said in words first, then in percent, rounded down, with its band and its day', async () => {
  const day = studyDay(20_030);
  await show({ verdict: { state: 'known', chance }, figures: { ...figures, day } });
  expect(title()).toBe('You would probably pass');
  expect(screen.getByText('67 % to pass, likely 52 to 79 %, from 214 answers.')).toBeTruthy();
  expect(
    screen.getByText(/^That is on November 3, 2024, if you studied nothing more/),
  ).toBeTruthy();
});

test('too few answers give no figure, but what is missing in each domain', async () => {
  const wanted = [
    { domain: 'd0', answers: 12 },
    { domain: 'd1', answers: 1 },
  ];
  await show({ verdict: { state: 'not-enough', wanted } });
  expect(screen.getByText('13 more answers are needed, in these domains:')).toBeTruthy();
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows).toEqual(['Keys12 more', 'Logs1 more']);
  expect(screen.queryByText(/to pass/)).toBeNull();
});

test('when every scenario but the reserve was met, it says so, with the last chance and its date', async () => {
  await show({ verdict: { state: 'exhausted', last: { ...chance, on: studyDay(19_990) } } });
  expect(title()).toBe('You have met every scenario that study asks');
  expect(
    screen.getByText('The last one, of September 24, 2024: 67 % to pass, likely 52 to 79 %.'),
  ).toBeTruthy();
  expect(
    screen.getByText(/^A chance needs new questions.*those kept for mock exams count once/),
  ).toBeTruthy();
});

test('a small pack says what it would take', async () => {
  await show({});
  expect(title()).toBe('This pack is too small for a chance');
});

test('a real exam is named only where the pack covers it', async () => {
  await show({});
  expect(screen.getByText(/own exam, “Practice Exam”\. It says nothing of any other/)).toBeTruthy();
});

test('where the pack covers it, it is', async () => {
  await show({}, { covers: true });
  expect(
    screen.getByText('This is for Practice Exam, which the pack says it covers.'),
  ).toBeTruthy();
});
