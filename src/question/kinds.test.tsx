import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { Desk, show, type Submit } from './harness.tsx';
import { loadKinds } from './KindView.tsx';
import { matchingSample, orderingSample, shortSample } from './samples.ts';

// As after the first question: the parts of the rarer kinds are there.
beforeAll(async () => {
  await loadKinds();
});

const pool = ['task', 'reboot', 'create', 'endpoints'];
const laid = () =>
  screen
    .getAllByRole('button', { name: /^Take away/ })
    .map((button) => button.getAttribute('aria-label')?.replace('Take away: ', ''));

test('steps are put in order by keys alone', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(<Desk scenario={orderingSample} shown={pool} onSubmit={onSubmit} />);
  await screen.findByRole('group', { name: /In which order/ });
  await user.keyboard('341k');
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith('fairly-sure', {
    kind: 'ordering',
    order: ['create', 'endpoints', 'task'],
  });
});

test('steps are put in order by pointer: appended, moved, taken away', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(<Desk scenario={orderingSample} shown={pool} onSubmit={onSubmit} />);
  await user.click(await screen.findByRole('button', { name: /^1 Create the task/ }));
  await user.click(screen.getByRole('button', { name: /^2 Reboot/ }));
  await user.click(screen.getByRole('button', { name: /^3 Create the replication/ }));
  expect(screen.getByText('3 of 3 in order')).toBeTruthy();
  await user.click(
    screen.getByRole('button', { name: 'Move up: Create the replication instance' }),
  );
  await user.click(screen.getByRole('button', { name: 'Take away: Reboot the source database' }));
  await user.click(screen.getByRole('button', { name: /^4 Create the endpoints/ }));
  await user.click(screen.getByRole('button', { name: 'Move down: Create the task' }));
  await user.click(screen.getByRole('button', { name: 'Move down: Create the task' }));
  expect(laid()).toEqual([
    'Create the replication instance',
    'Create the endpoints',
    'Create the task',
  ]);
  await user.click(screen.getByRole('button', { name: 'Certain' }));
  expect(onSubmit.mock.calls[0]?.[1]).toEqual({
    kind: 'ordering',
    order: ['create', 'endpoints', 'task'],
  });
});

test('the focus follows a step that moves, and goes back to the steps when one is taken away', async () => {
  const { user } = await show(<Desk scenario={orderingSample} shown={pool} />);
  await screen.findByText('0 of 3 in order');
  await user.keyboard('12');
  screen.getByRole('button', { name: 'Move up: Reboot the source database' }).focus();
  await user.keyboard('{Enter}');
  expect(laid()[0]).toBe('Reboot the source database');
  expect(document.activeElement).toBe(
    screen.getByRole('button', { name: 'Move up: Reboot the source database' }),
  );
  screen.getByRole('button', { name: 'Take away: Reboot the source database' }).focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^2 Reboot/ }));
});

test('one step more than wanted is refused with a sentence', async () => {
  const { user } = await show(<Desk scenario={orderingSample} shown={pool} />);
  await screen.findByText('0 of 3 in order');
  await user.keyboard('1234');
  expect(screen.getByText('3 steps are wanted. Take one away first.')).toBeTruthy();
  expect(laid()).toHaveLength(3);
});

test('each line is matched by keys alone', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(
    <Desk scenario={matchingSample} shown={['404', '500', '403']} onSubmit={onSubmit} />,
  );
  const first = await screen.findByRole('combobox', { name: /blocked country/ });
  await user.keyboard('1');
  expect(document.activeElement).toBe(first);
  // jsdom has no list to search in by typing; a browser's select takes "C".
  await user.selectOptions(first, 'C. 403');
  await user.tab();
  const second = screen.getByRole('combobox', { name: /was deleted/ });
  expect(document.activeElement).toBe(second);
  await user.keyboard('j');
  expect(onSubmit).not.toHaveBeenCalled();
  await user.selectOptions(second, 'A. 404');
  expect(screen.getByText('2 of 2 matched')).toBeTruthy();
  await user.tab();
  await user.keyboard('j');
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith('guessing', {
    kind: 'matching',
    pairs: [
      ['page', '403'],
      ['gone', '404'],
    ],
  });
});

test('a match can be taken back', async () => {
  const { user } = await show(<Desk scenario={matchingSample} onSubmit={vi.fn<Submit>()} />);
  const first = await screen.findByRole('combobox', { name: /blocked country/ });
  await user.selectOptions(first, '404');
  await user.selectOptions(first, 'Choose …');
  expect(screen.getByText('0 of 2 matched')).toBeTruthy();
  expect(screen.getByText('2 lines have no choice yet.', { selector: 'p' })).toBeTruthy();
});

test('choices are listed with their letters in the shown order', async () => {
  await show(<Desk scenario={matchingSample} shown={['404', '500', '403']} />);
  const list = await screen.findByRole('list', { name: 'Choices' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['A 404', 'B 500', 'C 403']);
});

test('an answer is typed, ended with Enter, and submitted by a key', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(<Desk scenario={shortSample} onSubmit={onSubmit} />);
  const field = await screen.findByRole('textbox', { name: /Which command.*Your answer/ });
  await user.click(field);
  await user.keyboard(':set l0jnumber');
  expect(onSubmit).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'How sure are you?' }));
  await user.keyboard('l');
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith('certain', {
    kind: 'short',
    typed: ':set l0jnumber',
  });
});

test.each([
  ['isComposing', { isComposing: true }],
  ['the code 229 of Safari', { keyCode: 229 }],
])('the Enter that ends a composition, told by %s, leaves the answer open', async (_how, init) => {
  await show(<Desk scenario={shortSample} onSubmit={vi.fn<Submit>()} />);
  const field = await screen.findByRole('textbox');
  field.focus();
  fireEvent.keyDown(field, { key: 'Enter', ...init });
  expect(document.activeElement).toBe(field);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(document.activeElement).not.toBe(field);
});

test('nothing but blanks is no answer', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(<Desk scenario={shortSample} onSubmit={onSubmit} />);
  await user.type(await screen.findByRole('textbox'), '   ');
  await user.click(screen.getByRole('button', { name: 'Certain' }));
  expect(onSubmit).not.toHaveBeenCalled();
  expect(screen.getByText('Type an answer.', { selector: 'p' })).toBeTruthy();
});

const toJapanese = { name: '日本語' };

test('steps in order stay when the language is switched', async () => {
  const { user } = await show(<Desk scenario={orderingSample} shown={pool} />);
  await screen.findByText('0 of 3 in order');
  await user.keyboard('31');
  await user.click(screen.getByRole('button', toJapanese));
  expect(screen.getByRole('heading', { name: 'どの順に設定しますか。' })).toBeTruthy();
  expect(laid()).toEqual(['レプリケーションインスタンスを作る', 'タスクを作る']);
});

test('matches stay when the language is switched', async () => {
  const { user } = await show(<Desk scenario={matchingSample} />);
  await user.selectOptions(await screen.findByRole('combobox', { name: /blocked/ }), '404');
  await user.click(screen.getByRole('button', toJapanese));
  expect(screen.getByRole('combobox', { name: /遮断/ })).toHaveProperty('value', '404');
});

test('what was typed stays when the language is switched', async () => {
  const { user } = await show(<Desk scenario={shortSample} />);
  await user.type(await screen.findByRole('textbox'), ':set nu');
  await user.click(screen.getByRole('button', toJapanese));
  expect(screen.getByRole('textbox', { name: /行番号/ })).toHaveProperty('value', ':set nu');
});
