import { createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { WordsProvider } from './words.tsx';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createI18n } from '#i18n/i18n.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { Coded } from './Coded.tsx';
import { Dialog } from './Dialog.tsx';
import { FileDrop } from './FileDrop.tsx';
import { withDialogs } from './dialogs-for-tests.ts';
import { LanguageToggle, languageName, nextLanguage } from './LanguageToggle.tsx';
import { Menu } from './Menu.tsx';
import { Meter } from './Meter.tsx';
import { Notice } from './Notice.tsx';
import { Segmented } from './Segmented.tsx';

beforeAll(withDialogs);

async function show(children: ReactNode) {
  const i18n = await createI18n('en');
  render(<WordsProvider i18n={i18n}>{children}</WordsProvider>);
  return userEvent.setup();
}

describe('a button', () => {
  test('that is blocked keeps its focus, says why, and does nothing', async () => {
    const onClick = vi.fn<() => void>();
    const onBlocked = vi.fn<() => void>();
    const user = await show(
      <Button blocked="Choose one first." onClick={onClick} onBlocked={onBlocked}>
        Go
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Go', description: 'Choose one first.' });
    await user.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(onBlocked).toHaveBeenCalledOnce();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
    await waitFor(() =>
      expect(screen.getByRole('status').textContent?.trim()).toBe('Choose one first.'),
    );
  });

  test('names its key for those who listen, and draws it for those who see', async () => {
    await show(<Button cap="Enter">Next</Button>);
    const button = screen.getByRole('button', { name: 'Next' });
    expect(button.getAttribute('aria-keyshortcuts')).toBe('Enter');
    expect(button.textContent).toBe('Next↵');
  });

  test('never submits a form by accident', async () => {
    await show(<Button>Go</Button>);
    expect(screen.getByRole('button').getAttribute('type')).toBe('button');
  });
});

test('the same words are announced twice if they are said twice', () => {
  vi.useFakeTimers();
  announce('Saved.');
  vi.runAllTimers();
  const region = screen.getByRole('status');
  const first = region.textContent;
  announce('Saved.');
  vi.runAllTimers();
  vi.useRealTimers();
  expect(first?.trim()).toBe('Saved.');
  expect(region.textContent?.trim()).toBe('Saved.');
  expect(region.textContent).not.toBe(first);
});

describe('a dialog', () => {
  test('has a name, and closes by its button, Escape and the ground beside it', async () => {
    const onClose = vi.fn<() => void>();
    const user = await show(
      <Dialog title="Keys" onClose={onClose}>
        <p>words</p>
      </Dialog>,
    );
    const dialog = screen.getByRole('dialog', { name: 'Keys' });
    await user.click(screen.getByText('words'));
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(dialog);
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    expect(onClose).toHaveBeenCalledTimes(3);
  });
});

describe('a menu', () => {
  const items = [
    { value: 'a', label: 'Alpha' },
    { value: 'b', label: 'Beta' },
    { value: 'c', label: 'Gamma' },
  ] as const;

  test('opens on what is chosen, goes round, and gives the focus back', async () => {
    const onChoose = vi.fn<(value: string) => void>();
    const user = await show(
      <Menu label="Letter" items={items} value="b" onChoose={onChoose}>
        Beta
      </Menu>,
    );
    const button = screen.getByRole('button', { name: 'Letter' });
    await user.click(button);
    expect(document.activeElement?.textContent).toBe('Beta');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Alpha');
    await user.keyboard('{End}{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('c');
    expect(document.activeElement).toBe(button);
  });

  test('closes by Escape and by leaving, and chooses nothing', async () => {
    const onChoose = vi.fn<(value: string) => void>();
    const user = await show(
      <>
        <Menu label="Letter" items={items} onChoose={onChoose}>
          Letter
        </Menu>
        <button type="button">after</button>
      </>,
    );
    await user.click(screen.getByRole('button', { name: 'Letter' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Letter' }));
    await user.click(screen.getByRole('button', { name: 'after' }));
    expect(screen.queryByRole('menu')).toBeNull();
    expect(onChoose).not.toHaveBeenCalled();
  });
});

describe('languages', () => {
  test('are named in themselves', () => {
    expect([languageName('ja'), languageName('en')]).toEqual(['日本語', 'English']);
  });

  test('go round', () => {
    expect(nextLanguage(['en', 'ja', 'ko'], 'ko')).toBe('en');
    expect(nextLanguage(['en', 'ja'], 'fr')).toBe('en');
  });

  test('are shown with the present one pressed', async () => {
    const onChange = vi.fn<(language: string) => void>();
    const user = await show(
      <LanguageToggle label="Language" languages={['en', 'ja']} value="en" onChange={onChange} />,
    );
    expect(screen.getByRole('button', { pressed: true }).textContent).toContain('English');
    await user.click(screen.getByRole('button', { name: '日本語' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('ja');
  });

  test('alone leave nothing to choose', async () => {
    await show(
      <LanguageToggle label="Language" languages={['en']} value="en" onChange={() => undefined} />,
    );
    expect(screen.queryByRole('group')).toBeNull();
  });
});

function Minutes() {
  const [value, setValue] = useState(15);
  const segments = [5, 15, 30].map((minutes) => ({ value: minutes, label: `${minutes} min` }));
  return <Segmented legend="How long?" segments={segments} value={value} onChange={setValue} />;
}

test('one of a few is chosen by its words', async () => {
  const user = await show(<Minutes />);
  expect(screen.getByRole('group', { name: 'How long?' })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: '30 min' }));
  expect(screen.getByRole('radio', { name: '30 min', checked: true })).toBeTruthy();
  expect(screen.getByRole('radio', { name: '15 min', checked: false })).toBeTruthy();
});

test('a meter says how far, in its own words', async () => {
  await show(<Meter label="Progress" value={7} max={18} words="7 of 18" />);
  const meter = screen.getByRole('progressbar', { name: 'Progress' });
  expect(meter.getAttribute('value')).toBe('7');
  expect(meter.getAttribute('aria-valuetext')).toBe('7 of 18');
});

test('a file can be dropped or chosen, the same one once more', async () => {
  const onFile = vi.fn<(file: File) => void>();
  const user = await show(
    <FileDrop
      name="drop"
      words="Drop it"
      over="Let go"
      choose="Choose"
      accept=".json"
      onFile={onFile}
    />,
  );
  const words = screen.getByText('Drop it');
  fireEvent.dragOver(words);
  expect(words.textContent).toBe('Let go');
  // jsdom does not say where to.
  const leaveTo = (relatedTarget: Element) =>
    fireEvent(words, Object.assign(createEvent.dragLeave(words), { relatedTarget }));
  leaveTo(screen.getByRole('button', { name: 'Choose' }));
  expect(words.textContent).toBe('Let go');
  leaveTo(document.body);
  expect(words.textContent).toBe('Drop it');
  const file = new File(['{}'], 'a.json');
  fireEvent.dragOver(words);
  fireEvent.drop(words, { dataTransfer: { files: [file] } });
  expect(words.textContent).toBe('Drop it');
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('no file can be chosen');
  await user.upload(input, file);
  await user.upload(input, file);
  expect(onFile.mock.calls).toEqual([[file], [file], [file]]);
});

test('an empty meter has no division by nothing', async () => {
  await show(<Meter label="Progress" value={0} max={0} />);
  expect(screen.getByRole('progressbar').getAttribute('max')).toBe('1');
});

test.each([
  ['info', 'status', 'Note'],
  ['warn', 'status', 'Careful'],
  ['error', 'alert', 'Trouble'],
] as const)('a notice (%s) is a %s and says %s', async (kind, role, word) => {
  await show(
    <Notice kind={kind} action={<Button>Do it</Button>}>
      What happened.
    </Notice>,
  );
  const notices = screen.getAllByRole(role).filter((element) => element.textContent !== '');
  expect(notices.at(-1)?.textContent).toBe(`${word}What happened.Do it`);
});

describe('words with code', () => {
  test.each([
    ['Write `on:` or `at:` there.', ['on:', 'at:']],
    ['No code', []],
    ['A `lone sign', []],
  ])('%s', (text, codes) => {
    const { container } = render(<Coded text={text} />);
    const found = [...container.querySelectorAll('code')].map((code) => code.textContent);
    expect(found).toEqual(codes);
    expect(container.textContent).toBe(codes.length > 0 ? text.replaceAll('`', '') : text);
  });
});
