import { expect, open, startFirst, test } from './site.ts';

const answer = async (page: import('@playwright/test').Page) => {
  await page.locator('.confidence-row').waitFor();
  await page.keyboard.press('0');
  await page.locator('.feedback').waitFor();
};

test('two tabs show the same, and both count', async ({ page, context, root }) => {
  await open(page, root);
  await startFirst(page);
  await answer(page);
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  const other = await context.newPage();
  await open(other, root);
  await expect(other.getByRole('button', { name: 'Go on where you stopped' })).toBeVisible();
  await other.getByRole('button', { name: 'Go on where you stopped' }).click();
  await answer(other);
  await other.getByRole('button', { name: /^Next/ }).click();
  await other.getByRole('button', { name: /End this session/ }).click();
  await expect(other.getByText('0 of 2 right')).toBeVisible();
});

test('answers outlive a browser that throws its databases away and has not yet written localStorage', async ({
  page,
  context,
  root,
}) => {
  await open(page, root);
  await startFirst(page);
  await answer(page);
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  // A bucket that nothing refers to takes its database with it.
  const devtools = await context.newCDPSession(page);
  for (let i = 0; i < 3; i += 1) await devtools.send('HeapProfiler.collectGarbage');
  await page.getByRole('button', { name: /^Next/ }).click();
  await answer(page);
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  // Not the app: it would write again what is taken from it. A picture has no icon of its own, so one is looked for.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${root.url}icons/icon.svg`);
  const left = await page.evaluate(async () => {
    localStorage.clear();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('mondo-me');
      request.addEventListener('success', resolve);
      request.addEventListener('error', reject);
      request.addEventListener('blocked', reject);
    });
    return (await indexedDB.databases()).map(({ name }) => name);
  });
  expect(left).not.toContain('mondo-me');
  await open(page, root);
  await page.getByRole('button', { name: 'Go on where you stopped' }).click();
  await answer(page);
  await page.getByRole('button', { name: /^Next/ }).click();
  await page.getByRole('button', { name: /End this session/ }).click();
  await expect(page.getByText('0 of 3 right')).toBeVisible();
});

test('with storage forbidden the app still works, says so, and offers the answers as a file', async ({
  page,
  root,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { get: refuse });
  });
  await open(page, root);
  await startFirst(page);
  await answer(page);
  await expect(page.locator('.next-failed, .next-fragile')).toBeVisible();
  await page.getByRole('button', { name: /End this session/ }).click();
  await page.getByRole('button', { name: 'To today' }).click();
  await expect(page.locator('.notice').first()).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^mondo-backup-.*\.json$/);
});

test('with localStorage full the answer is saved in the other copy, and it is said', async ({
  page,
  root,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page, root);
  await startFirst(page);
  await answer(page);
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /End this session/ }).click();
  await page.getByRole('button', { name: 'To today' }).click();
  await expect(page.locator('.notice').first()).toBeVisible();
});

test('a broken backup says what is wrong and changes nothing', async ({ page, root }) => {
  await open(page, root);
  await startFirst(page);
  await answer(page);
  await open(page, root, 'settings');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"mondo":"backup","format":1,"events":[{"type":"answered"}]}'),
  });
  await expect(page.getByRole('alert')).toBeVisible();
  await open(page, root);
  await expect(page.getByRole('button', { name: 'Go on where you stopped' })).toBeVisible();
});
