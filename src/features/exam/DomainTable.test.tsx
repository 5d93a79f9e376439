import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { attemptsOf } from '#core/exam/attempts.ts';
import { after, answerFact, questionAt, sampleForm, started } from '#core/exam/sample.ts';
import { questionKey } from '#core/exam/pool.ts';
import { scoreOf, type Outcome } from '#core/exam/score.ts';
import type { Event } from '#core/journal/event.ts';
import { createI18n } from '#i18n/i18n.ts';
import { WordsProvider } from '#ui/words.tsx';
import { DomainTable } from './DomainTable.tsx';

const form = sampleForm({ questions: 6 });

/** Two domains in turn; the second has no question that was on the screen. */
async function open(outcomes: readonly Outcome[], more: readonly Event[] = []) {
  const [attempt] = attemptsOf([
    started(form),
    after(1, answerFact(0, 'a', { latency: 10_000 })),
    after(2, answerFact(2, 'b', { latency: 70_000 })),
    after(3, answerFact(4, 'b', { latency: 30_000 })),
    after(4, answerFact(1, null, { latency: 0 })),
    ...more,
  ]);
  if (attempt === undefined) throw new Error('nothing was sat');
  const became = new Map(
    outcomes.map((outcome, place) => [questionKey(questionAt(form, place)), outcome]),
  );
  const i18n = await createI18n('en', ['exam']);
  render(
    <WordsProvider i18n={i18n}>
      <DomainTable
        attempt={attempt}
        score={scoreOf(form, became)}
        outcomes={became}
        language="en"
      />
    </WordsProvider>,
  );
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
}

test('each domain has what was right, needed and left open, and the middle time', async () => {
  expect(await open(['right', 'unanswered', 'wrong', 'right', 'right', 'unanswered'])).toEqual([
    ['First', '66 %', '2 / 3', '3', '0', '0:30'],
    ['Second', '33 %', '1 / 3', '3', '2', '–'],
  ]);
});

test('the middle of two times lies between them', async () => {
  const second = [
    after(5, answerFact(3, 'b', { latency: 20_000 })),
    after(6, answerFact(5, 'b', { latency: 40_000 })),
  ];
  const [, row] = await open(['right', 'unanswered', 'wrong', 'right', 'right', 'wrong'], second);
  expect(row?.at(-1)).toBe('0:30');
});

test('what cannot be judged is in no domain, and a domain of which nothing can be judged has no row', async () => {
  expect(await open(['right', 'void', 'void', 'void', 'right', 'void'])).toEqual([
    ['First', '100 %', '2 / 2', '2', '0', '0:30'],
  ]);
});

test('the bar shows the share, whether it is enough, and where the mark stands', async () => {
  await open(['right', 'wrong', 'right', 'right', 'right', 'right']);
  const meters = [...document.querySelectorAll('.exam-meter')];
  expect(meters.map((meter) => meter.classList.contains('exam-meter-low'))).toEqual([false, true]);
  expect(
    meters.map((meter) => Number(meter.querySelector('.exam-meter-share')?.getAttribute('width'))),
  ).toEqual([100, expect.closeTo(66.7, 1)]);
  expect(meters[0]?.querySelector('.exam-meter-mark')?.getAttribute('x')).toBe('70');
});
