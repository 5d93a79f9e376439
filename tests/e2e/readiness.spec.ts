import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AnyEvent } from '#core/journal/event.ts';
import { instant } from '#core/time.ts';
import { formatBackup } from '#storage/backup.ts';
import { builtLibrary } from './answering.ts';
import { expect, open, test } from './site.ts';

const [pack] = builtLibrary().packs.filter(({ exam }) => exam !== undefined);
if (!pack) throw new Error('the build has no pack with an exam');
const { uid, concepts: all, domains } = pack;

const DAY = 86_400_000;

/** Answers to so many concepts, so many scenarios each, one round every four days, until yesterday; most are right. */
function answers(concepts: number, scenarios: number): AnyEvent[] {
  const asked = Array.from({ length: scenarios }, (_, round) =>
    all.slice(0, concepts).flatMap((concept) => {
      const scenario = concept.scenarios.filter(({ reserve }) => !reserve)[round];
      return scenario === undefined ? [] : { concept, scenario, round };
    }),
  ).flat();
  return asked.map(({ concept, scenario, round }, i) => ({
    writer: 'e2ewriter0',
    seq: i + 1,
    at: instant(Date.now() - DAY - (scenarios - round) * 4 * DAY + i * 1000),
    offset: 0,
    epoch: 0,
    type: 'answered',
    pack: uid,
    concept: concept.id,
    scenario: scenario.id,
    textRev: scenario.textRev,
    keyRev: scenario.keyRev,
    shown: [],
    response: null,
    right: i % 6 > 0,
    confidence: null,
    latency: 20_000,
    language: 'en',
    session: 'e2e',
    mode: 'study',
  }));
}

/** Brings answers in as a learner would: from a backup. */
async function bring(page: Page, events: readonly AnyEvent[]): Promise<void> {
  const made = instant(Date.now());
  await page.locator('input[type="file"]').setInputFiles({
    name: 'backup.json',
    mimeType: 'application/json',
    buffer: Buffer.from(formatBackup({ made, events: [...events], asides: [] })),
  });
  await page.getByRole('button', { name: 'Import it' }).click();
  await expect(page.getByText(/^Imported:/)).toBeVisible();
}

async function check(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

test('after few answers it says how many are missing, and in which domains', async ({
  page,
  root,
}) => {
  await open(page, root, 'settings');
  await bring(page, answers(10, 2));
  await open(page, root, 'readiness');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Not enough yet to say' }),
  ).toBeVisible();
  await expect(page.getByText('80 more answers are needed, in these domains:')).toBeVisible();
  const numbers = await page.locator('.ready-wanted .ready-number').allTextContents();
  const sum = numbers.reduce((total, words) => total + Number.parseInt(words, 10), 0);
  expect(sum).toBe(80);
  await expect(page.getByText('20, 100 needed')).toBeVisible();
  await expect(page.getByText('20, 30 needed')).toBeVisible();
  await expect(page.getByText(/\d % to pass/)).toHaveCount(0);
  await check(page);
});

test('after enough it says a chance in words, then in figures, and what they were worked out from', async ({
  page,
  root,
}) => {
  const events = answers(all.length, 2);
  await open(page, root, 'settings');
  await bring(page, events);
  await open(page, root, 'readiness');
  await expect(
    page.getByRole('heading', { level: 1, name: /^You would|^It could go either way/ }),
  ).toBeVisible();
  const figure = new RegExp(
    `^[1-9]\\d? % to pass, likely \\d+ to \\d+ %, from ${events.length} answers\\.$`,
  );
  await expect(page.getByText(figure)).toBeVisible();
  await expect(page.getByText(/It says nothing of any other exam/)).toBeVisible();
  const working = page.getByRole('table', { name: 'What was met', exact: true });
  await expect(working.getByRole('row')).toHaveCount(domains.length + 1);
  await expect(page.getByRole('table', { name: 'Predictions and what came' })).toBeVisible();
  await check(page);
});
