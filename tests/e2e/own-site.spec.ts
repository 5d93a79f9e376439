import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '../serve.mjs';
import { expect, open, test } from './site.ts';

const SITE = [
  'name: { en: Ms Yamada’s exam room, ja: 山田の試験室 }',
  'language: ja',
  'accent: { light: "#0b5d3b", dark: "#7fd1a8" }',
  'packs: [mine]',
];

const copied = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'];

/** The repository as a teacher has it: with a pack and a site file of one's own. */
function teachersCopy(): string {
  const root = mkdtempSync(join(tmpdir(), 'mondo-site-'));
  for (const name of copied) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'questions'));
  cpSync('questions/_template', join(root, 'questions/mine'), { recursive: true });
  cpSync('questions/ops-notes', join(root, 'questions/ops-notes'), { recursive: true });
  writeFileSync(join(root, 'questions/_site.yaml'), `${SITE.join('\n')}\n`);
  return root;
}

test('a site of one’s own has the teacher’s name, colour, language and packs from the first paint', async ({
  browser,
  offences,
}) => {
  test.setTimeout(180_000);
  const root = teachersCopy();
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: root });
  const served = await serve(join(root, 'dist'), '/school/');
  const context = await browser.newContext({ locale: 'en-US', colorScheme: 'light' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') offences.push(message.text());
  });
  await page.addInitScript(() => {
    // The first colour and language that anything is painted with.
    const seen = { accent: '', language: '' };
    Object.assign(window, { seen });
    requestAnimationFrame(function look() {
      const { lang } = document.documentElement;
      const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent');
      if (!document.querySelector('#root > *')) requestAnimationFrame(look);
      else Object.assign(seen, { accent, language: lang });
    });
  });
  await open(page, served);
  await expect(page).toHaveTitle(/山田の試験室$/);
  await expect(page.getByRole('navigation').getByText('山田の試験室')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'seen') as unknown)).toMatchObject({
    accent: expect.stringContaining('#0b5d3b'),
    language: 'ja',
  });
  const manifest = await (await page.request.get(`${served.url}manifest.ja.webmanifest`)).json();
  expect(manifest).toMatchObject({ name: '山田の試験室' });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.screenshot({ path: 'node_modules/.cache/mondo/own-site.png' });

  await page.goto(`${served.url}#/packs`);
  await expect(page.locator('.pack-card')).toHaveCount(1);
  await page.goto(`${served.url}#/settings`);
  await page.getByRole('radio', { name: 'English' }).first().check({ force: true });
  await expect(page).toHaveTitle('Settings – Ms Yamada’s exam room');
  await context.close();
  await served.close();
  rmSync(root, { recursive: true });
});
