import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../serve.mjs';
import { expect, open, startFirst, test } from './site.ts';

const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
    timeout: 90_000,
  });

const chosen = (page: Page) => page.locator('article input:checked');

test('a new version waits during a session, and an answer in progress survives it', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const site = mkdtempSync(join(tmpdir(), 'mondo-site-'));
  cpSync('dist', site, { recursive: true });
  const served = await serve(site);
  await open(page, served);
  await startFirst(page);
  await controlled(page);
  // Not every kind has options to choose: a question that is left is a question gone on from.
  while ((await page.locator('article input[type="radio"]').count()) === 0) {
    await page.keyboard.press('0');
    await page.locator('.feedback').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.confidence-row').waitFor();
  }
  await page.keyboard.press('2');
  await expect(chosen(page)).toHaveCount(1);
  const question = await page.getByRole('article').locator('.question-ask').textContent();

  appendFileSync(join(site, 'sw.js'), '\n// a later version\n');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.ready).waiting !== null,
    null,
    { timeout: 90_000 },
  );
  const prompt = /A newer Mondo is ready/;
  await expect(page.getByText(prompt)).toHaveCount(0);
  await expect(chosen(page)).toHaveCount(1);

  const other = await context.newPage();
  await open(other, served);
  await expect(other.getByText(prompt)).toBeVisible();
  await Promise.all([
    other.waitForEvent('load', { timeout: 90_000 }),
    other.getByRole('button', { name: 'Update now' }).click(),
  ]);
  await expect(other.getByText(prompt)).toHaveCount(0);

  // The tab with the question was not reloaded under the learner's hands, and goes on after a reload.
  await expect(chosen(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('article').locator('.question-ask')).toHaveText(question ?? '');
  await expect(chosen(page)).toHaveCount(1);
  await page.keyboard.press('j');
  await page.locator('.feedback').waitFor();
  await served.close();
  rmSync(site, { recursive: true, force: true });
});
