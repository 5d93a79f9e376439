// Draws the icons from their SVG, and takes the screenshots of README and manifest from the running app.
// `npm run pictures` builds first.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});

async function draw(svg, size, out) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = readFileSync(svg, 'utf8').replace(
    '<svg ',
    `<svg width="${size}" height="${size}" `,
  );
  await page.setContent(`<body style="margin:0;background:transparent">${source}</body>`);
  writeFileSync(out, await page.screenshot({ omitBackground: true }));
  await page.close();
}

/** Answers so many questions with what comes first, sure of it each time. */
async function answer(page, count) {
  for (let i = 0; i < count; i += 1) {
    await page.getByRole('article').waitFor();
    const options = await page.locator('label.option-label').all();
    for (const option of options.slice(0, 2)) await option.click();
    const isReady = (await page.locator('.confidence [aria-disabled="true"]').count()) === 0;
    await page.keyboard.press(isReady ? 'l' : '0');
    await page.locator('.feedback').waitFor();
    await page.keyboard.press('Enter');
  }
}

async function shoot(url, language) {
  const first = /first question|最初の問題/;
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: language,
    colorScheme: 'light',
  });
  const question = await phone.newPage();
  await question.goto(url);
  await question.getByRole('button', { name: first }).click();
  await question.locator('label.option-label').nth(1).click();
  await question.screenshot({ path: `public/screenshots/question.${language}.phone.png` });
  await phone.close();

  const desktop = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: language,
    colorScheme: 'light',
  });
  const page = await desktop.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: first }).click();
  await page.locator('label.option-label').nth(1).click();
  await page.keyboard.press('l');
  await page.locator('.feedback').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/pictures/feedback.${language}.desktop.png`, fullPage: true });
  await page.keyboard.press('Enter');
  await answer(page, 8);
  await page.goto(`${url}#/`);
  await page.locator('.field-rows').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `public/screenshots/today.${language}.desktop.png` });
  await desktop.close();
}

mkdirSync('public/screenshots', { recursive: true });
mkdirSync('docs/pictures', { recursive: true });
await draw('public/icons/icon.svg', 192, 'public/icons/icon-192.png');
await draw('public/icons/icon.svg', 512, 'public/icons/icon-512.png');
await draw('public/icons/maskable.svg', 512, 'public/icons/maskable-512.png');
const site = await serve('dist');
for (const language of ['en', 'ja']) await shoot(site.url, language);
await site.close();
await browser.close();
