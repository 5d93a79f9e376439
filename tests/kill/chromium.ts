import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';

/** A real browser with a profile on the disk, which can be killed like a phone whose battery is pulled. */
export interface Living {
  readonly context: BrowserContext;
  /** SIGKILL to the whole process group; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Closes it as a user does, so that everything reaches the disk. */
  readonly quit: () => Promise<void>;
}

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Its background pages would otherwise answer once a second only.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--remote-debugging-port=0',
];

async function debuggerAddress(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (let i = 0; i < 600; i += 1) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await wait(50);
  }
  throw new Error('Chromium has not started');
}

export async function launch(profile: string): Promise<Living> {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  // A killed browser leaves its lock behind.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    rmSync(join(profile, name), { force: true });
  }
  const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  // A group of its own, so that one signal reaches all its processes.
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(await debuggerAddress(profile));
  const [context] = browser.contexts();
  const { pid } = child;
  if (context === undefined || pid === undefined) throw new Error('Chromium has no context');
  return {
    context,
    kill: async () => {
      process.kill(-pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
    quit: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await gone;
    },
  };
}
