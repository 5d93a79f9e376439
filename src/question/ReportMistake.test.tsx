import { screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Contact } from '#core/pack/model.ts';
import { show } from './harness.tsx';
import { ReportMistake } from './ReportMistake.tsx';

// jsdom has the element, but not what opens it.
function showModal(this: HTMLDialogElement) {
  this.open = true;
}
function close(this: HTMLDialogElement) {
  this.open = false;
}
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, { showModal, close });
});

const opened = (contact: Contact, onClose = () => {}, onReported = () => {}) =>
  show(
    <ReportMistake
      pack={{
        uid: 'packpackpack',
        version: '1.2.0',
        title: { en: 'Key notes' },
        languages: ['en', 'ja'],
        contact,
      }}
      concept="offload"
      scenario={{ id: 's1', textRev: 't1', keyRev: 'k1' }}
      language="ja"
      onReported={onReported}
      onClose={onClose}
    />,
  );

const whole = () => {
  const field = screen.getByLabelText('The report as it will be copied', { selector: 'textarea' });
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('no text area');
  return field;
};

test('the report names the pack, the question, its revisions and the language', async () => {
  const { user } = await opened({});
  await user.type(screen.getByLabelText('What is wrong'), 'Choice 2 is right.');
  await user.type(screen.getByLabelText(/What would be right/), 'CloudHSM');
  expect(whole().value).toBe(
    [
      'Pack: Key notes (packpackpack), version 1.2.0',
      'Question: offload/s1',
      'Language: ja',
      'Revision of the text: t1, of the answer: k1',
      '',
      'What is wrong',
      'Choice 2 is right.',
      '',
      'What would be right (if you know)',
      'CloudHSM',
    ].join('\n'),
  );
});

test('it is copied, and that is said until something changes', async () => {
  const { user } = await opened({});
  await user.type(screen.getByLabelText('What is wrong'), 'All.');
  await user.click(screen.getByRole('button', { name: 'Copy the report' }));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toContain('What is wrong\nAll.');
  await user.type(screen.getByLabelText('What is wrong'), 'More.');
  expect(screen.queryByText('Copied.')).toBeNull();
});

test('where the browser refuses to copy, the text is selected', async () => {
  const { user } = await opened({});
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: () => Promise.reject(new Error('denied')) },
  });
  await user.click(screen.getByRole('button', { name: 'Copy the report' }));
  expect(await screen.findByText(/does not let the page copy/)).toBeTruthy();
  expect(document.activeElement).toBe(whole());
  expect(whole().selectionEnd).toBe(whole().value.length);
});

test('a mail and an issue are offered where the pack names them', async () => {
  await opened({ mail: 'a@example.org', issues: 'https://example.org/new' });
  expect(screen.getByRole('link', { name: 'Write a mail' }).getAttribute('href')).toMatch(
    /^mailto:a@example\.org\?subject=/,
  );
  expect(screen.getByRole('link', { name: 'Open an issue' }).getAttribute('href')).toMatch(
    /^https:\/\/example\.org\/new\?title=/,
  );
});

test('without an address it says whom to give it to, and that nothing is sent', async () => {
  await opened({});
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByText(/names no address/)).toBeTruthy();
  expect(screen.getByText(/Mondo sends nothing by itself/)).toBeTruthy();
});

test('it can be closed', async () => {
  let isClosed = false;
  const { user } = await opened({}, () => {
    isClosed = true;
  });
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(isClosed).toBe(true);
});

test('it is saved as a file that the author can open at the place, and that it was reported is said', async () => {
  const saved: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      saved.push(blob);
      return 'blob:x';
    },
    revokeObjectURL: () => undefined,
  });
  const reported = vi.fn<() => void>();
  const { user } = await opened({}, () => {}, reported);
  await user.type(screen.getByLabelText('What is wrong'), ' All of it. ');
  await user.click(screen.getByRole('button', { name: 'Save as a file' }));
  expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual({
    report: 1,
    pack: 'packpackpack',
    version: '1.2.0',
    concept: 'offload',
    scenario: 's1',
    textRev: 't1',
    keyRev: 'k1',
    language: 'ja',
    wrong: 'All of it.',
  });
  expect(reported).toHaveBeenCalledOnce();
});
