// Visits to a site in a slow Chromium: who taps, what is timed, what came over the wire.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../chromium.mjs';
import { openQuietBrowser } from './quiet-browser.mjs';
import { watch } from './watch.mjs';

export const SLOWDOWN = 4;
export const KB = 1024;
const size = { width: 412, height: 823 };
const phone = { viewport: size, locale: 'en' };
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A browser that has just been opened is busy with itself. */
const SETTLING = 2000;

const pause = (millis) => new Promise((resume) => setTimeout(resume, millis));

/** Slow 4G by bandwidth; the latency is what a request waits for its first byte. */
const slow = (latency) => ({
  offline: false,
  latency,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8,
});

/** A new profile, and what takes it away again. */
export function newProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'mondo-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** @param taps what is tapped and noted in its pages; nothing when left out */
export async function openBrowser(folder, taps) {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: flags,
    ...phone,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  if (taps !== undefined) await page.addInitScript(watch, taps);
  await pause(SETTLING);
  return { context, page, devtools };
}

export const slowDown = (devtools) =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

export const atFullSpeed = (devtools) =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });

async function openQuiet(folder) {
  const browser = await openQuietBrowser(findChromium(), folder, [...flags, '--lang=en'], size);
  await pause(SETTLING);
  return browser;
}

async function quietPage(browser, taps) {
  const page = await browser.openPage();
  await page.begin(watch, taps);
  return page;
}

const slowed = (page) => page.ask('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
const timeIn = (page, name) => page.value(`bench.when(${JSON.stringify(name)})`);

/** Every response in the order in which it was complete, in milliseconds from the first request. */
async function listen(page) {
  const types = new Map();
  const arrived = [];
  let began = 0;
  page.on('Network.requestWillBeSent', ({ requestId, type, timestamp }) => {
    began ||= timestamp;
    types.set(requestId, type);
  });
  page.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) =>
    arrived.push({
      type: types.get(requestId),
      bytes: encodedDataLength,
      at: (timestamp - began) * 1000,
    }),
  );
  await page.ask('Network.enable');
  return arrived;
}

/** The first visit, from an empty profile to the painted verdict. */
export async function coldVisit(url, latency) {
  const profile = newProfile();
  const browser = await openQuiet(profile.folder);
  const page = await quietPage(browser, 'all');
  await slowed(page);
  const arrived = await listen(page);
  await page.ask('Network.emulateNetworkConditions', slow(latency));
  await page.goTo(url);
  const verdict = await timeIn(page, 'verdict');
  const answerable = await timeIn(page, 'answerable');
  await browser.close();
  profile.remove();
  const before = arrived.filter(({ at }) => at <= answerable);
  const sum = (responses) => responses.reduce((total, { bytes }) => total + bytes, 0) / KB;
  return {
    verdict,
    script: sum(before.filter(({ type }) => type === 'Script')),
    all: sum(before),
  };
}

const untilKept = (page) =>
  page.value(`(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== 'activated' || navigator.serviceWorker.controller === null)
      await new Promise((resume) => setTimeout(resume, 200));
  })()`);

async function toQuestion(page, url) {
  await slowed(page);
  await page.goTo(url);
  return timeIn(page, 'question');
}

/**
 * Later visits without a server, to the painted first question: in the same browser, in one just opened, and in one
 * just opened that a debugger watches.
 * @param site how to serve it: `{ url, close }`
 */
export async function offlineVisits(site) {
  const profile = newProfile();
  const { url, close } = await site();
  const browser = await openQuiet(profile.folder);
  const first = await quietPage(browser, 'none');
  await first.goTo(url);
  await untilKept(first);
  const second = await quietPage(browser, 'start');
  await first.close();
  await close();
  await pause(SETTLING);
  const again = await toQuestion(second, url);
  await browser.close();
  const opened = await openedVisit(profile.folder, (page) => toQuestion(page, url));
  const debugged = await openedVisit(profile.folder, async (page) => {
    await page.ask('Runtime.enable');
    return toQuestion(page, url);
  });
  profile.remove();
  return { again, opened, debugged };
}

async function openedVisit(folder, visit) {
  const browser = await openQuiet(folder);
  const time = await visit(await quietPage(browser, 'start'));
  await browser.close();
  return time;
}

/** A later visit with a fast network: to the painted button that starts. */
export async function startVisit(url, folder) {
  const browser = await openQuiet(folder);
  const page = await quietPage(browser, 'none');
  await slowed(page);
  await page.goTo(url);
  const start = await timeIn(page, 'startPainted');
  const isFirst = await page.value(`document.querySelector('.today-first') !== null`);
  await browser.close();
  return { start, isFirst };
}

/** How long a finger presses. */
const PRESS = 60;

/** Answers some questions by hand, at a learner's leisure. */
export async function answeringVisit(url, folder, questions) {
  const { context, page, devtools } = await openBrowser(folder, 'start');
  await slowDown(devtools);
  await page.goto(url, { waitUntil: 'commit' });
  let written = 0;
  for (let i = 0; i < questions; i += 1) {
    await page.locator('.confidence-row').waitFor({ timeout: 60_000 });
    await pause(1500);
    const option = page.locator('article label:has(input[type="radio"])').first();
    const isSingle = await option.isVisible();
    if (isSingle) await option.click();
    await page.evaluate(() => {
      window.bench.written = 0;
    });
    await page
      .locator('.confidence-row button')
      .nth(isSingle ? 2 : 3)
      .click({ delay: PRESS });
    await page.waitForFunction((count) => window.bench.taps.length === count, i + 1, {
      polling: 200,
    });
    written = Math.max(written, await page.evaluate(() => window.bench.written));
    await page.keyboard.press('Enter');
  }
  const taps = await page.evaluate(() => window.bench.taps);
  await context.close();
  return { taps, written: written / KB };
}

/** Puts the stored texts of a profile where the app keeps them. */
export async function fill(url, folder, { local, twin }) {
  const { context, page } = await openBrowser(folder, 'none');
  await page.goto(url);
  // The app has made its database by then.
  await page.evaluate(() => window.bench.when('startPainted'));
  await page.goto(`${url}bench.html`);
  await page.evaluate(
    async ({ texts, stores }) => {
      for (const [key, text] of texts) localStorage.setItem(key, text);
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open('mondo-me');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
      const transaction = database.transaction(Object.keys(stores), 'readwrite');
      const isDone = new Promise((resolve, reject) => {
        transaction.addEventListener('complete', resolve);
        transaction.addEventListener('abort', () => reject(transaction.error));
      });
      for (const [name, entries] of Object.entries(stores)) {
        for (const [key, text] of entries) transaction.objectStore(name).put(text, key);
      }
      await isDone;
      database.close();
    },
    { texts: local, stores: twin },
  );
  await context.close();
}
