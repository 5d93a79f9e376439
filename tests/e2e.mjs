// Runs the end-to-end tests: finds or installs a Chromium, then hands over to Playwright.
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';

const run = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, CHROMIUM: findChromium() },
});
process.exit(run.status ?? 1);
