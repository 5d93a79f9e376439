import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Pack } from '#core/pack/model.ts';
import { packOfVersion } from './packs.ts';
import { expect, open, questionOf, test } from './site.ts';

const picture = readFileSync('public/icons/icon-192.png');

/** The sample, whose first scenario shows a picture in its situation. */
function withPicture(): Pack {
  const pack = packOfVersion('1.0.0');
  const shown = { type: 'image', source: 'door.png', alt: 'The door of the bakery' } as const;
  return {
    ...pack,
    concepts: pack.concepts.map((concept) => ({
      ...concept,
      scenarios: concept.scenarios.map((scenario) => ({
        ...scenario,
        text: Object.fromEntries(
          Object.entries(scenario.text).map(([language, text]) => [
            language,
            text && {
              ...text,
              situation: [...text.situation, { type: 'paragraph' as const, children: [shown] }],
            },
          ]),
        ),
      })),
    })) as Pack['concepts'],
  };
}

const archive = {
  name: 'nights.mondo',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync({
      'pack.mondo.json': new TextEncoder().encode(JSON.stringify(withPicture())),
      'media/door.png': picture,
    }),
  ),
};

async function saved(page: Page): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream())
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

test('a backup carries an added pack and a draft to an empty browser, where they are used', async ({
  page,
  root,
  browser,
}) => {
  await open(page, root, 'packs/add');
  await page.locator('input[type=file]').setInputFiles(archive);
  await page.getByRole('button', { name: 'Add this pack' }).click();
  await page.getByRole('link', { name: 'To the pack' }).waitFor();
  await open(page, root, 'author');
  await page.getByRole('button', { name: 'New pack' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('My own questions');
  await dialog.getByLabel('Author').fill('Hanako');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: 'My own questions' }).waitFor();
  await open(page, root, 'settings');
  const buffer = await saved(page);
  await expect(page.getByText('1 added pack is in it. 1 draft is in it.')).toBeVisible();

  const empty = await browser.newContext();
  const other = await empty.newPage();
  await open(other, root, 'settings');
  await other.locator('input[type=file]').setInputFiles({
    name: 'backup.json',
    mimeType: 'application/json',
    buffer,
  });
  const preview = other.getByRole('region', { name: 'What backup.json will change' });
  await expect(preview.getByText('Night duties (1.0.0)')).toBeVisible();
  await expect(preview.getByText('My own questions')).toBeVisible();
  await preview.getByRole('button', { name: 'Import it' }).click();
  await expect(other.getByText('1 pack came in: “Night duties”.')).toBeVisible();
  await other.goto(`${root.url}#/packs`);
  await other.getByRole('link', { name: 'Night duties' }).click();
  await other.getByRole('button', { name: /^Drill Nights/ }).click();
  await other.getByRole('article').waitFor();
  const door = other.getByRole('img', { name: 'The door of the bakery' });
  await expect
    .poll(() => door.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await questionOf(other).getByText('Use the lamp').click();
  await other.getByRole('button', { name: /^Certain/ }).click();
  await expect(other.getByText('The night decides.')).toBeVisible();
  await other.goto(`${root.url}#/author`);
  await expect(other.getByRole('link', { name: 'My own questions' })).toBeVisible();
  await empty.close();
});
