import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { withDialogs } from '#ui/dialogs-for-tests.ts';
import { multipleSample, singleSample } from './choice-samples.ts';
import { Desk, show, type Submit } from './harness.tsx';

beforeAll(withDialogs);

const inFileOrder = singleSample.options.map(({ id }) => id);

test('one of several is chosen and submitted by keys alone', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(
    <Desk scenario={singleSample} shown={inFileOrder} onSubmit={onSubmit} />,
  );
  await user.keyboard('2');
  expect(screen.getByRole('radio', { name: /^2 Create a CloudHSM/ })).toHaveProperty(
    'checked',
    true,
  );
  await user.keyboard('l');
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith('certain', { kind: 'single', chosen: 'hsm' });
});

test('one of several is chosen and submitted by pointer alone', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(
    <Desk scenario={singleSample} shown={inFileOrder} onSubmit={onSubmit} />,
  );
  await user.click(screen.getByText(/Import the certificates/));
  await user.click(screen.getByRole('button', { name: 'Guessing' }));
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith('guessing', { kind: 'single', chosen: 'acm' });
});

test('the options are radio buttons of one name, so the arrow keys go through them', async () => {
  await show(<Desk scenario={singleSample} />);
  const names = screen.getAllByRole('radio').map((radio) => radio.getAttribute('name'));
  expect(new Set(names).size).toBe(1);
  expect(names[0]).toBeTruthy();
});

test('the question is asked in the group that holds the options', async () => {
  await show(<Desk scenario={singleSample} />);
  const group = screen.getByRole('group', { name: 'Which design meets the requirement?' });
  expect(within(group).getAllByRole('radio')).toHaveLength(4);
});

test('digits follow what is on the screen, not the file', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(
    <Desk scenario={singleSample} shown={['disk', 'acm', 'hsm', 'kms']} onSubmit={onSubmit} />,
  );
  await user.keyboard('1k');
  expect(onSubmit).toHaveBeenCalledWith('fairly-sure', { kind: 'single', chosen: 'disk' });
});

test('an incomplete answer is not submitted, and what is missing is said', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(<Desk scenario={singleSample} onSubmit={onSubmit} />);
  const certain = screen.getByRole('button', { name: 'Certain' });
  expect(certain.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getAllByRole('button', { description: 'Choose 1 more.' })).toHaveLength(3);
  await user.click(certain);
  await user.keyboard('j');
  expect(onSubmit).not.toHaveBeenCalled();
  await vi.waitFor(() =>
    expect(screen.getAllByRole('status').at(-1)?.textContent).toContain('Choose 1 more.'),
  );
});

test('not knowing can be said at any time', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(<Desk scenario={singleSample} onSubmit={onSubmit} />);
  await user.keyboard('0');
  await user.click(screen.getByRole('button', { name: 'I don’t know' }));
  expect(onSubmit.mock.calls.map(([confidence]) => confidence)).toEqual([null, null]);
});

test('a third choice of two is refused with a sentence and changes nothing', async () => {
  const onSubmit = vi.fn<Submit>();
  const shown = multipleSample.options.map(({ id }) => id);
  const { user } = await show(<Desk scenario={multipleSample} shown={shown} onSubmit={onSubmit} />);
  expect(screen.getByText('Choose TWO')).toBeTruthy();
  await user.keyboard('2');
  expect(screen.getByText('1 of 2 chosen')).toBeTruthy();
  expect(screen.getByText('Choose 1 more.', { selector: 'p' })).toBeTruthy();
  await user.keyboard('3');
  await user.click(screen.getByRole('checkbox', { name: /^5 / }));
  expect(screen.getByText(/^Only 2 can be chosen/)).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: /^5 / })).toHaveProperty('checked', false);
  await user.keyboard('k');
  expect(onSubmit).toHaveBeenCalledWith('fairly-sure', {
    kind: 'multiple',
    chosen: ['proxy', 'firewall'],
  });
});

test('a choice that is taken away makes room, and the refusal goes', async () => {
  const shown = multipleSample.options.map(({ id }) => id);
  const { user } = await show(<Desk scenario={multipleSample} shown={shown} />);
  await user.keyboard('124');
  await user.keyboard('1');
  expect(screen.queryByText(/^Only 2/)).toBeNull();
  await user.keyboard('4');
  expect(screen.getByRole('checkbox', { name: /^4 / })).toHaveProperty('checked', true);
});

test('S and a number strike an option out; choosing it brings it back', async () => {
  const { user } = await show(<Desk scenario={singleSample} shown={inFileOrder} />);
  await user.keyboard('s');
  expect(screen.getByText('Strike out which? Press its number.')).toBeTruthy();
  await user.keyboard('3');
  const third = screen.getByRole('radio', { name: /^3 .*\(struck out\)$/ });
  expect(third).toHaveProperty('checked', false);
  await user.keyboard('3');
  expect(screen.getByRole('radio', { name: /^3 / })).toHaveProperty('checked', true);
  expect(screen.queryByRole('radio', { name: /struck out/ })).toBeNull();
});

test('a chosen option that is struck out is chosen no more', async () => {
  const { user } = await show(<Desk scenario={singleSample} shown={inFileOrder} />);
  await user.keyboard('1');
  await user.click(screen.getByRole('button', { name: 'Strike out 1' }));
  expect(screen.getByRole('radio', { name: /^1 / })).toHaveProperty('checked', false);
  await user.click(screen.getByRole('button', { name: 'Bring back 1' }));
  expect(screen.queryByRole('radio', { name: /struck out/ })).toBeNull();
});

test('S strikes the focused box out at once', async () => {
  const shown = multipleSample.options.map(({ id }) => id);
  const { user } = await show(<Desk scenario={multipleSample} shown={shown} />);
  screen.getByRole('checkbox', { name: /^4 / }).focus();
  await user.keyboard('s');
  expect(screen.getByRole('checkbox', { name: /^4 .*struck out/ })).toBeTruthy();
});

test('T switches the language in place: choice, order, struck options and focus stay', async () => {
  const { user } = await show(
    <Desk scenario={singleSample} shown={['acm', 'hsm', 'kms', 'disk']} />,
  );
  await user.keyboard('s12');
  const before = screen.getByRole('radio', { name: /^2 Create/ });
  expect(document.activeElement).toBe(before);
  await user.keyboard('t');
  const after = screen.getByRole('radio', { name: /^2 CloudHSM クラスター/ });
  expect(after).toBe(before);
  expect(after).toHaveProperty('checked', true);
  expect(document.activeElement).toBe(after);
  expect(screen.getByRole('radio', { name: /^1 証明書.*struck out/ })).toBeTruthy();
  expect(screen.getByText(/要件を満たす設計/).getAttribute('lang')).toBe('ja');
});

test('F flags, Z undoes, ? lists the keys', async () => {
  const onUndo = vi.fn<() => void>();
  const { user } = await show(<Desk scenario={singleSample} onUndo={onUndo} />);
  await user.keyboard('fz');
  expect(screen.getByRole('button', { name: 'Flag' }).getAttribute('aria-pressed')).toBe('true');
  expect(onUndo).toHaveBeenCalledOnce();
  await user.keyboard('?');
  expect(screen.getByRole('dialog', { name: 'Keys' }).textContent).toContain(
    'undo the last answer',
  );
});

test('with a list of keys open no key of the question acts', async () => {
  const { user } = await show(<Desk scenario={singleSample} />);
  await user.keyboard('?');
  within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }).focus();
  await user.keyboard('1');
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
});

test('switched off, no single key acts and none is drawn', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user } = await show(
    <Desk scenario={singleSample} singleKeys={false} onSubmit={onSubmit} />,
  );
  await user.keyboard('1fts?0');
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  expect(screen.getByRole('button', { name: 'Flag' }).getAttribute('aria-pressed')).toBe('false');
  expect(screen.getByText(/Which design/)).toBeTruthy();
  expect(onSubmit).not.toHaveBeenCalled();
  expect(screen.queryByText('J')).toBeNull();
});

test.each([
  ['with Ctrl', { ctrlKey: true }],
  ['with Alt', { altKey: true }],
  ['with Command', { metaKey: true }],
  ['held down', { repeat: true }],
  ['while a word is composed', { isComposing: true }],
  ['that ends a composition in Safari', { keyCode: 229 }],
])('a key %s is not ours', async (_how, init) => {
  await show(<Desk scenario={singleSample} />);
  fireEvent.keyDown(document.body, { key: '1', ...init });
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  fireEvent.keyDown(document.body, { key: '1' });
  expect(screen.getByRole('radio', { checked: true })).toBeTruthy();
});

test('keys are listened for only while the question is there', async () => {
  const onSubmit = vi.fn<Submit>();
  const { user, unmount } = await show(<Desk scenario={singleSample} onSubmit={onSubmit} />);
  unmount();
  await user.keyboard('0');
  expect(onSubmit).not.toHaveBeenCalled();
});

test('in an exam there is nothing to submit with, and J K L do nothing', async () => {
  const { user } = await show(<Desk scenario={singleSample} shown={inFileOrder} />);
  await user.keyboard('2jkl0');
  expect(screen.queryByRole('button', { name: 'Certain' })).toBeNull();
  expect(screen.getByRole('radio', { name: /^2 / })).toHaveProperty('checked', true);
});

test('words that decide are not marked while the question is asked', async () => {
  const { container } = await show(<Desk scenario={singleSample} />);
  expect(screen.getByText(/only the company controls/)).toBeTruthy();
  expect(container.querySelector('mark')).toBeNull();
});

test('the question takes the focus when a page asks for it', async () => {
  await show(<Desk scenario={singleSample} takesFocus />);
  expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Question' }));
});
