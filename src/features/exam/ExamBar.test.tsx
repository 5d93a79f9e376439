import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { sampleForm } from '#core/exam/sample.ts';
import { createI18n } from '#i18n/i18n.ts';
import { examStoresOf } from '#state/exam/stores.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import { WordsProvider } from '#ui/words.tsx';
import { ExamBar } from './ExamBar.tsx';

async function open() {
  const stores = await memoryStores();
  const { exams, sitting } = examStoresOf(stores);
  await exams.getState().open();
  exams.getState().begin(sampleForm());
  const [attempt] = exams.getState().attempts;
  if (attempt === undefined) throw new Error('nothing was begun');
  sitting.getState().enter(attempt);
  const i18n = await createI18n('en', ['exam', 'question', 'common']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <ExamBar attempt={attempt} />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return { user: userEvent.setup(), sitting };
}

test('the clock has a name, shown or hidden, and stays as it is through the review', async () => {
  const { user, sitting } = await open();
  const clock = await screen.findByRole('button', { name: /^\d+:\d\d left, hide the time/ });
  await user.click(clock);
  expect(screen.getByRole('button', { name: 'Show the time' })).toBeTruthy();
  expect(screen.queryByText(/^\d+:\d\d$/)).toBeNull();
  act(() => sitting.getState().go(null));
  expect(screen.getByRole('button', { name: 'Show the time' })).toBeTruthy();
  act(() => sitting.getState().go(2));
  await user.click(screen.getByRole('button', { name: 'Show the time' }));
  expect(screen.getByRole('timer', { name: /^\d+:\d\d left$/ })).toBeTruthy();
});
