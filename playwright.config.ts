import { defineConfig } from '@playwright/test';

// The browser is found by tests/chromium.mjs, which `npm test` runs first.
const executablePath = process.env['CHROMIUM'];
const kills = process.env['KILLS'];

export default defineConfig({
  projects: [
    { name: 'app', testDir: 'tests/e2e' },
    // Alone and last: it fills the machine, and a kill must hit a write that is under way.
    { name: 'kill', testDir: 'tests/kill', dependencies: kills === undefined ? ['app'] : [] },
  ],
  outputDir: 'node_modules/.cache/mondo/test-results',
  fullyParallel: true,
  workers: 2,
  // Generous: a busy machine is no bug.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    actionTimeout: 30_000,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
