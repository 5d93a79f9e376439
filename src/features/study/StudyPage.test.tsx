import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { samplePack } from '#core/pack/rules/sample.ts';
import feedback from '#i18n/en/feedback.json';
import question from '#i18n/en/question.json';
import { createI18n } from '#i18n/i18n.ts';
import { createTrial } from '#state/author/trial.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { WordsProvider } from '#ui/words.tsx';
import { StudyPage } from './StudyPage.tsx';

/** A session at its first question, with the feedback made out of sight. */
async function openAtQuestion() {
  const stores = await createTrial(await memoryStores(), samplePack(), () => undefined, null);
  render(
    <WordsProvider i18n={await createI18n('en', ['study', 'question', 'feedback'])}>
      <StoresProvider stores={stores}>
        <MemoryRouter>
          <StudyPage />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  await waitFor(() => expect(document.querySelector('.feedback')).not.toBeNull());
  return stores;
}

const headings = () => screen.getAllByRole('heading').map(({ textContent }) => textContent);
const status = () => document.querySelector('.visually-hidden[role="status"]')?.textContent;

function answerRight(stores: Stores) {
  const { content } = stores.session.getState();
  if (content.status !== 'ready' || content.scenario.kind !== 'single') throw new Error('not one');
  const right = content.scenario.options.find((option) => option.right)?.id;
  fireEvent.click(screen.getByRole('radio', { name: new RegExp(`Use the ${right}`) }));
  fireEvent.click(screen.getByRole('button', { name: question.certain }));
}

test('feedback that is made ahead is neither seen nor heard, and nothing is recorded', async () => {
  const stores = await openAtQuestion();
  expect(headings()).not.toContain(feedback.dontKnow);
  expect(screen.getAllByRole('article')).toHaveLength(1);
  expect(status() ?? '').toBe('');
  expect(stores.learner.getState().learner.answers).toBe(0);
});

test('the verdict is that of the answer, seen and heard, whatever was foreseen', async () => {
  const stores = await openAtQuestion();
  answerRight(stores);
  expect(await screen.findByRole('heading', { name: feedback.right })).toBeTruthy();
  await waitFor(() => expect(status()).toBe(feedback.saidRight));
  expect(document.activeElement?.textContent).toBe(feedback.right);
  expect(screen.getAllByRole('article')).toHaveLength(1);
});

test('the next question is not shown with the feedback of the one before', async () => {
  const stores = await openAtQuestion();
  answerRight(stores);
  stores.session.getState().next();
  expect(await screen.findByRole('button', { name: question.certain })).toBeTruthy();
  expect(headings()).not.toContain(feedback.right);
  await waitFor(() => expect(document.querySelector('.feedback')).not.toBeNull());
  fireEvent.click(screen.getByRole('button', { name: question.dontKnow }));
  expect(await screen.findByRole('heading', { name: feedback.dontKnow })).toBeTruthy();
});
