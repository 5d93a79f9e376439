// Finds a Chromium, or installs one: the Debian package as root, Playwright's download elsewhere.
// Prints its path. Only `npm test`, `npm run bench` and the picture maker call this.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const installed = () =>
  [...places, chromium.executablePath()].find((place) => place && existsSync(place));

const loud = { stdio: ['ignore', 'inherit', 'inherit'] };

function install() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], loud);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      ...loud,
      env,
    });
    return;
  }
  spawnSync('npx', ['playwright', 'install', 'chromium'], loud);
}

/** The path of a Chromium that is there now. */
export function findChromium() {
  if (!installed()) install();
  const path = installed();
  if (!path) throw new Error('No Chromium found. Install one, or set CHROMIUM to its path.');
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findChromium());
