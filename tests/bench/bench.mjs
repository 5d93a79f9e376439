// Measures the production build in headless Chromium at 4x CPU slowdown and Slow 4G, prints a table, checks budgets.
// `npm run bench` prints; `npm run bench -- --write` also records the table in docs/BENCH.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';

const RUNS = 5;
const SLOWDOWN = 4;
const KB = 1024;
const phone = { viewport: { width: 412, height: 823 }, locale: 'en' };

/** Runs in the page: taps through to the first verdict as soon as each button works, and notes when. */
function tapThrough() {
  const times = {};
  window.benchTimes = times;
  const painted = (name) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        times[name] ??= performance.now();
      }),
    );
  const look = () => {
    const start = [...document.querySelectorAll('button')].find((button) =>
      /first question/.test(button.textContent),
    );
    if (start && !times.start) {
      times.start = performance.now();
      start.click();
    }
    const unknown = [...document.querySelectorAll('button')].find((button) =>
      /I don’t know/.test(button.textContent),
    );
    if (unknown && !times.answerable) {
      times.answerable = performance.now();
      painted('question');
      const radio = document.querySelector('article input[type="radio"]');
      if (window.benchStopsHere) return;
      radio?.click();
      setTimeout(() => {
        times.tap = performance.now();
        const sure = [...document.querySelectorAll('button')].find((button) =>
          /^Certain/.test(button.textContent),
        );
        (radio ? sure : unknown).click();
      }, 50);
    }
    if (document.querySelector('.feedback h2:focus') && !times.verdict) {
      times.verdict = -1;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          times.verdict = performance.now();
        }),
      );
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  document.addEventListener('focusin', look);
}

const conditions = (latency, offline = false) => ({
  offline,
  latency,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8,
});

async function newVisit(profile) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...phone,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return { context, page, devtools };
}

const timesOf = (page, last) =>
  page
    .waitForFunction((name) => window.benchTimes?.[name] > 0 && { ...window.benchTimes }, last, {
      timeout: 60_000,
      polling: 100,
    })
    .then((handle) => handle.jsonValue());

/** The first visit, from an empty profile to the painted verdict; what came over the wire until then. */
async function coldVisit(url, latency) {
  const profile = mkdtempSync(join(tmpdir(), 'mondo-bench-'));
  const { context, page, devtools } = await newVisit(profile);
  await devtools.send('Network.emulateNetworkConditions', conditions(latency));
  const types = new Map();
  const arrived = [];
  devtools.on('Network.responseReceived', ({ requestId, type, response }) =>
    types.set(requestId, { type, url: response.url }),
  );
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) =>
    arrived.push({ ...types.get(requestId), bytes: encodedDataLength, timestamp }),
  );
  let began = 0;
  devtools.on('Network.requestWillBeSent', ({ timestamp }) => {
    began ||= timestamp;
  });
  await page.addInitScript(tapThrough);
  await page.goto(url, { waitUntil: 'commit' });
  const times = await timesOf(page, 'verdict');
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  const before = arrived.filter(({ timestamp }) => (timestamp - began) * 1000 <= times.answerable);
  const sum = (entries) => entries.reduce((total, { bytes }) => total + bytes, 0) / KB;
  return {
    verdict: times.verdict,
    tap: times.verdict - times.tap,
    script: sum(before.filter(({ type }) => type === 'Script')),
    all: sum(before),
  };
}

/** A second visit with the network gone: to the first question that can be answered. */
async function offlineVisit(url) {
  const profile = mkdtempSync(join(tmpdir(), 'mondo-bench-'));
  const first = await newVisit(profile);
  await first.page.goto(url);
  await first.page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
  await first.context.close();
  const { context, page, devtools } = await newVisit(profile);
  await context.setOffline(true);
  await devtools.send('Network.emulateNetworkConditions', conditions(0, true));
  await page.addInitScript(() => {
    window.benchStopsHere = true;
  });
  await page.addInitScript(tapThrough);
  await page.goto(url, { waitUntil: 'commit' });
  const times = await timesOf(page, 'question');
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  return times.question;
}

/** One answer's writes to localStorage, in characters of keys and values. */
async function writesOfAnAnswer(url) {
  const profile = mkdtempSync(join(tmpdir(), 'mondo-bench-'));
  const { context, page } = await newVisit(profile);
  await page.addInitScript(() => {
    window.benchWritten = 0;
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function count(key, value) {
      if (this === window.localStorage) window.benchWritten += key.length + value.length;
      return write.call(this, key, value);
    };
  });
  await page.goto(url);
  await page.getByRole('button', { name: /first question/ }).click();
  let most = 0;
  for (let i = 0; i < 9; i += 1) {
    await page.getByRole('button', { name: /I don’t know/ }).waitFor();
    await page.evaluate(() => {
      window.benchWritten = 0;
    });
    await page.keyboard.press('0');
    await page.locator('.feedback').waitFor();
    most = Math.max(most, await page.evaluate(() => window.benchWritten));
    await page.keyboard.press('Enter');
  }
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  return most / KB;
}

const sorted = (values) => values.toSorted((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];

async function repeat(measure) {
  const results = [];
  for (let run = 0; run < RUNS; run += 1) results.push(await measure());
  return results;
}

const site = await serve('dist');
const near = await repeat(() => coldVisit(site.url, 150));
const far = await repeat(() => coldVisit(site.url, 562));
const offline = await repeat(() => offlineVisit(site.url));
const written = await writesOfAnAnswer(site.url);
await site.close();

const rows = [
  ['JavaScript before the first question, gzip', near.map((run) => run.script), 140, 'KB', 1],
  ['All bytes before it', near.map((run) => run.all), 200, 'KB', 1],
  ['Navigation to first answer, 150 ms a request', near.map((run) => run.verdict), 2500, 'ms', 0],
  ['Navigation to first answer, 562 ms a request', far.map((run) => run.verdict), null, 'ms', 0],
  ['Second visit, offline, to the first question', offline, 700, 'ms', 0],
  ['Tap on a confidence to the painted verdict', near.map((run) => run.tap), 50, 'ms', 0],
  ['Written to localStorage by one answer, at most', [written], 8, 'KB', 1],
];

const lines = rows.map(([what, values, budget, unit, digits]) => {
  const middle = median(values);
  const span = sorted(values);
  const range =
    values.length > 1 ? `${span[0].toFixed(digits)}–${span.at(-1).toFixed(digits)}` : '';
  const verdict = budget === null ? '' : middle <= budget ? 'kept' : 'MISSED';
  const limit = budget === null ? '' : `${budget} ${unit}`;
  return `| ${what} | ${middle.toFixed(digits)} ${unit} | ${range} | ${limit} | ${verdict} |`;
});
const table = ['| what | median | range | budget | |', '|---|---|---|---|---|', ...lines].join(
  '\n',
);
console.log(table);

if (process.argv.includes('--write')) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    'docs/BENCH.md',
    `# Measured budgets

\`npm run bench -- --write\` wrote this on ${date}: the production build in headless Chromium on a virtual machine
with two cores, at ${SLOWDOWN}x CPU slowdown and 1.6 Mbit/s down, 750 kbit/s up, 150 ms a request (562 ms where it says
so), cold cache, ${RUNS} runs each. 1 KB is 1,024 bytes. A scripted tap goes through as soon as each button works; the
verdict counts when it has been painted (two animation frames, so up to 17 ms of each tap are waiting for the screen).

${table}
`,
  );
}
process.exitCode = lines.some((line) => line.includes('MISSED')) ? 1 : 0;
