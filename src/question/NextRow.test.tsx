import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Rating } from '#core/memory/rating.ts';
import { studyDay } from '#core/time.ts';
import { withDialogs } from '#ui/dialogs-for-tests.ts';
import { singleSample } from './choice-samples.ts';
import { feedback, soon } from './feedback-sample.ts';
import { FeedbackView } from './FeedbackView.tsx';
import { show } from './harness.tsx';

beforeAll(withDialogs);

test.each([
  [11, true, 'again in this session, then tomorrow'],
  [10, true, 'again in this session'],
  [10, false, 'later today'],
  [11, false, 'tomorrow'],
  [17, false, 'in 7 days'],
])('due on day %i of 10, again %s: %s', async (due, again, words) => {
  const next = { ...soon, due: studyDay(due), again };
  await show(<FeedbackView {...feedback(singleSample, null, { next })} />);
  expect(screen.getByText(words)).toBeTruthy();
});

test('the rating can be overruled from a menu, by keys', async () => {
  const onOverrule = vi.fn<(rating: Rating) => void>();
  const { user } = await show(<FeedbackView {...feedback(singleSample, null, { onOverrule })} />);
  await user.click(screen.getByRole('button', { name: 'Rating: Again. Change it' }));
  expect(document.activeElement).toBe(screen.getByRole('menuitemradio', { name: 'Again' }));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onOverrule).toHaveBeenCalledExactlyOnceWith('good');
  expect(screen.queryByRole('menu')).toBeNull();
});

test('Enter goes on and Z undoes; Enter on a link stays the link’s', async () => {
  const onNext = vi.fn<() => void>();
  const onUndo = vi.fn<() => void>();
  const { user } = await show(
    <FeedbackView {...feedback(singleSample, null, { onNext, onUndo })} />,
  );
  await user.keyboard('{Enter}z');
  expect(onNext).toHaveBeenCalledOnce();
  expect(onUndo).toHaveBeenCalledOnce();
  const link = screen.getAllByRole('link')[0];
  link?.focus();
  fireEvent.keyDown(link ?? document.body, { key: 'Enter' });
  expect(onNext).toHaveBeenCalledOnce();
});

test('the Next button is pressed once by one Enter', async () => {
  const onNext = vi.fn<() => void>();
  const { user } = await show(<FeedbackView {...feedback(singleSample, null, { onNext })} />);
  screen.getByRole('button', { name: 'Next' }).focus();
  await user.keyboard('{Enter}');
  expect(onNext).toHaveBeenCalledOnce();
});

test('without single keys Enter still goes on, and Z does not undo', async () => {
  const onNext = vi.fn<() => void>();
  const onUndo = vi.fn<() => void>();
  const { user } = await show(
    <FeedbackView {...feedback(singleSample, null, { onNext, onUndo, singleKeys: false })} />,
  );
  await user.keyboard('z{Enter}');
  expect(onUndo).not.toHaveBeenCalled();
  expect(onNext).toHaveBeenCalledOnce();
});

test.each([
  ['saving', 'saving'],
  ['saved', 'saved'],
  ['fragile', 'kept in this browser; a crash may lose the last minute'],
] as const)('an answer that is %s says so', async (saved, words) => {
  await show(<FeedbackView {...feedback(singleSample, null, { saved })} />);
  expect(screen.getByText(words)).toBeTruthy();
});

test('an answer that could not be kept interrupts', async () => {
  await show(<FeedbackView {...feedback(singleSample, null, { saved: 'failed' })} />);
  expect(screen.getByRole('alert').textContent).toContain('not saved');
});
