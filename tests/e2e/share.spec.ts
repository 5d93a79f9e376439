import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { Pack } from '#core/pack/model.ts';
import { archiveOf, fileOf, packOfVersion } from './packs.ts';
import type { Served } from '../serve.mjs';
import { expect, open, questionOf, test } from './site.ts';

const first = packOfVersion('1.0.0');
const second = packOfVersion('1.1.0');

type GivenFile = ReturnType<typeof fileOf>;

async function give(page: Page, file: GivenFile): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
}

async function add(page: Page, url: { readonly url: string }, pack: Pack): Promise<void> {
  await open(page, { ...url, close: async () => undefined }, 'packs/add');
  await give(page, fileOf(pack));
  await page.getByRole('button', { name: /^(Add this pack|この問題集を追加|Update to)/ }).click();
  await page.getByRole('link', { name: /^(To the pack|問題集を見る)$/ }).waitFor();
}

/** Studies the added pack alone, and answers its first question. */
async function answerFirst(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'To the pack' }).click();
  await page.getByRole('button', { name: /^Drill Nights/ }).click();
  await page.getByRole('article').waitFor();
}

test('a pack is added from a file, seen before it is, and studied', async ({ page, root }) => {
  await open(page, root, 'packs');
  await page.getByRole('link', { name: 'Add a pack' }).click();
  await give(page, archiveOf(first));
  await expect(page.getByRole('heading', { name: 'Night duties' })).toBeFocused();
  await expect(page.getByText('You do not have this pack yet.')).toBeVisible();
  await expect(page.getByText('1 concept · 3 questions')).toBeVisible();
  await expect(page.getByText('CC0-1.0')).toBeVisible();
  await expect(page.getByText('English, Japanese')).toBeVisible();
  await page.getByRole('button', { name: 'Add this pack' }).click();
  await expect(page.getByRole('heading', { name: /Night duties was added/ })).toBeFocused();
  await answerFirst(page);
  await expect(questionOf(page).getByText('A bakery on the harbour')).toBeVisible();
  await questionOf(page).getByText('Use the lamp').click();
  await page.getByRole('button', { name: /^Certain/ }).click();
  await expect(page.getByText('The night decides.')).toBeVisible();
  await page.reload();
  await page.goto(`${root.url}#/packs`);
  await expect(page.getByRole('link', { name: 'Night duties' })).toBeVisible();
  await page.goto(`${root.url}#/search?q=harbour`);
  await expect(page.getByText('Night work')).toBeVisible();
});

/** What a system does that shares something with the installed app: a form comes from nowhere. */
async function share(page: Page, root: Served, files: readonly GivenFile[], text = '') {
  await page.goto('about:blank');
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${root.url}share">
      <input name="shared" value="${text}" /><input name="file" type="file" multiple /><button>Share</button>
    </form>`,
  );
  await page.locator('input[type=file]').setInputFiles([...files]);
  await page.getByRole('button', { name: 'Share' }).click();
}

async function keepOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
    timeout: 90_000,
  });
}

test('files that another app shares are looked at, once, also without a network', async ({
  context,
  page,
  root,
}) => {
  await open(page, root);
  await keepOffline(page);
  await context.setOffline(true);
  await share(page, root, [archiveOf(first)]);
  await expect(page.getByRole('heading', { name: 'Night duties' })).toBeFocused();
  await page.getByRole('button', { name: 'Add this pack' }).click();
  await page.getByRole('link', { name: 'To the pack' }).waitFor();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await share(page, root, [fileOf(second), archiveOf(first)]);
  await expect(page.getByText('Several files were shared')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Night duties' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await expect(page.getByText('Several files were shared')).toHaveCount(0);
  await share(page, root, [], 'Look: https://packs.example/p.mondo.json');
  await expect(page).toHaveURL(/\/#\/packs\/add\?from=https/);
});

test('a link that another app has shared leads to its pack, and nothing is fetched unasked', async ({
  page,
  root,
}) => {
  const shared = encodeURIComponent('Look: https://packs.example/p.mondo.json');
  await page.goto(`${root.url}?shared=${shared}&shared=`);
  await expect(page).toHaveURL(/\/#\/packs\/add\?from=https/);
  await expect(page.getByText('packs.example', { exact: false }).first()).toBeVisible();
});

test('a broken file is told what is wrong and where, and changes nothing', async ({
  page,
  root,
}) => {
  await open(page, root, 'packs/add');
  const concepts = first.concepts.map((concept) => ({ ...concept, id: '../night' }));
  await give(page, fileOf({ ...first, concepts, licence: undefined }, 'broken.mondo.json'));
  await expect(page.getByRole('alert')).toContainText('broken.mondo.json was not added');
  await expect(page.getByText('at concepts › 0 › id')).toBeVisible();
  await expect(page.getByText('“licence” is missing')).toBeVisible();
  await give(page, { ...fileOf({}), buffer: Buffer.from('{ "format": 1,\n  "uid": nothing }') });
  await expect(page.getByText('line 2, column 10')).toBeVisible();
  await page.goto(`${root.url}#/packs`);
  await expect(page.getByRole('link', { name: 'Night duties' })).toHaveCount(0);
});

test('an update with another answer says so, sends the concept back once, and is undone', async ({
  page,
  root,
}) => {
  await add(page, root, first);
  await answerFirst(page);
  await questionOf(page).getByText('Use the lamp').click();
  await page.getByRole('button', { name: /^Certain/ }).click();
  await page.getByText('saved', { exact: true }).waitFor();
  await page.goto(`${root.url}#/packs/add`);
  await give(page, fileOf(second));
  await expect(page.getByText('You have version 1.0.0. This one is newer.')).toBeVisible();
  await expect(page.getByText('was: Use the lamp – now: Use the bell')).toBeVisible();
  await expect(page.getByText('1 concept that you have answered comes back.')).toBeVisible();
  await page.getByRole('button', { name: 'Update to 1.1.0' }).click();
  await page.getByRole('link', { name: 'To the pack' }).click();
  await page.getByRole('button', { name: /^Drill Nights/ }).click();
  const question = questionOf(page);
  await expect(question.getByText('A bakery on the harbour')).toBeVisible();
  await expect(question.getByText('Answer changed')).toBeVisible();
  await question.getByText('Use the bell').click();
  await page.getByRole('button', { name: /^Certain/ }).click();
  await expect(page.getByText('The answer has changed')).toBeVisible();
  await page.goto(`${root.url}#/packs/${first.uid}`);
  await page.getByRole('button', { name: 'Go back to version 1.0.0' }).click();
  await expect(page.getByText('version 1.0.0', { exact: true })).toBeVisible();
});

test('a link holds a small pack whole, and a QR code of it is drawn', async ({ page, root }) => {
  await add(page, root, first);
  await page.getByRole('link', { name: 'To the pack' }).click();
  const link = await page.getByLabel('Link with the pack inside').inputValue();
  expect(link.length).toBeLessThan(8100);
  await page.getByRole('button', { name: 'Show as a QR code' }).click();
  await expect(
    page
      .getByRole('img', { name: 'QR code of the link' })
      .or(page.getByText('too long for a QR code')),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Remove this pack' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove this pack' }).click();
  await expect(page.getByText('Night duties was removed.')).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Night duties' })).toBeVisible();
  await page.getByRole('button', { name: 'Add this pack' }).click();
  await expect(page.getByRole('heading', { name: /Night duties was added/ })).toBeVisible();
  await page.goto(`${root.url}#p=${link.slice(-200)}`);
  await expect(page.getByText('The pack in this link is damaged')).toBeVisible();
});

test('what lies elsewhere is fetched after a tap that names its host, and not before', async ({
  page,
  root,
}) => {
  const asked: { readonly cookie: unknown; readonly referer: unknown }[] = [];
  const server: Server = createServer((request, response) => {
    asked.push({ cookie: request.headers.cookie, referer: request.headers.referer });
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' });
    response.end(JSON.stringify(first));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  await page.goto(`${root.url}#pack=${encodeURIComponent(`http://${host}/nights.mondo.json`)}`);
  await expect(page.getByRole('heading', { name: `Ask ${host} for the pack?` })).toBeVisible();
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: `Fetch from ${host}` }).click();
  await expect(page.getByRole('heading', { name: 'Night duties' })).toBeVisible();
  await expect(page.getByText(host, { exact: true })).toBeVisible();
  expect(asked).toEqual([{ cookie: undefined, referer: undefined }]);
  server.close();
  await page.goto(`${root.url}#pack=${encodeURIComponent('http://example.org/a.json')}`);
  await expect(page.getByText('no https address')).toBeVisible();
});

for (const [language, theme] of [
  ['en', 'light'],
  ['ja', 'dark'],
] as const) {
  test.describe(`in ${language}, ${theme}`, () => {
    test.use({ locale: language, colorScheme: theme, reducedMotion: 'reduce' });

    test('axe finds nothing where packs are added and shared, and nothing is wider than 320 px', async ({
      page,
      root,
    }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width: 320, height: 640 });
      const check = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([]);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(widest, what).toBeLessThanOrEqual(320);
      };
      await open(page, root, 'packs/add');
      await check('start');
      await give(page, fileOf({ ...first, uid: 'x' }));
      await page.getByRole('alert').waitFor();
      await check('refused');
      await page.goto(
        `${root.url}#pack=https://example.org/a-pack-with-a-very-long-name.mondo.json`,
      );
      await page.getByRole('heading', { level: 2 }).waitFor();
      await check('host');
      await add(page, root, first);
      await check('added');
      await page.getByRole('button', { name: /Another pack|別の問題集/ }).click();
      await give(page, fileOf(second));
      await page.getByRole('heading', { level: 2 }).waitFor();
      await check('update');
      await page.goto(`${root.url}#/packs/${first.uid}`);
      await page.getByRole('button', { name: /QR/ }).click();
      await page.locator('.qr').waitFor();
      await check('pack');
    });
  });
}
