import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { withJournal } from './made-journal.ts';
import { expect, open, startFirst, test } from './site.ts';

test.describe.configure({ timeout: 120_000 });

const drawn = (page: import('@playwright/test').Page) =>
  page.locator('.progress-body[aria-busy="false"]').waitFor();

/** What is counted, once it no longer changes: a filter takes hold a moment after it was chosen. */
async function countedIn(page: import('@playwright/test').Page): Promise<string> {
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = (await page.locator('.progress-state').textContent()) ?? '';
        return last === before && /^\d/.test(last);
      },
      { intervals: [1000] },
    )
    .toBe(true);
  return last;
}

test('somebody without answers is led to the first question', async ({ page, root }) => {
  await open(page, root, 'progress');
  await expect(page.getByRole('heading', { level: 1, name: 'Progress' })).toBeVisible();
  await page.getByRole('link', { name: 'To today’s questions' }).click();
  await startFirst(page);
});

test('the page is reached by keys, filtered, reloaded as it was, and drilled from', async ({
  page,
  root,
}) => {
  await withJournal(page);
  await open(page, root);
  await page.getByRole('navigation').getByRole('link', { name: 'Progress' }).focus();
  await page.keyboard.press('Enter');
  await drawn(page);
  await expect(page.getByText('600 answers count.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Period' }).selectOption('30');
  await page.getByRole('combobox', { name: 'Pack' }).selectOption({ index: 1 });
  await page.getByRole('combobox', { name: 'Domain' }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/domain=/);
  const counted = await countedIn(page);
  expect(counted).not.toContain('600');
  await page.reload();
  await drawn(page);
  await expect(page.locator('.progress-state')).toHaveText(counted);
  await page.getByRole('combobox', { name: 'Pack' }).selectOption('');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('0');
  await drawn(page);
  await page
    .getByRole('button', { name: /^Drill the contrast/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
});

test('a table opens by keys and says what the picture says; its file is a table', async ({
  page,
  root,
}) => {
  await withJournal(page);
  await open(page, root, 'progress');
  await drawn(page);
  const figure = page.getByRole('region', {
    name: 'How sure you were, and how right',
    exact: true,
  });
  await figure.getByText('The same as a table').focus();
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('row')).toHaveCount(4);
  const saving = page.waitForEvent('download');
  await figure.getByRole('button', { name: /^Save as CSV/ }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^mondo-calibration-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFFConfidence,Answers,Right,"Right, share",From,To\r\n')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(4);
});

for (const language of ['en', 'ja'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`in ${language}, ${theme}`, () => {
      test.use({ locale: language, colorScheme: theme, reducedMotion: 'reduce' });

      test('axe finds nothing, and nothing is wider than 320 px', async ({ page, root }) => {
        await withJournal(page);
        await page.setViewportSize({ width: 320, height: 640 });
        await open(page, root, 'progress');
        await drawn(page);
        await page.evaluate(() => {
          for (const table of document.querySelectorAll('details')) table.open = true;
        });
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(widest).toBeLessThanOrEqual(320);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      });
    });
  }
}
