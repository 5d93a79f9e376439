import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import author from '#i18n/en/author.json';
import { fileIn, nightsFiles, visit, withDraft } from './author-harness.tsx';

const NIGHT = 'concepts/work/night.md';
const NOTE = 'notes/note.md';
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

URL.createObjectURL = () => 'blob:picture';
URL.revokeObjectURL = () => undefined;

async function open(file: string) {
  const { stores, id } = await withDraft();
  const user = await visit(`/author/${id}?file=${encodeURIComponent(file)}`, stores);
  return { stores, user, id };
}

test('a field changes its stretch of the source and no other letter', async () => {
  const { stores, user } = await open(NIGHT);
  const field = await screen.findByLabelText('Question (English)');
  await user.clear(field);
  await user.type(field, 'What shines?');
  await user.tab();
  expect(fileIn(stores, NIGHT)).toBe(
    nightsFiles.get(NIGHT)?.replace('## What helps?', '## What shines?'),
  );
});

const typedIn = async (words: string) => {
  const opened = await open(NIGHT);
  const field = await screen.findByLabelText('Question (English)');
  fireEvent.change(field, { target: { value: words } });
  const now = () => fileIn(opened.stores, NIGHT) ?? '';
  expect(field).toHaveProperty('value', words);
  expect(now()).not.toContain(words);
  return { ...opened, field, now };
};

test('while letters come they wait for nothing, and a pause brings them into the source', async () => {
  const { now } = await typedIn('What shines?');
  await vi.waitFor(() => expect(now()).toContain('## What shines?'));
});

test.each([
  ['the field is left', (field: Element) => fireEvent.blur(field)],
  ['the page goes out of sight', () => fireEvent(document, new Event('visibilitychange'))],
  ['the form is closed', () => cleanup()],
])('what was typed stands in the source at once when %s', async (_, leave) => {
  const { field, now } = await typedIn('What shines?');
  leave(field);
  expect(now()).toContain('## What shines?');
});

test('what is refused only when the field is left stays in it with the reason, until it is left again', async () => {
  const { stores } = await open(NIGHT);
  const field = await screen.findByLabelText('Situation (English)');
  const refused = 'It is dark.\n\n## What helps?';
  fireEvent.change(field, { target: { value: refused } });
  fireEvent.blur(field);
  expect(field).toHaveProperty('value', refused);
  expect(screen.getByText(author.fieldRefused)).toBeTruthy();
  expect(fileIn(stores, NIGHT)).toBe(nightsFiles.get(NIGHT));
  fireEvent.focus(field);
  fireEvent.blur(field);
  expect(field).toHaveProperty('value', 'It is ==dark== here.');
  expect(screen.queryByText(author.fieldRefused)).toBeNull();
});

test('what is refused stays in its field while another window is looked at', async () => {
  const { stores } = await open(NIGHT);
  const field = await screen.findByLabelText('Situation (English)');
  act(() => field.focus());
  const refused = 'It is dark.\n\n## What helps?';
  fireEvent.change(field, { target: { value: refused } });
  expect((await screen.findByRole('alert')).textContent).toBe(author.fieldRefused);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  // A window that is left tells its field so, which keeps the focus.
  fireEvent.blur(field);
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', refused);
  expect(screen.getByText(author.fieldRefused)).toBeTruthy();
  act(() => field.blur());
  expect(field).toHaveProperty('value', 'It is ==dark== here.');
  expect(field.getAttribute('aria-invalid')).toBeNull();
  expect(fileIn(stores, NIGHT)).toBe(nightsFiles.get(NIGHT));
});

test('what is refused as its form closes is shown, to be copied', async () => {
  const { stores, user } = await open(NIGHT);
  const other = await screen.findByRole('treeitem', { name: /Night work/ });
  const field = await screen.findByLabelText('Situation (English)');
  act(() => field.focus());
  fireEvent.change(field, { target: { value: 'It is dark.\n\n## What helps?' } });
  await user.click(other);
  await screen.findByLabelText('Title (English)');
  const notice = await screen.findByText(author.wordsLostBody);
  expect(notice.parentElement?.textContent).toContain('It is dark.\n\n## What helps?');
  expect(fileIn(stores, NIGHT)).toBe(nightsFiles.get(NIGHT));
  await user.click(screen.getByRole('button', { name: author.wordsLostClose }));
  expect(screen.queryByText(author.wordsLostBody)).toBeNull();
});

test('nothing is called lost that was given up, or stands in the source', async () => {
  const { stores, user } = await open(NIGHT);
  const other = await screen.findByRole('treeitem', { name: /Night work/ });
  const field = await screen.findByLabelText('Situation (English)');
  act(() => field.focus());
  fireEvent.change(field, { target: { value: 'It is dark.\n\n## What helps?' } });
  expect(await screen.findByText(author.fieldRefused)).toBeTruthy();
  fireEvent.change(field, { target: { value: 'It is dark.' } });
  await user.click(other);
  await screen.findByLabelText('Title (English)');
  expect(fileIn(stores, NIGHT)).toContain('It is dark.\n\n## What helps?');
  expect(screen.queryByText(author.wordsLostBody)).toBeNull();
});

test('a page that closes while something is typed asks first', async () => {
  const { now } = await typedIn('What shines?');
  expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(false);
  expect(now()).toContain('## What shines?');
});

test('the titles in the contents stay while another part is opened', async () => {
  const { user } = await open(NIGHT);
  const titled = () => screen.queryByRole('treeitem', { name: /What helps/ });
  await vi.waitFor(() => expect(titled()).not.toBeNull());
  const seen: boolean[] = [];
  const tree = screen.getByRole('tree');
  const watch = new MutationObserver(() => seen.push(titled() !== null));
  watch.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
  await user.click(screen.getByRole('treeitem', { name: /Night work/ }));
  await screen.findByLabelText('Title (English)');
  await new Promise((resume) => setTimeout(resume, 50));
  watch.disconnect();
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every(Boolean)).toBe(true);
});

test('a picture is added with its words, and removed with its bytes', async () => {
  const { stores, user } = await open(NIGHT);
  await user.click(await screen.findByRole('button', { name: 'Add a picture' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Add a picture' }));
  await user.upload(
    dialog.getByLabelText('Choose a picture', { selector: 'input' }),
    new File([png], 'Dark room.png', { type: 'image/png' }),
  );
  expect(await dialog.findByText('Dark room.png')).toBeTruthy();
  await user.type(dialog.getByLabelText('Words for it'), 'A dark room');
  await user.selectOptions(dialog.getByLabelText('At the end of'), 'What decides (日本語)');
  await user.click(dialog.getByRole('button', { name: 'Add' }));
  expect(fileIn(stores, NIGHT)).toContain('暗いからです。\n\n![A dark room](media/Dark-room.png)');
  const words = await screen.findByLabelText('Words for Dark-room.png');
  await user.type(words, ' at night');
  await user.tab();
  expect(fileIn(stores, NIGHT)).toContain('![A dark room at night](media/Dark-room.png)');
  await user.click(screen.getByRole('button', { name: 'Remove Dark-room.png' }));
  expect(fileIn(stores, NIGHT)).toBe(nightsFiles.get(NIGHT));
});

test('what is typed while a picture is read stays', async () => {
  const { stores, user } = await open(NIGHT);
  await user.click(await screen.findByRole('button', { name: 'Add a picture' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Add a picture' }));
  const choose = dialog.getByLabelText('Choose a picture', { selector: 'input' });
  await user.upload(choose, new File([png], 'dark.png', { type: 'image/png' }));
  await user.type(dialog.getByLabelText('Words for it'), 'A dark room');
  await user.click(dialog.getByRole('button', { name: 'Add' }));
  const reading: ((bytes: ArrayBuffer) => void)[] = [];
  const slow = Object.assign(new File([png], 'light.png', { type: 'image/png' }), {
    arrayBuffer: () => new Promise<ArrayBuffer>((resolve) => reading.push(resolve)),
  });
  const replace = await screen.findByLabelText('Replace dark.png', { selector: 'input' });
  await user.upload(replace, slow);
  await user.type(screen.getByLabelText('Question (English)'), ' Now?');
  await user.tab();
  for (const end of reading) end(png.buffer);
  await vi.waitFor(() => expect(fileIn(stores, NIGHT)).toContain('media/light.png'));
  expect(fileIn(stores, NIGHT)).toContain('## What helps? Now?');
});

test('a picture that the browser does not give is told as such', async () => {
  const { user } = await open(NIGHT);
  await user.click(await screen.findByRole('button', { name: 'Add a picture' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Add a picture' }));
  const gone = Object.assign(new File([png], 'dark.png', { type: 'image/png' }), {
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
  });
  const choose = dialog.getByLabelText('Choose a picture', { selector: 'input' });
  await user.upload(choose, gone);
  expect((await dialog.findByRole('alert')).textContent).toBe(author.filesUnread);
  await user.upload(choose, new File([png], 'dark.png', { type: 'image/png' }));
  expect(await dialog.findByText('dark.png')).toBeTruthy();
  expect(dialog.queryByRole('alert')).toBeNull();
});

test('what is no picture is refused with the reason', async () => {
  const { stores, user } = await open(NIGHT);
  await user.click(await screen.findByRole('button', { name: 'Add a picture' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Add a picture' }));
  await user.upload(
    dialog.getByLabelText('Choose a picture', { selector: 'input' }),
    new File(['<svg/>'], 'x.png', { type: 'image/png' }),
  );
  await user.type(dialog.getByLabelText('Words for it'), 'Nothing');
  await user.click(dialog.getByRole('button', { name: 'Add' }));
  expect(dialog.getByRole('alert').textContent).toContain('x.png');
  expect(fileIn(stores, NIGHT)).toBe(nightsFiles.get(NIGHT));
});

test('a claim of a note gets its verdict, and what is true today', async () => {
  const { stores, user } = await open(NOTE);
  const claim = within(await screen.findByRole('group', { name: 'Claim 1' }));
  await user.selectOptions(claim.getByLabelText('Verdict'), 'Outdated');
  await user.type(claim.getByLabelText('What is true today (English)'), 'There are lamps.');
  await user.tab();
  expect(fileIn(stores, NOTE)).toContain('verdict: outdated');
  expect(fileIn(stores, NOTE)).toContain('- (1) Night is dark.\n  > There are lamps.');
  expect(fileIn(stores, NOTE)).toContain('unasked: too plain');
});

test('claims and references are added to a note, and one refers to the other', async () => {
  const { stores, user } = await open(NOTE);
  await user.click(await screen.findByRole('button', { name: 'Add a claim' }));
  await user.click(screen.getByRole('button', { name: 'Add a reference' }));
  const claim = within(await screen.findByRole('group', { name: 'Claim 2' }));
  await user.click(claim.getByRole('checkbox', { name: 'Shown by page-1' }));
  const text = fileIn(stores, NOTE);
  expect(text).toContain('- (2) New claim');
  expect(text).toMatch(/2: \{ verdict: unverified, references: \[ page-1 \] \}/);
});

test('a reference and a domain get an id that no other has, though one was taken out', async () => {
  const { stores, user, id } = await open(NOTE);
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  for (const name of [
    'Add a reference',
    'Add a reference',
    'Remove reference 1',
    'Add a reference',
  ])
    await press(name);
  expect(fileIn(stores, NOTE).match(/page-\d/g)).toEqual(['page-2', 'page-3']);
  cleanup();
  await visit(`/author/${id}?file=pack.yaml`, stores);
  for (const name of ['Add a domain', 'Remove nights', 'Add a domain']) await press(name);
  expect(fileIn(stores, 'pack.yaml').match(/id: domain-\d/g)).toEqual([
    'id: domain-3',
    'id: domain-4',
  ]);
});

test('the number of a claim that was taken out is given to no other', async () => {
  const { stores, user } = await open(NOTE);
  await user.click(await screen.findByRole('button', { name: 'Add a claim' }));
  await user.click(await screen.findByRole('button', { name: 'Remove claim 2' }));
  await user.click(screen.getByRole('button', { name: 'Add a claim' }));
  expect(await screen.findByRole('group', { name: 'Claim 3' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Claim 2' })).toBeNull();
  expect(fileIn(stores, NOTE)).toContain('- (3) New claim');
  expect(fileIn(stores, NOTE)).not.toContain('(2)');
});

test('what is replaced is what stands in the field, though what is found follows later', async () => {
  const { stores, user } = await open(NIGHT);
  await user.click(await screen.findByRole('button', { name: author.searchReplace }));
  const dialog = within(screen.getByRole('dialog', { name: author.searchReplace }));
  await user.type(dialog.getByLabelText(author.findWords), 'It');
  await user.type(dialog.getByLabelText(author.replaceBy), 'All');
  const replace = dialog.getByRole('button', { name: /^Replace \d/ });
  act(() => {
    fireEvent.change(dialog.getByLabelText(author.findWords), { target: { value: 'It shines' } });
    fireEvent.click(replace);
  });
  expect(fileIn(stores, NIGHT)).toContain('> All.');
  expect(fileIn(stores, NIGHT)).toContain('It is ==dark== here.');
});

test('many scenarios get a reference at once, and a page that has moved is changed everywhere', async () => {
  const { stores, user } = await open(NIGHT);
  await user.click(await screen.findByRole('button', { name: 'Edit many' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Edit many' }));
  await user.click(dialog.getByRole('button', { name: 'Choose all' }));
  await user.type(dialog.getByLabelText('Id'), 'guide');
  await user.type(dialog.getByLabelText('Address'), 'example.org/guide');
  await user.type(dialog.getByLabelText('Title of the page'), 'The guide');
  await user.click(dialog.getByRole('button', { name: 'Set the reference' }));
  expect(fileIn(stores, NIGHT)).toContain('https://example.org/guide');
  expect(fileIn(stores, NIGHT)).toContain('{ id: page, url: https://example.org/, title: A page }');

  await user.click(screen.getByRole('button', { name: 'Edit many' }));
  const again = within(screen.getByRole('dialog', { name: 'Edit many' }));
  await user.selectOptions(again.getByLabelText('Address as it is now'), 'https://example.org/');
  await user.type(again.getByLabelText('New address'), 'example.com/new');
  await user.click(again.getByRole('button', { name: 'Change it everywhere' }));
  expect(fileIn(stores, NIGHT)).toContain('url: https://example.com/new');
  expect(fileIn(stores, NIGHT)).toContain('https://example.org/guide');
});
