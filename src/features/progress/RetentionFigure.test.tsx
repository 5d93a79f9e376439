import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Figures } from '#core/insight/figures.ts';
import { answersOf, figuresOfNobody } from '#core/insight/progress-sample.ts';
import { retention } from '#core/insight/retention.ts';
import { studyDay } from '#core/time.ts';
import { createI18n } from '#i18n/i18n.ts';
import { WordsProvider } from '#ui/words.tsx';
import { namesIn } from './numbers.ts';
import { RetentionFigure } from './RetentionFigure.tsx';

const today = studyDay(110);

/** The figures of nobody, but for so many answers at each of these chances to recall. */
const figuresWith = (recalls: readonly number[], each: number): Figures => ({
  ...figuresOfNobody(today),
  retention: retention(recalls.flatMap((recall) => answersOf(4, each, { recall }))),
});

async function open(figures: Figures) {
  const i18n = await createI18n('en', ['progress']);
  const { container } = render(
    <WordsProvider i18n={i18n}>
      <RetentionFigure figures={figures} names={namesIn([], 'en', 'en', today)} />
    </WordsProvider>,
  );
  return container;
}

const spread = [0.1, 0.45, 0.6, 0.7, 0.85, 0.99];

test('answers that are spread too thin have no empty frame, and it is said', async () => {
  const page = await open(figuresWith(spread, 5));
  expect(page.querySelector('svg')).toBeNull();
  expect(
    screen.getByText(/^From 30 answers .*no range of predictions has so many yet\.$/),
  ).toBeTruthy();
});

test('ten answers of one range are a dot', async () => {
  const page = await open(figuresWith(spread, 10));
  expect(page.querySelectorAll('.plot-dot')).toHaveLength(6);
});
