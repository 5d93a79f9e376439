import { chromium, type BrowserContext } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindNames } from '#core/pack/model.ts';
import { effective } from '#core/journal/effective.ts';
import { replay } from '#core/journal/learner.ts';
import { today } from '#core/study/queue.ts';
import { instant } from '#core/time.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { builtLibrary, builtScenarios, choose, nextButton, onScreen, submit } from './answering.ts';
import { expect, open, startFirst, test } from './site.ts';

const built = builtScenarios();
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23, 9, 0);

/** Everything that the page has stored, from the backup that a learner would save. */
async function storedEvents(context: BrowserContext, url: string): Promise<readonly AnyEvent[]> {
  const page = await context.newPage();
  await page.goto(`${url}#/settings`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const stream = await (await saving).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  await page.close();
  const backup = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { events: AnyEvent[] };
  return backup.events;
}

test('twenty questions of all kinds, the browser closed, and the predicted queue the next day', async ({
  root,
}) => {
  test.setTimeout(240_000);
  const profile = mkdtempSync(join(tmpdir(), 'mondo-session-'));
  const launch = async (at: number) => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env['CHROMIUM'] ?? chromium.executablePath(),
      args: ['--no-sandbox', '--disable-gpu'],
      locale: 'en',
      timezoneId: 'UTC',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await context.clock.install({ time: at });
    return { context, page };
  };

  const evening = await launch(START);
  // Room for all kinds: more new concepts than a day's usual ten.
  await open(evening.page, root, 'settings');
  for (const [label, value] of [
    ['New concepts a day', '60'],
    ['Minutes a day', '240'],
  ] as const) {
    const field = evening.page.getByLabel(label);
    await field.fill(value);
    await field.press('Enter');
  }
  await open(evening.page, root);
  await startFirst(evening.page);
  const kinds = new Set<string>();
  const answered: string[] = [];
  while (answered.length < 20 || kinds.size < kindNames.length) {
    const known = await onScreen(evening.page, built);
    const { scenario, pack, concept } = known;
    kinds.add(scenario.kind);
    const wrong = answered.length % 5 === 4;
    await choose(evening.page, known, wrong ? 'wrong' : 'right');
    await submit(evening.page, wrong ? 'guessing' : 'fairly-sure');
    answered.push(`${pack}/${concept}/${scenario.id}`);
    await evening.context.clock.fastForward(20_000);
    await nextButton(evening.page).click();
    expect(answered.length, 'all kinds come within sixty questions').toBeLessThanOrEqual(60);
  }
  await evening.page.getByRole('button', { name: /End this session/ }).click();
  await evening.page.getByRole('heading', { level: 1, name: 'Stopped here' }).waitFor();
  const events = await storedEvents(evening.context, root.url);
  const stored = events.filter((event) => event.type === 'answered');
  expect(stored.map((e) => `${e.pack}/${e.concept}/${e.scenario}`)).toEqual(answered);
  await evening.context.close();
  const learner = replay(effective(events));
  const clock = { at: instant(START + DAY), offset: 0 };
  const { packs } = builtLibrary();

  const morning = await launch(START + DAY);
  await open(morning.page, root);
  await morning.page.getByRole('radio', { name: '5 min', exact: true }).check();
  await morning.page.getByRole('button', { name: /Start today’s review/ }).click();
  const [started] = (await storedEvents(morning.context, root.url)).filter(
    (event) => event.type === 'session-started' && event.at >= START + DAY / 2,
  );
  if (started?.type !== 'session-started') throw new Error('no session was started');
  const predicted = today(learner, packs, clock, { seed: started.seed, minutes: 5 }).items;
  expect(predicted.length).toBeGreaterThan(4);
  for (const item of predicted) {
    const known = await onScreen(morning.page, built);
    expect(`${known.pack}/${known.concept}/${known.scenario.id}`).toBe(
      `${item.pack}/${item.concept}/${item.scenario}`,
    );
    await choose(morning.page, known, 'right');
    await submit(morning.page, 'certain');
    await nextButton(morning.page).click();
  }
  await morning.page.getByRole('heading', { level: 1, name: 'Session finished' }).waitFor();
  await morning.context.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a session by keyboard alone: digits, J, Enter, Z, F, T, S and ?', async ({ page, root }) => {
  await open(page, root);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Start with the first question' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (let i = 0; i < 12; i += 1) {
    const known = await onScreen(page, built);
    const { scenario } = known;
    if (scenario.kind === 'single' || scenario.kind === 'multiple') {
      const count = scenario.kind === 'single' ? 1 : scenario.choose;
      for (let digit = 1; digit <= count; digit += 1) await page.keyboard.press(String(digit));
      await page.keyboard.press('j');
    } else {
      await page.keyboard.press('0');
    }
    await page.locator('.feedback').waitFor();
    if (i === 0) {
      await page.keyboard.press('z');
      await expect(page.getByRole('button', { name: /^Guessing/ })).toBeVisible();
      await page.keyboard.press('f');
      await expect(page.getByRole('button', { name: 'Flag' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      continue;
    }
    await page.keyboard.press('Enter');
    if ((await page.getByRole('article').count()) === 0) break;
  }
  await page.goto(`${root.url}#/`);
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/#\/search/);
});
