// Draws the icons from their SVG. Run by hand after the drawing changes: node tests/pictures.mjs icons
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';

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

await draw('public/icons/icon.svg', 192, 'public/icons/icon-192.png');
await draw('public/icons/icon.svg', 512, 'public/icons/icon-512.png');
await draw('public/icons/maskable.svg', 512, 'public/icons/maskable-512.png');
await browser.close();
