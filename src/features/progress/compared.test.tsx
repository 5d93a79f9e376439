import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { exposures } from '#core/insight/exposures.ts';
import type { Figures } from '#core/insight/figures.ts';
import { languageShares } from '#core/insight/languages.ts';
import { answersOf, figuresOfNobody } from '#core/insight/progress-sample.ts';
import { studyDay } from '#core/time.ts';
import { createI18n } from '#i18n/i18n.ts';
import { WordsProvider } from '#ui/words.tsx';
import { ExposureFigure } from './ExposureFigure.tsx';
import { LanguageFigure } from './LanguageFigure.tsx';
import { namesIn } from './numbers.ts';

const today = studyDay(110);
/** Two groups of so many answers, of nearly the same share. */
async function open(each: number) {
  const [less, more] = [each * 0.7, each * 0.72];
  const figures: Figures = {
    ...figuresOfNobody(today),
    exposures: exposures([
      ...answersOf(less, each, { exposure: 'new-scenario', recall: 0.8 }),
      ...answersOf(more, each, { exposure: 'repeat', recall: 0.8 }),
    ]),
    languages: languageShares([
      ...answersOf(less, each, { language: 'ja' }),
      ...answersOf(more, each, { language: 'en' }),
    ]),
  };
  const given = { figures, names: namesIn([], 'en', 'en', today) };
  render(
    <WordsProvider i18n={await createI18n('en', ['progress'])}>
      <ExposureFigure {...given} />
      <LanguageFigure {...given} />
    </WordsProvider>,
  );
}

test('two that may be alike, as far as a few answers tell, are not called alike', async () => {
  await open(50);
  expect(screen.getAllByText(/may be chance/)).toHaveLength(2);
  expect(screen.queryByText(/about as often|equally often/)).toBeNull();
});

test('two that are alike in many answers are called so', async () => {
  await open(1000);
  expect(screen.queryByText(/may be chance/)).toBeNull();
  expect(screen.getAllByText(/about as often|equally often/)).toHaveLength(2);
});
