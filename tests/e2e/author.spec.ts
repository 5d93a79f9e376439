import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, test } from './site.ts';

test.describe.configure({ timeout: 120_000 });

const phone = { width: 390, height: 844 };

/** Begins a pack, with one concept and its first scenario in hand. */
async function begin(page: Page, title = 'Night school'): Promise<void> {
  await page.getByRole('button', { name: 'New pack' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Author').fill('Hanako');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'New concept' }).click();
  await dialog.getByLabel('Title of the concept').fill('Harbour lights');
  await dialog.getByRole('button', { name: 'Add' }).click();
  const scenario = page.getByRole('treeitem', { name: /scenario-1/ });
  await scenario.click();
  // What is pressed next is about the part in hand.
  await expect(scenario).toHaveAttribute('aria-selected', 'true');
}

const options = ['A lamp', 'A rope', 'A bell', 'A drum'] as const;

/** Writes a scenario by the form alone. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Situation (English)').fill('It is ==dark== in the harbour.');
  await page.getByLabel('Question (English)').fill('What helps?');
  for (const [index, words] of options.entries()) {
    const option = page.getByRole('group', { name: new RegExp(`^${index + 1} \\(`) });
    await option.getByLabel('Words (English)').fill(words);
    await option.getByLabel(/Why it is right/).fill(index === 0 ? 'It shines.' : 'It is dark.');
    if (index > 0) await option.getByLabel(/Right when/).fill('somebody listens');
  }
  await page.getByLabel('What decides (English)').fill('The dark.');
}

const source = (page: Page) => page.getByRole('textbox', { name: /^Source of/ });

test('a pack is written from nothing by the form, and looks at once as a learner will see it', async ({
  page,
  root,
}) => {
  await open(page, root, 'author');
  await begin(page);
  await fillIn(page);
  const question = page.getByRole('article', { name: 'Question' });
  await expect(question.getByText('It is dark in the harbour.')).toBeVisible();
  await expect(question.getByText('A rope')).toBeVisible();
  await page.getByRole('radio', { name: 'Feedback' }).check();
  await expect(page.locator('.feedback mark')).toHaveText('dark');
});

test('what was written is there after a reload, and can still be taken back', async ({
  page,
  root,
}) => {
  await open(page, root, 'author');
  await begin(page);
  await page.getByLabel('Question (English)').fill('What helps?');
  await expect(page.getByText(/Saved on this device/)).toBeVisible();
  await page.waitForTimeout(1000);
  await page.reload();
  await expect(page.getByLabel('Question (English)')).toHaveValue('What helps?');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByLabel('Question (English)')).toHaveValue('');
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(page.getByLabel('Question (English)')).toHaveValue('What helps?');
});

test('the source and the form are two ways into one text, and a problem leads to its place', async ({
  page,
  root,
}) => {
  await open(page, root, 'author');
  await begin(page);
  await fillIn(page);
  await page.getByRole('radio', { name: 'Source' }).check();
  await expect(source(page)).toContainText('What helps?');
  await source(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  const problem = page.getByRole('button', { name: /does not begin with front matter/ });
  await problem.click();
  await expect(source(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(problem).toHaveCount(0);
  // Escape, then Tab leaves the text by the keyboard.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(source(page)).not.toBeFocused();
});

test('a draft is tried without touching what the learner knows', async ({ page, root }) => {
  await open(page, root, 'author');
  await begin(page);
  await fillIn(page);
  await page.getByRole('treeitem', { name: /harbour-lights/ }).click();
  await page.getByLabel(/What is to be remembered/).fill('Lights are for the dark.');
  await expect(page.getByRole('treeitem', { name: /Harbour lights/ })).toBeVisible();
  await page.getByRole('link', { name: 'Try it' }).click();
  await page.getByText('A lamp').click();
  await page.getByRole('button', { name: /Certain/ }).click();
  await expect(page.locator('.verdict-right')).toBeVisible();
  await page.getByRole('button', { name: /^Next/ }).click();
  await page.getByRole('button', { name: 'Back to the draft' }).click();
  await expect(page.getByRole('tree')).toBeVisible();
  await open(page, root, 'packs');
  await expect(page.getByText(/0 of \d+ concepts met/).first()).toBeVisible();
});

test('a problem with one remedy is mended by one tap', async ({ page, root }) => {
  await open(page, root, 'author');
  await begin(page);
  await fillIn(page);
  await page
    .getByRole('group', { name: /^2 \(/ })
    .getByLabel(/Right when/)
    .fill('it rains.');
  const problem = page.getByRole('listitem').filter({ hasText: /full stop/ });
  await problem.getByRole('button', { name: 'Mend it' }).click();
  await expect(problem).toHaveCount(0);
  await expect(page.getByRole('group', { name: /^2 \(/ }).getByLabel(/Right when/)).toHaveValue(
    'it rains',
  );
});

test('a note is pasted, a claim marked, and there is a concept that comes from it', async ({
  page,
  root,
}) => {
  await open(page, root, 'author');
  await begin(page);
  await page.getByRole('button', { name: 'New note' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title of the note').fill('Harbour');
  await dialog.getByLabel('Text of the note').fill('The lamp shines at night.');
  await dialog.getByRole('button', { name: 'Make this a claim' }).click();
  await expect(dialog.getByText('Select the words of the claim')).toBeVisible();
  await dialog.getByLabel('Text of the note').selectText();
  await dialog.getByRole('button', { name: 'Make this a claim' }).click();
  await dialog.getByRole('button', { name: 'Add the note with 1 claim' }).click();
  await page.getByRole('treeitem', { name: /The lamp shines at night/ }).click();
  await page.getByRole('radio', { name: 'Source' }).check();
  await expect(source(page)).toContainText('harbour#1');
});

test('words are replaced everywhere in one step', async ({ page, root }) => {
  await open(page, root, 'author');
  await begin(page);
  await fillIn(page);
  await page.getByRole('button', { name: 'Search and replace' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Search for').fill('lamp');
  await dialog.getByLabel('Replace by').fill('lantern');
  await dialog.getByRole('button', { name: 'Replace 1 place' }).click();
  const words = page.getByRole('group', { name: /^1 \(/ }).getByLabel('Words (English)');
  await expect(words).toHaveValue('A lantern');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(words).toHaveValue('A lamp');
});

test('parts are renamed, copied and deleted, and deleting can be taken back', async ({
  page,
  root,
}) => {
  await open(page, root, 'author');
  await begin(page);
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('New id').fill('lamp');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('radio', { name: 'Source' }).check();
  await expect(source(page)).toContainText('scenario-1');
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('treeitem', { name: 'lamp-2' })).toBeVisible();
  await page.getByRole('treeitem', { name: 'lamp-2' }).press('Delete');
  await expect(page.getByRole('treeitem', { name: 'lamp-2' })).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('treeitem', { name: 'lamp-2' })).toBeVisible();
});

test('GIFT is brought in: every item is told, and those that were taken are a draft', async ({
  page,
  root,
}) => {
  await open(page, root, 'author/import');
  const gift = '::Night:: What shines? {=lamp ~rope ~bell ~drum}\n\n::Broken:: What { ~a ~b }\n';
  await page.getByLabel('Or paste text').fill(gift);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.getByLabel('Read as')).toHaveValue('gift');
  await expect(page.getByText('Taken as they are: 1.')).toBeVisible();
  await page.getByLabel('Title', { exact: true }).fill('Old questions');
  await page.getByLabel('Author', { exact: true }).fill('Hanako');
  await page.getByRole('button', { name: 'Make a draft of 1 question' }).click();
  await page.getByRole('treeitem', { name: /What shines/ }).click();
  const preview = page.getByRole('article', { name: 'Question' });
  await expect(preview.getByText('What shines?')).toBeVisible();
});

test('a draft is exported as a pack and comes back with all its files', async ({ page, root }) => {
  await open(page, root, 'author');
  await begin(page);
  await fillIn(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('As').selectOption('folder');
  await dialog.getByRole('button', { name: 'Prepare' }).click();
  await expect(dialog.getByText('Nothing is lost.')).toBeVisible();
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  const file = await (await coming).path();
  await open(page, root, 'author/import');
  await page.getByLabel('Choose files').setInputFiles({
    name: 'night.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(file),
  });
  await expect(page.getByText(/“Night school”: concepts: 0, scenarios: 0/)).toBeVisible();
  await page.getByRole('button', { name: /Make a draft/ }).click();
  await page.getByRole('treeitem', { name: /scenario-1/ }).click();
  await expect(page.getByLabel('Question (English)')).toHaveValue('What helps?');
});

test('a second tab can read a draft, and writes when the first has let it go', async ({
  context,
  page,
  root,
}) => {
  await open(page, root, 'author');
  await begin(page);
  await expect(page.getByText(/Saved on this device/)).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText('Open in another tab')).toBeVisible();
  await page.close();
  await expect(second.getByText('Open in another tab')).toHaveCount(0);
  await second.getByLabel('Question (English)').fill('And now?');
  await expect(second.getByText(/Saved on this device/)).toBeVisible();
});

/** A note with a claim, beside the concept. */
async function addNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New note' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title of the note').fill('Harbour');
  await dialog.getByLabel('Text of the note').fill('The lamp shines at night.');
  await dialog.getByLabel('Text of the note').selectText();
  await dialog.getByRole('button', { name: 'Make this a claim' }).click();
  await dialog.getByRole('button', { name: 'Add the note with 1 claim' }).click();
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the desk and the import screen, ${theme}`, async ({ page, root }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect
        .soft(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`))
        .toEqual([]);
    };
    const checkDesk = async (language: string) => {
      for (const file of ['pack.yaml', 'concept', 'scenario', 'notes']) {
        const row = page.locator(`[role="treeitem"][data-key*="${file}"]`).last();
        await row.click();
        await expect(row).toHaveAttribute('aria-selected', 'true');
        await page.locator('.desk-write form, .desk-write .form').first().waitFor();
        await check(`${language}: ${file}`);
      }
      await page.getByRole('radio', { name: /^(?:Source|ソース)$/ }).check();
      await page.locator('.cm-content').waitFor();
      await check(`${language}: source`);
    };
    await open(page, root, 'author');
    await check('list');
    await begin(page);
    await fillIn(page);
    await addNote(page);
    await checkDesk('en');
    const draft = page.url();
    await open(page, root, 'settings');
    await page.getByRole('radio', { name: '日本語' }).first().check();
    await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
    await page.goto(draft);
    await checkDesk('ja');
    await open(page, root, 'author/import');
    await page.getByRole('textbox').fill('::A:: B? {=c ~d}');
    await page.getByRole('button', { name: 'このテキストを読み込む' }).click();
    await page.getByRole('heading', { name: '取り込み先' }).waitFor();
    await check('import');
  });
}

test('on a wide screen each pane scrolls by itself, and the page does not', async ({
  page,
  root,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(page, root, 'author');
  await begin(page);
  for (let option = 0; option < 6; option += 1)
    await page.getByRole('button', { name: 'Add an option' }).click();
  await page.getByRole('button', { name: 'Remove 6' }).scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(600);
});

test('nothing of it is wider than a screen of 320 px', async ({ page, root }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  await open(page, root, 'author');
  expect(await widest(), 'list').toBeLessThanOrEqual(320);
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: 'New pack' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Night school');
  await dialog.getByLabel('Author').fill('Hanako');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'New concept' }).click();
  await dialog.getByLabel('Title of the concept').fill('Harbour lights');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const pane of ['Contents', 'Write', 'Preview', 'Problems']) {
    await page.getByRole('radio', { name: pane }).check();
    expect(await widest(), pane).toBeLessThanOrEqual(320);
  }
});
