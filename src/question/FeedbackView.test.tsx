import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Response } from '#core/answer/response.ts';
import { withDialogs } from '#ui/dialogs-for-tests.ts';
import { multipleSample, singleSample } from './choice-samples.ts';
import { aged, feedback, soon } from './feedback-sample.ts';
import { FeedbackView } from './FeedbackView.tsx';
import { show } from './harness.tsx';
import { textOf } from './sample-parts.ts';
import { matchingSample, orderingSample, shortSample } from './samples.ts';

beforeAll(withDialogs);

const verdictText = () => screen.getAllByRole('heading', { level: 2 })[1]?.textContent;
const rows = () => screen.getAllByRole('listitem').map((item) => item.textContent ?? '');

describe('the verdict', () => {
  test('takes the focus, and is said with the right answer', async () => {
    const wrong: Response = { kind: 'single', chosen: 'kms' };
    await show(<FeedbackView {...feedback(singleSample, wrong, { takesFocus: true })} />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe(verdictText()));
    await waitFor(() =>
      expect(screen.getByText('Wrong. The answer: 2').getAttribute('role')).toBe('status'),
    );
  });

  test.each([
    ['hsm', 'certain', soon, 'Right.'],
    ['hsm', 'guessing', soon, 'Right, by a guess. It comes back sooner.'],
    ['kms', 'certain', soon, 'Not this one. You were certain, so it comes back soon.'],
    ['kms', 'fairly-sure', soon, 'Not this one. It comes back soon.'],
    ['kms', null, undefined, 'Not this one.'],
  ] as const)('of %s, %s', async (chosen, confidence, next, words) => {
    const response: Response = { kind: 'single', chosen };
    await show(<FeedbackView {...feedback(singleSample, response, { confidence, next })} />);
    expect(verdictText()).toBe(words);
  });

  test('of not knowing is no blame', async () => {
    await show(<FeedbackView {...feedback(singleSample, null)} />);
    expect(verdictText()).toBe('Not known yet. It comes back soon.');
    expect(rows()[1]).toMatch(/answer$/);
  });

  test('leaves the focus alone in a preview', async () => {
    await show(<FeedbackView {...feedback(singleSample, null)} />);
    expect(document.activeElement).toBe(document.body);
  });

  test('comes a frame before the reasons; who goes on at once need not wait for them', async () => {
    const onNext = vi.fn<() => void>();
    const props = feedback(singleSample, null, { takesFocus: true, onNext });
    const { user } = await show(<FeedbackView {...props} />);
    expect(verdictText()).toBe('Not known yet. It comes back soon.');
    expect(screen.queryByRole('listitem')).toBeNull();
    await user.keyboard('{Enter}');
    expect(onNext).toHaveBeenCalledOnce();
    await waitFor(() => expect(rows()[1]).toMatch(/answer$/));
  });
});

test('it is read in order: situation, verdict, what decides, options, what has aged, references', async () => {
  const props = feedback(singleSample, { kind: 'single', chosen: 'kms' }, { aged: [aged] });
  const { container } = await show(<FeedbackView {...props} />);
  const read = container.textContent ?? '';
  const places = [
    'A payment company',
    'Which design',
    'Not this one',
    'CloudHSM can take over',
    'Keep the keys as asymmetric',
    'KMS offers no TLS offload',
    'The note has aged',
    'Checked November 20, 2026',
    'Next time:',
  ].map((words) => read.indexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('the words that decide are marked', async () => {
  const { container } = await show(<FeedbackView {...feedback(singleSample, null)} />);
  expect(container.querySelector('mark')?.textContent).toMatch(/^never leave a module/);
});

test('several options show all four states in words, and there is no partial credit', async () => {
  await show(
    <FeedbackView
      {...feedback(multipleSample, { kind: 'multiple', chosen: ['proxy', 'group'] })}
    />,
  );
  expect(screen.getByText('1 of 2 right; the exam gives no partial credit.')).toBeTruthy();
  expect(
    rows().map((row) => /(your answer, \w+|missed: it is right|rightly left)$/.exec(row)?.[0]),
  ).toEqual([
    'rightly left',
    'your answer, right',
    'missed: it is right',
    'your answer, wrong',
    'rightly left',
  ]);
});

test('an option says why, when it would be right, and whether it exists at all', async () => {
  await show(<FeedbackView {...feedback(singleSample, { kind: 'single', chosen: 'hsm' })} />);
  expect(rows()[2]).toContain('ACM serves load balancers');
  expect(rows()[2]).toContain('Right when TLS may end on a load balancer');
  expect(rows()[3]).toContain('it exists nowhere');
  expect(rows()[1]).not.toContain('Right when');
});

test('an order shows the given one, the right one with reasons, and what does not belong', async () => {
  const response: Response = { kind: 'ordering', order: ['create', 'task', 'reboot'] };
  await show(<FeedbackView {...feedback(orderingSample, response)} />);
  expect(rows()).toEqual([
    expect.stringMatching(/^Create the replication instance in its place$/),
    expect.stringMatching(/^Create the task not in its place$/),
    expect.stringMatching(/^Reboot the source database not in its place$/),
    expect.stringMatching(/^1 Create the replication.*tested from it.* in its place$/),
    expect.stringMatching(/^2 Create the endpoints.* not chosen$/),
    expect.stringMatching(/^3 Create the task.* not in its place$/),
    expect.stringMatching(/^– Reboot.* your answer, wrong$/),
  ]);
});

test('matches show the given and the right choice by their letters', async () => {
  const response: Response = {
    kind: 'matching',
    pairs: [
      ['page', '404'],
      ['gone', '404'],
    ],
  };
  const props = feedback(matchingSample, response, { shown: ['404', '500', '403'] });
  await show(<FeedbackView {...props} />);
  expect(rows()[0]).toMatch(/Your choice.?A 404.?Right choice.?C 403/);
  expect(rows()[1]).toMatch(/Your choiceA 404 right$/);
  expect(rows()[2]).toMatch(/^B 500.*Nothing is broken/);
});

test('a line without a choice is called so, and not wrong', async () => {
  await show(<FeedbackView {...feedback(matchingSample, null)} />);
  expect(rows()[0]).toMatch(/Your choice.?nothing.* not chosen$/);
});

test('a typed answer stands beside what is accepted and what is often typed', async () => {
  await show(<FeedbackView {...feedback(shortSample, { kind: 'short', typed: ':set list' })} />);
  expect(rows()).toEqual([
    expect.stringMatching(/:set number.*The whole name.*answer$/),
    expect.stringMatching(/:set nu.*answer$/),
    expect.stringMatching(/:set list.*tabs and line ends.*your answer, wrong$/),
  ]);
  expect(screen.getByText('You typed').nextElementSibling?.textContent).toBe(':set list');
});

test('a language that does not repeat bare commands shows them all the same', async () => {
  const props = feedback(shortSample, { kind: 'short', typed: ':set nu' });
  await show(<FeedbackView {...props} text={textOf(shortSample, 'ja')} language="ja" />);
  expect(rows()[0]).toContain(':set number');
  expect(rows()[1]).toMatch(/:set nu.*your answer, right$/);
});

test.each([singleSample, multipleSample, orderingSample, matchingSample, shortSample])(
  'not knowing a $kind question shows the answer and no blame',
  async (scenario) => {
    await show(<FeedbackView {...feedback(scenario, null)} />);
    expect(screen.queryByText(/your answer/)).toBeNull();
    expect(screen.queryByText(/no partial credit/)).toBeNull();
  },
);

test('an aged claim says what the note says, what is true today, since when, and where that stands', async () => {
  const props = feedback(singleSample, null, { aged: [aged], noteHref: '#/note' });
  await show(<FeedbackView {...props} />);
  const region = within(screen.getByRole('region', { name: 'The note has aged' }));
  expect(region.getByText('KMS holds symmetric keys only.')).toBeTruthy();
  expect(region.getByText('outdated, since November 25, 2019')).toBeTruthy();
  expect(region.getByText('It holds asymmetric keys too.')).toBeTruthy();
  expect(region.getByRole('link', { name: /^Asymmetric/ }).getAttribute('href')).toBe(
    'https://docs.example.org/asymm',
  );
  expect(region.getByRole('link', { name: 'See the note' }).getAttribute('href')).toBe('#/note');
});

test('references leave no trace of where the learner came from', async () => {
  await show(<FeedbackView {...feedback(singleSample, null)} />);
  const [link] = screen.getAllByRole('link');
  expect(link?.getAttribute('href')).toBe('https://docs.example.org/offload');
  expect(link?.getAttribute('rel')).toBe('noreferrer noopener');
  expect(link?.getAttribute('target')).toBe('_blank');
});

test('a mistake can be reported where the page knows how', async () => {
  const onReport = vi.fn<() => void>();
  const { user, rerender } = await show(<FeedbackView {...feedback(singleSample, null)} />);
  expect(screen.queryByRole('button', { name: 'Report a mistake' })).toBeNull();
  rerender(<FeedbackView {...feedback(singleSample, null, { onReport })} />);
  await user.click(screen.getByRole('button', { name: 'Report a mistake' }));
  expect(onReport).toHaveBeenCalledOnce();
});

test('another language changes the words, not the focus', async () => {
  const props = feedback(singleSample, null);
  const { rerender } = await show(<FeedbackView {...props} />);
  const other = document.createElement('button');
  document.body.append(other);
  other.focus();
  rerender(<FeedbackView {...props} text={textOf(singleSample, 'ja')} language="ja" />);
  expect(document.activeElement).toBe(other);
  other.remove();
});
