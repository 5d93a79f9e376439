/**
 * Kills a real Chromium while it writes, and looks for what it had promised.
 *
 *   npm run kill                          200 kills, by hand, before a release
 *   KILLS=20 npm run kill                 fewer
 *   SABOTAGE=skip-twin npm run kill       must be red: answers called saved are gone
 *   SABOTAGE=skip-spare npm run kill      red with luck: two kills at bad moments and Chromium deletes the twin
 *   SABOTAGE=shared-key npm run kill      must be red: tabs overwrite each other
 *
 * An answer is promised when the page has said `both` or `twin`; `painted` alone is no promise, and what is lost
 * of it is counted. A run in which fewer than a third of the kills hit a pending write is no run.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import type { Living } from './chromium.ts';
import { launch } from './chromium.ts';
import type { Told } from './harness.ts';

const KILLS = Number(process.env['KILLS'] ?? 20);
const SABOTAGE = process.env['SABOTAGE'] ?? '';
/** Milliseconds after a tap within which a kill counts as near. */
const NEAR = 80;

test.describe.configure({ mode: 'serial' });

/** The page under test; another address with the same `window.harness` may stand in. */
let address = process.env['HARNESS'] ?? '';
let stop = () => undefined as void;

test.beforeAll(async () => {
  if (address !== '') return;
  const entry = join(import.meta.dirname, 'harness.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry, formats: ['es'], fileName: 'harness' },
      // One file: what the app reads when it is wanted is in it as well.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const [chunk] = bundle?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('the harness was not built');
  const server = createServer(({ url = '' }, response) => {
    const isScript = url.startsWith('/harness.js');
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? chunk.code : pageFor(url));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => void server.close();
});

test.afterAll(() => stop());

const pageFor = (url: string): string =>
  url.startsWith('/blank') ? '' : '<!doctype html><script type="module" src="harness.js"></script>';

/** What a browser has told about answers, over all its lives. */
interface Ledger {
  readonly painted: Map<string, number>;
  readonly saved: Set<string>;
}

const newLedger = (): Ledger => ({ painted: new Map(), saved: new Set() });

const pending = ({ painted, saved }: Ledger): string[] =>
  [...painted.keys()].filter((ref) => !saved.has(ref));

/** Waits for a write that is under way: on a busy machine chance alone would seldom meet one. */
async function untilPending(ledger: Ledger): Promise<void> {
  for (let turn = 0; turn < 500 && pending(ledger).length === 0; turn += 1) await wait(2);
}

async function openTab({ context }: Living, ledger: Ledger): Promise<Page> {
  const page = await context.newPage();
  await page.exposeFunction('tell', ([what, ref]: Told) => {
    if (what === 'painted') ledger.painted.set(ref, performance.now());
    else if (what === 'both' || what === 'twin') ledger.saved.add(ref);
  });
  await page.goto(`${address}/?sabotage=${SABOTAGE}`);
  await page.waitForFunction(async () => (await window.harness) !== undefined);
  return page;
}

const read = (page: Page) => page.evaluate(async () => (await window.harness)?.read());

const run = (page: Page, every: number) =>
  page.evaluate(async (millis) => (await window.harness)?.run(millis), every);

/** Seconds that a database may take to open on a busy machine after a crash. */
const LATEST = 30;

/** Asserts that nothing promised is missing, and that counts and vectors agree. */
async function check(page: Page, ledger: Ledger): Promise<ReadonlySet<string>> {
  let found = await read(page);
  // Until a twin that opens late is taken up, the page says so and shows less.
  for (let i = 0; i < LATEST && found?.troubles.includes('twin-unavailable') === true; i += 1) {
    await wait(1000);
    found = await read(page);
  }
  if (found === undefined) throw new Error('the harness does not answer');
  const refs = new Set(found.refs);
  const missing = [...ledger.saved].filter((ref) => !refs.has(ref));
  if (missing.length > 0)
    console.log(
      `${missing.length} missing, with ${refs.size} found; troubles: ${found.troubles.join(', ')}`,
      JSON.stringify(found.report),
      await page.evaluate(async () =>
        JSON.stringify([
          await indexedDB.databases(),
          Object.keys(localStorage).length,
          location.href,
        ]),
      ),
    );
  expect(missing).toEqual([]);
  expect(found.report.expected).toBe(found.report.events);
  return refs;
}

const alive = new Set<Living>();

async function start(profile: string): Promise<Living> {
  const living = await launch(profile);
  alive.add(living);
  const leaving = (leave: () => Promise<void>) => async () => {
    alive.delete(living);
    await leave();
  };
  return { ...living, kill: leaving(living.kill), quit: leaving(living.quit) };
}

async function killAll(): Promise<void> {
  for (const living of alive) await living.kill();
  alive.clear();
}

// A test that ran out of time leaves no browser behind, which would go on writing.
test.afterEach(killAll);

async function inProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'mondo-kill-'));
  try {
    await work(profile);
  } finally {
    await killAll();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Lets tabs answer for some time, and closes the browser or kills it. */
async function answerFor(profile: string, ledger: Ledger, tabs: number, millis: number) {
  const living = await start(profile);
  const pages: Page[] = [];
  for (let i = 0; i < tabs; i += 1) pages.push(await openTab(living, ledger));
  for (const page of pages) await run(page, 5);
  await wait(millis);
  return living;
}

for (const tabs of [1, 2, 5]) {
  const kills = Math.max(1, Math.round(KILLS * (tabs === 2 ? 0.5 : 0.25)));
  test(`${kills} kills with ${tabs} tabs writing lose no saved answer`, async () => {
    test.setTimeout(60_000 + kills * 20_000);
    await inProfile(async (profile) => {
      const ledger = newLedger();
      let near = 0;
      let lost = 0;
      for (let i = 0; i < kills; i += 1) {
        const living = await start(profile);
        const first = await openTab(living, ledger);
        const found = await check(first, ledger);
        const unsaved = pending(ledger);
        lost += unsaved.filter((ref) => !found.has(ref)).length;
        for (const ref of unsaved) ledger.painted.delete(ref);
        const pages = [first];
        while (pages.length < tabs) pages.push(await openTab(living, ledger));
        for (const page of pages) await run(page, 3);
        await wait(100 + Math.random() * 1500);
        if (i % 2 === 0) await untilPending(ledger);
        const tapped = Math.max(...ledger.painted.values());
        if (pending(ledger).length > 0 && performance.now() - tapped <= NEAR) near += 1;
        await living.kill();
      }
      const living = await start(profile);
      await check(await openTab(living, ledger), ledger);
      await living.quit();
      console.log(
        `${tabs} tabs: ${kills} kills, ${near} of them hit a pending write; ` +
          `${ledger.saved.size} saved, 0 lost; ${lost} painted but not saved were lost`,
      );
      expect(ledger.saved.size).toBeGreaterThan(kills);
      expect(near).toBeGreaterThanOrEqual(kills / 3);
    });
  });
}

/** Changes the first segment in localStorage, as a bad disk would. */
const damage = (page: Page, how: 'flip' | 'cut') =>
  page.evaluate((kind) => {
    const key = Object.keys(localStorage).find((name) => name.includes('/j/')) ?? '';
    const text = localStorage.getItem(key) ?? '';
    const middle = Math.floor(text.length / 2);
    const flipped = `${text.slice(0, middle)}~${text.slice(middle + 1)}`;
    localStorage.setItem(key, kind === 'cut' ? text.slice(0, middle) : flipped);
  }, how);

const faults = {
  'localStorage deleted alone': (profile: string) =>
    rmSync(join(profile, 'Default', 'Local Storage'), { recursive: true }),
  'IndexedDB deleted alone': (profile: string) =>
    rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true }),
} as const;

for (const [name, strike] of Object.entries(faults)) {
  test(`${name}: the other copy has everything`, async () => {
    await inProfile(async (profile) => {
      const ledger = newLedger();
      await (await answerFor(profile, ledger, 2, 800)).quit();
      strike(profile);
      const living = await start(profile);
      await check(await openTab(living, ledger), ledger);
      await living.quit();
      expect(ledger.saved.size).toBeGreaterThan(10);
    });
  });
}

for (const how of ['flip', 'cut'] as const) {
  test(`a segment with a ${how}: the twin has the rest`, async () => {
    await inProfile(async (profile) => {
      const ledger = newLedger();
      await (await answerFor(profile, ledger, 1, 500)).quit();
      const living = await start(profile);
      const blank = await living.context.newPage();
      await blank.goto(`${address}/blank`);
      await damage(blank, how);
      await check(await openTab(living, ledger), ledger);
      await living.quit();
      expect(ledger.saved.size).toBeGreaterThan(10);
    });
  });
}

test('a profile copied to two machines: both go on, and their backups join', async () => {
  await inProfile(async (profile) => {
    const copy = `${profile}-copy`;
    const [one, two] = [newLedger(), newLedger()];
    await (await answerFor(profile, one, 1, 400)).quit();
    cpSync(profile, copy, { recursive: true });
    for (const ref of one.saved) two.saved.add(ref);
    await (await answerFor(profile, one, 1, 400)).quit();
    await (await answerFor(copy, two, 1, 400)).quit();
    const other = await start(copy);
    const from = await openTab(other, two);
    const text = await from.evaluate(async () => (await window.harness)?.backup());
    await other.quit();
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
    const living = await start(profile);
    const page = await openTab(living, one);
    await page.evaluate(async (file) => (await window.harness)?.restore(file), text ?? '');
    for (const ref of two.saved) one.saved.add(ref);
    await check(page, one);
    await living.quit();
  });
});
