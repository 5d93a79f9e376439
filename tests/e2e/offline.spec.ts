import { builtLibrary } from './answering.ts';
import { expect, open, startFirst, test } from './site.ts';

test('after the first visit everything works with the network gone', async ({
  page,
  context,
  deep,
}) => {
  test.setTimeout(180_000);
  await open(page, deep);
  // Keeping begins some seconds after the first screen, and has 5 MB to bring.
  await page.waitForFunction(
    async () => {
      const registration = await navigator.serviceWorker.ready;
      return (
        registration.active?.state === 'activated' && navigator.serviceWorker.controller !== null
      );
    },
    null,
    { timeout: 90_000 },
  );
  await context.setOffline(true);
  await page.reload();
  await startFirst(page);
  // By the button: a key that is pressed in the moment in which the question appears is heard by nobody.
  await page.getByRole('button', { name: /I don’t know/ }).click();
  await page.locator('.feedback').waitFor();
  await page.keyboard.press('t');
  await expect(
    page.getByRole('article').locator('.question-ask [lang="ja"], .question-ask:lang(ja)').first(),
  ).toBeVisible();
  for (const pack of builtLibrary().packs) {
    for (const { id } of pack.notes) {
      await open(page, deep, `packs/${pack.uid}/notes/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
    const last = pack.concepts.at(-1);
    await open(page, deep, `packs/${pack.uid}/concepts/${last?.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
  await open(page, deep, 'search?q=バージョン');
  await expect(page.locator('mark').first()).toBeVisible();
});
