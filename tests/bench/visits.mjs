// Visits to a site in a slow Chromium: who taps, what is timed, what came over the wire.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../chromium.mjs';

export const SLOWDOWN = 4;
export const KB = 1024;
const phone = { viewport: { width: 412, height: 823 }, locale: 'en' };
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
const cut = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** Runs in the page: notes when things are there, or painted, and taps what it is told to tap. */
function watch(taps) {
  const times = {};
  const waiting = [];
  /** A page that is asked again and again would be measured with its answers. */
  const when = (name) =>
    new Promise((resolve) => {
      if (times[name] === undefined) waiting.push({ name, resolve });
      else resolve(times[name]);
    });
  window.bench = { when, taps: [], written: 0 };
  // A message that is sent in a frame arrives when the frame has been painted.
  const painted = (work) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', work);
      port1.start();
      port2.postMessage(null);
    });
  const note = (name) => {
    times[name] ??= performance.now();
    for (const waiter of waiting) if (waiter.name === name) waiter.resolve(times[name]);
  };
  const find = (selector) => document.querySelector(selector);
  const sure = () => [...document.querySelectorAll('.confidence-row button')].at(-2);
  let tappedAt = 0;

  const lookForStart = () => {
    const button = find('.today-first > div:last-child > button, .today-actions button');
    if (!button || times.start) return;
    note('start');
    painted(() => note('startPainted'));
    if (taps !== 'none') button.click();
  };
  const lookForQuestion = () => {
    if (times.answerable || !find('.confidence-row')) return;
    note('answerable');
    painted(() => note('question'));
    if (taps !== 'all') return;
    find('article input[type="radio"]')?.click();
    // The click is taken in by the next turn.
    setTimeout(() => {
      const isChosen = find('article input[type="radio"]') !== null;
      (isChosen ? sure() : find('.confidence-row button:last-child')).click();
    });
  };
  const lookForVerdict = () => {
    if (!find('.feedback .verdict h2') || tappedAt === 0) return;
    const began = tappedAt;
    tappedAt = 0;
    painted(() => {
      note('verdict');
      window.bench.taps.push(performance.now() - began);
    });
  };
  window.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('.confidence-row'))
        tappedAt = event.timeStamp;
    },
    true,
  );
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function count(key, value) {
    if (this === window.localStorage) window.bench.written += key.length + value.length;
    return write.call(this, key, value);
  };
  new MutationObserver(() => {
    lookForStart();
    lookForQuestion();
    lookForVerdict();
  }).observe(document, { childList: true, subtree: true });
}

/** A new profile, and what takes it away again. */
export function newProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'mondo-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

export async function openBrowser(folder, taps) {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: flags,
    ...phone,
  });
  const opened = await openPage(context, taps);
  await pause(SETTLING);
  return opened;
}

async function openPage(context, taps) {
  const [blank] = context.pages();
  const page = blank?.url() === 'about:blank' ? blank : await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await page.addInitScript(watch, taps);
  return { context, page, devtools };
}

export const slowDown = (devtools) =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

const timeOf = (page, name) => page.evaluate((wanted) => window.bench.when(wanted), name);

/** Every response in the order in which it was complete, in milliseconds from the first request. */
function listen(devtools) {
  const types = new Map();
  const arrived = [];
  let began = 0;
  devtools.on('Network.requestWillBeSent', ({ requestId, type, timestamp }) => {
    began ||= timestamp;
    types.set(requestId, type);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) =>
    arrived.push({
      type: types.get(requestId),
      bytes: encodedDataLength,
      at: (timestamp - began) * 1000,
    }),
  );
  return arrived;
}

/** The first visit, from an empty profile to the painted verdict. */
export async function coldVisit(url, latency) {
  const profile = newProfile();
  const { context, page, devtools } = await openBrowser(profile.folder, 'all');
  await slowDown(devtools);
  await devtools.send('Network.emulateNetworkConditions', slow(latency));
  const arrived = listen(devtools);
  await page.goto(url, { waitUntil: 'commit' });
  const verdict = await timeOf(page, 'verdict');
  const answerable = await timeOf(page, 'answerable');
  await context.close();
  profile.remove();
  const before = arrived.filter(({ at }) => at <= answerable);
  const sum = (responses) => responses.reduce((total, { bytes }) => total + bytes, 0) / KB;
  return {
    verdict,
    script: sum(before.filter(({ type }) => type === 'Script')),
    all: sum(before),
  };
}

async function untilKept(page) {
  await page.waitForFunction(
    async () => {
      const { active } = await navigator.serviceWorker.ready;
      return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
    },
    null,
    { timeout: 60_000, polling: 500 },
  );
}

async function withoutNetwork({ context, page, devtools }, url) {
  await slowDown(devtools);
  await context.setOffline(true);
  await devtools.send('Network.emulateNetworkConditions', cut);
  await page.goto(url, { waitUntil: 'commit' });
  return timeOf(page, 'question');
}

/** Later visits with the network cut, to the painted first question: in the same browser, and in one just opened. */
export async function offlineVisits(url) {
  const profile = newProfile();
  const first = await openBrowser(profile.folder, 'none');
  await first.page.goto(url);
  await untilKept(first.page);
  const second = await openPage(first.context, 'start');
  await first.page.close();
  await pause(SETTLING);
  const again = await withoutNetwork(second, url);
  await first.context.close();
  const later = await openBrowser(profile.folder, 'start');
  const opened = await withoutNetwork(later, url);
  await later.context.close();
  profile.remove();
  return { again, opened };
}

/** A later visit with a fast network: to the painted button that starts. */
export async function startVisit(url, folder) {
  const { context, page, devtools } = await openBrowser(folder, 'none');
  await slowDown(devtools);
  await page.goto(url, { waitUntil: 'commit' });
  const start = await timeOf(page, 'startPainted');
  const isFirst = await page.locator('.today-first').isVisible();
  await context.close();
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
  await timeOf(page, 'startPainted');
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
