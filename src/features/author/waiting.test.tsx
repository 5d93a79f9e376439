import { EditorView } from '@codemirror/view';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import author from '#i18n/en/author.json';
import { authorStoresOf } from '#state/author/stores.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { fileIn, nightsFiles, visit, withDraft } from './author-harness.tsx';

/** Letters that are not in the source yet, and a field that keeps the focus when a button is touched. */

const NIGHT = 'concepts/work/night.md';
const CONCEPT = 'concepts/work/concept.md';
const REFUSED = 'It is dark.\n\n## What helps?';

async function open(file: string) {
  const { stores, id } = await withDraft();
  const user = await visit(`/author/${id}?file=${encodeURIComponent(file)}`, stores);
  return { stores, user, id, now: () => fileIn(stores, file) };
}

const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

async function typeInto(label: string, words: string, group?: string): Promise<HTMLElement> {
  const place =
    group === undefined ? screen : within(await screen.findByRole('group', { name: group }));
  const field = await place.findByLabelText(label);
  act(() => field.focus());
  fireEvent.change(field, { target: { value: words } });
  return field;
}

test.each([
  [NIGHT, 'Words (English)', 'A torch', '2 (rope)', 'Remove 1', '(lamp)'],
  [
    NIGHT,
    'Words (English)',
    'A torch',
    '2 (rope)',
    'Move 2 up',
    '(lamp) A lamp\n  > It shines.\n- [ ] (rope',
  ],
  [NIGHT, 'Title of reference 1', 'A torch', undefined, 'Remove 1', '(lamp)'],
  ['notes/note.md', 'Title (English)', 'A torch', undefined, 'Remove claim 1', '- (1)'],
  ['pack.yaml', 'Name of author 1', 'A torch', undefined, 'Remove nights', 'id: nights'],
])(
  'in %s letters that wait in “%s” and what a button does in the same form both stand',
  async (file, label, words, group, button, gone) => {
    const { now } = await open(file);
    const field = await typeInto(label, words, group);
    press(button);
    expect(document.activeElement).toBe(field);
    expect(now()).toContain(words);
    expect(now()).not.toContain(gone);
    await new Promise((resume) => setTimeout(resume, 350));
    expect(now()).toContain(words);
    expect(now()).not.toContain(gone);
  },
);

test('letters that wait in a field that a button takes away go with it, and come back with it', async () => {
  const { now } = await open(NIGHT);
  await typeInto('Words (English)', 'A torch', '1 (lamp)');
  press('Remove 1');
  expect(now()).not.toContain('(lamp)');
  press(/^Undo/);
  expect(now()).toContain('(lamp) A torch');
  press(/^Undo/);
  expect(now()).toBe(nightsFiles.get(NIGHT));
});

test('letters of an author who is taken out are not shown as those of the next', async () => {
  const { now } = await open('pack.yaml');
  fireEvent.click(await screen.findByRole('button', { name: author.addAuthor }));
  await typeInto('Name of author 1', 'Ann');
  press('Remove author 1');
  expect(screen.getByLabelText('Name of author 1')).toHaveProperty('value', author.newAuthor);
  expect(now()).not.toContain('Ann');
});

const inSource = (now: () => string, words: string) =>
  vi.waitFor(() => expect(now()).toContain(words));

test.each([
  ['that wait', () => Promise.resolve()],
  ['in the source', (now: () => string) => inSource(now, 'What shines?')],
])('letters %s are taken back also in the field that keeps the focus', async (_, until) => {
  const { now } = await open(NIGHT);
  const field = await typeInto('Question (English)', 'What glows?');
  await inSource(now, 'What glows?');
  fireEvent.change(field, { target: { value: 'What shines?' } });
  await until(now);
  press(/^Undo/);
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'What glows?');
  expect(now()).toContain('## What glows?');
  press(/^Redo/);
  expect(field).toHaveProperty('value', 'What shines?');
});

test('what is typed after something was taken back is shown as it is typed', async () => {
  const { now } = await open(NIGHT);
  const field = await typeInto('Question (English)', 'What shines?');
  await inSource(now, 'What shines?');
  press(/^Undo/);
  fireEvent.change(field, { target: { value: 'What glows? ' } });
  expect(field).toHaveProperty('value', 'What glows? ');
  await inSource(now, '## What glows?');
  expect(field).toHaveProperty('value', 'What glows? ');
});

test('words that are refused as the draft is left are shown where one comes to, until they are put away', async () => {
  const { stores } = await open(NIGHT);
  await typeInto('Situation (English)', REFUSED);
  fireEvent.click(screen.getByRole('link', { name: author.toAuthor }));
  const notice = await screen.findByText(author.wordsLostBody);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(author.title);
  expect(notice.parentElement?.textContent).toContain(REFUSED);
  expect(authorStoresOf(stores).lost.getState().words).toEqual([REFUSED]);
  press(author.wordsLostClose);
  expect(screen.queryByText(author.wordsLostBody)).toBeNull();
});

test('words that are refused only as the page goes are kept', async () => {
  const { stores } = await open(NIGHT);
  await typeInto('Situation (English)', REFUSED);
  cleanup();
  expect(authorStoresOf(stores).lost.getState().words).toEqual([REFUSED]);
});

test.each([
  ['the form', () => cleanup()],
  ['the browser', () => void fireEvent(window, new Event('pagehide'))],
])(
  'words that are refused as %s is closed are shown when it is opened again, in both places',
  async (_, close) => {
    const device = newDevice();
    const stores = await memoryStores(device);
    const made = await authorStoresOf(stores).editor.getState().create(nightsFiles);
    const draft = typeof made === 'string' ? made : made.id;
    await visit(`/author/${draft}?file=${encodeURIComponent(NIGHT)}`, stores);
    await typeInto('Situation (English)', REFUSED);
    close();
    const later = await memoryStores(device);
    expect(authorStoresOf(later).lost.getState().words).toEqual([REFUSED]);
    cleanup();
    for (const address of [`/author/${draft}`, '/author']) {
      await visit(address, later);
      const notice = await screen.findByText(author.wordsLostBody);
      expect(notice.parentElement?.textContent).toContain(REFUSED);
      if (address === '/author') press(author.wordsLostClose);
      cleanup();
    }
    await visit('/author', await memoryStores(device));
    expect(await screen.findByRole('heading', { name: author.title })).toBeTruthy();
    expect(screen.queryByText(author.wordsLostBody)).toBeNull();
  },
);

test('words of two fields that were refused are both kept', async () => {
  await open(NIGHT);
  await typeInto('Situation (English)', REFUSED);
  await typeInto('Situation (日本語)', '暗い。\n\n## 何？');
  fireEvent.click(screen.getByRole('link', { name: author.toAuthor }));
  const notice = await screen.findByText(author.wordsLostBody);
  expect(notice.parentElement?.textContent).toContain(REFUSED);
  expect(notice.parentElement?.textContent).toContain('## 何？');
});

test.each([NIGHT, 'notes/note.md', 'concepts/work/concept.md', 'pack.yaml'])(
  'while another tab has the draft, nothing in the form of %s can be pressed, until that tab is closed',
  async (file) => {
    const { stores } = await open(file);
    await screen.findAllByRole('textbox');
    const { editor } = authorStoresOf(stores);
    const setElsewhere = (isElsewhere: boolean) =>
      act(() => {
        const { open: draft } = editor.getState();
        if (draft && 'id' in draft) editor.setState({ open: { ...draft, isElsewhere } });
      });
    const form = within(screen.getByRole('region', { name: author.write }));
    const live = () =>
      ['button', 'combobox', 'checkbox'].flatMap((role) =>
        form.queryAllByRole(role).filter((one) => !one.hasAttribute('disabled')),
      );
    const before = live().length;
    expect(before).toBeGreaterThan(0);
    setElsewhere(true);
    expect(live()).toEqual([]);
    expect(screen.getByText(author.elsewhereTitle)).toBeTruthy();
    for (const name of [author.undo, author.redo, author.bulk, author.searchReplace]) {
      const button = screen.getByRole('button', { name });
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(button.title).toBe(author.elsewhereBlocked);
    }
    setElsewhere(false);
    expect(live()).toHaveLength(before);
    expect(screen.queryByText(author.elsewhereTitle)).toBeNull();
  },
);

/** The source of a file, with words typed at its end. */
async function sourceOf(file: string) {
  const opened = await open(file);
  fireEvent.click(await screen.findByRole('radio', { name: author['way-source'] }));
  const editor = await vi.waitFor(() => {
    const found = document.querySelector('.source-host')?.shadowRoot?.querySelector('.cm-editor');
    const view = found instanceof HTMLElement ? EditorView.findFromDOM(found) : null;
    if (view === null) throw new Error('no editor yet');
    return view;
  });
  const type = (insert: string) =>
    act(() => editor.dispatch({ changes: { from: editor.state.doc.length, insert } }));
  return { ...opened, editor, type };
}

test('letters in the source stand in the draft after a pause, or before a button acts', async () => {
  const { now, type, editor } = await sourceOf(NIGHT);
  const before = now();
  type('A');
  type('B');
  expect(now()).toBe(before);
  await vi.waitFor(() => expect(now()).toBe(`${before}AB`));
  type('C');
  fireEvent.click(document.body);
  expect(now()).toBe(`${before}ABC`);
  type('D');
  press(/^Undo/);
  expect(now().length).toBeLessThan(`${before}ABCD`.length);
  await vi.waitFor(() => expect(editor.state.doc.toString()).toBe(now()));
});

test('the key that undoes takes back letters that still wait, and they do not come again', async () => {
  const { now, type, editor } = await sourceOf(NIGHT);
  const before = now();
  type('A');
  fireEvent.keyDown(editor.contentDOM, { key: 'z', ctrlKey: true });
  await new Promise((resume) => setTimeout(resume, 350));
  expect(now()).toBe(before);
  expect(editor.state.doc.toString()).toBe(before);
});

test('letters in the source are kept when the page is left at once', async () => {
  const { now, stores, id, type } = await sourceOf(NIGHT);
  const before = now();
  type('A');
  cleanup();
  await visit(`/author/${id}?file=${encodeURIComponent(NIGHT)}`, stores);
  await vi.waitFor(() => expect(now()).toBe(`${before}A`));
});

test('what Tab does in the source is said to those who cannot see it', async () => {
  const { editor } = await sourceOf(NIGHT);
  const [hint] = editor.contentDOM.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = editor.contentDOM.getRootNode();
  const said = root instanceof ShadowRoot ? root.getElementById(hint ?? '') : null;
  expect(said?.textContent).toBe(author['tabHint']);
});

test.each([
  ['Copy', 'night-2'],
  ['Move', 'night'],
  ['Rename', 'late'],
])('letters that wait are in what “%s” makes of the file, and in the file', async (name, made) => {
  const files = new Map([
    ...nightsFiles,
    ['concepts/rest/concept.md', nightsFiles.get(CONCEPT) ?? ''],
  ]);
  const { stores, id } = await withDraft(files);
  await visit(`/author/${id}?file=${encodeURIComponent(NIGHT)}`, stores);
  const field = await typeInto('Question (English)', 'What shines?');
  // By touch, the field keeps the focus and the letters wait until the button is pressed.
  press(name);
  const dialog = screen.queryByRole('dialog');
  if (dialog !== null) {
    fireEvent.change(field, { target: { value: 'What shines now?' } });
    const asked = within(dialog);
    if (name === 'Rename')
      fireEvent.change(asked.getByLabelText(author.newId), { target: { value: made } });
    fireEvent.click(asked.getByRole('button', { name }));
  }
  const words = dialog === null ? '## What shines?' : '## What shines now?';
  const concept = name === 'Move' ? 'rest' : 'work';
  expect(fileIn(stores, `concepts/${concept}/${made}.md`)).toContain(words);
  expect(fileIn(stores, NIGHT).includes(words)).toBe(name === 'Copy');
});

test('letters that wait stand beside a new part', async () => {
  const { stores, id } = await withDraft();
  await visit(`/author/${id}?file=${encodeURIComponent(NIGHT)}`, stores);
  const field = await screen.findByLabelText('Question (English)');
  press(author.newScenario);
  fireEvent.change(field, { target: { value: 'What glows?' } });
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: author.add }));
  expect(fileIn(stores, NIGHT)).toContain('## What glows?');
  expect(fileIn(stores, 'concepts/work/scenario-1.md')).not.toBe('');
});
