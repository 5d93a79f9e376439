import { defineConfig } from '@playwright/test';

// The browser is found by tests/chromium.mjs, which `npm test` runs first.
const executablePath = process.env['CHROMIUM'];

export default defineConfig({
  projects: [
    { name: 'app', testDir: 'tests/e2e' },
    // By `npm run kill`: it is red now and then, see its head.
    ...(process.env['KILLS'] === undefined ? [] : [{ name: 'kill', testDir: 'tests/kill' }]),
  ],
  outputDir: 'node_modules/.cache/mondo/test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
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
