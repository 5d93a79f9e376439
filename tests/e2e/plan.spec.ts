import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { examWeights } from '#core/exam/scope.ts';
import { effective } from '#core/journal/effective.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import { budgetOf } from '#core/study/budget.ts';
import { planAsk, planOf } from '#core/study/exam-plan.ts';
import { today } from '#core/study/queue.ts';
import { addDays, instant } from '#core/time.ts';
import { builtLibrary, builtScenarios, onScreen } from './answering.ts';
import { expect, open, startFirst, test } from './site.ts';

const START = Date.UTC(2026, 10, 26, 9, 0);
const EXAM = 30;

const built = builtScenarios();
const { packs } = builtLibrary();
const pack = packs.find(({ exam }) => exam !== undefined);
if (!pack) throw new Error('no pack of the build has an exam');

test.use({ timezoneId: 'UTC', locale: 'en' });
test.describe.configure({ timeout: 120_000 });

/** One answer, so that Today is no first visit, and the exam with its date. */
async function prepare(page: Page, exam: string, date: string): Promise<void> {
  await startFirst(page);
  await page.keyboard.press('0');
  await page.locator('.feedback').waitFor();
  await page.getByRole('button', { name: /End this session|この回を終える/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: /To today|今日の画面へ/ }).click();
  await page.getByRole('link', { name: /Set an exam and its date|試験と試験日を設定する/ }).click();
  await page.locator('#exam-choice').selectOption(exam);
  const field = page.locator('input[type=date]');
  await field.fill(date);
  await field.press('Enter');
  await page.getByRole('link', { name: /^(Today|今日)$/ }).click();
}

const waitForPlan = (page: Page) =>
  page.getByRole('button', { name: /Save the plan|計画をカレンダー/ }).waitFor();

async function download(page: Page, button: RegExp): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await saving).path(), 'utf8');
}

test('an exam is set, and from then on Today follows the plan to it', async ({ page, root }) => {
  await page.clock.install({ time: START });
  await open(page, root);
  await prepare(page, pack.uid, '2026-12-26');
  await expect(page.getByRole('heading', { name: '30 days to the exam' })).toBeVisible();
  await waitForPlan(page);
  await expect(
    page.getByText(/Today \d+ questions, about \d+ min: you are (not )?on pace\./),
  ).toBeVisible();
  await expect(page.getByText('Predicted recall on the day of the exam.')).toBeVisible();

  // The queue is what the plan would be that is made from the stored journal.
  await page.getByRole('link', { name: 'Settings' }).click();
  const backup = JSON.parse(await download(page, /Save a backup/)) as { events: AnyEvent[] };
  const learner = replay(effective(backup.events));
  const clock = { at: instant(START), offset: 0 };
  const day = learnerDay(learner, clock);
  const exam = addDays(day, EXAM);
  const scope = examWeights(pack.uid, packs, []);
  const budget = budgetOf(learner, day, exam);
  const { order } = planOf(planAsk(learner, packs, scope, budget, day, exam));
  const plan = { order, scope, seconds: budget.today };
  const planned = today(learner, packs, clock, { seed: 0, plan }).items;
  const unplanned = today(learner, packs, clock, { seed: 0 }).items;
  expect(planned.map(({ concept }) => concept)).not.toEqual(
    unplanned.map(({ concept }) => concept),
  );

  await page.getByRole('link', { name: 'Today' }).click();
  await waitForPlan(page);
  await page.getByRole('button', { name: /Start today’s review/ }).click();
  for (const item of planned.slice(0, 4)) {
    expect((await onScreen(page, built)).concept).toBe(item.concept);
    await page.keyboard.press('0');
    await page.locator('.feedback').waitFor();
    await page.keyboard.press('Enter');
  }
  // A reload in the middle goes on in the same order.
  await page.reload();
  expect((await onScreen(page, built)).concept).toBe(planned[4]?.concept);
});

test('other minutes are tried by keyboard, and taken', async ({ page, root }) => {
  await page.clock.install({ time: START });
  await open(page, root);
  await prepare(page, pack.uid, '2026-12-03');
  await waitForPlan(page);
  const slider = page.getByRole('slider', { name: 'What if you studied more, or less?' });
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    /^15 minutes a day: \d+ % of the concepts/,
  );
  await slider.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^20 minutes a day/);
  await page.getByRole('button', { name: 'Study 20 minutes a day from now on' }).click();
  await expect(
    page.getByText(/: you are on pace\. At 20 minutes a day you will meet/),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByLabel('Minutes a day')).toHaveValue('20');
});

test('the plan is saved for a calendar, without the days off', async ({ page, root }) => {
  await page.clock.install({ time: START });
  await open(page, root);
  await prepare(page, pack.uid, '2026-12-03');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'Sun' }).check();
  await page.getByRole('link', { name: 'Today' }).click();
  await waitForPlan(page);
  const file = await download(page, /Save the plan/);
  const days = [...file.matchAll(/DTSTART;VALUE=DATE:(\d+)\r\n/g)].map(([, day]) => day);
  expect(days).toEqual(['20261126', '20261203']);
  expect(file).toContain('RRULE:FREQ=WEEKLY;UNTIL=20261202;BYDAY=MO,TU,WE,TH,FR,SA\r\n');
  expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
});

test('after the exam its result is asked, and the next date by the rule told', async ({
  page,
  root,
}) => {
  await page.clock.install({ time: START });
  await open(page, root);
  await prepare(page, 'aws-saa-c03', '2026-11-27');
  await expect(page.getByText(/Tomorrow is the exam/)).toBeVisible();
  await expect(page.getByText(/concepts for \d+ of the 14 tasks/)).toBeVisible();
  await page.clock.setFixedTime(START + 2 * 86_400_000);
  await page.reload();
  await page.getByRole('button', { name: 'I did not pass' }).click();
  await expect(page.getByText(/sit it again from December 11, 2026/)).toBeVisible();
});

for (const [language, theme] of [
  ['en', 'light'],
  ['ja', 'dark'],
] as const) {
  test.describe(`in ${language}, ${theme}`, () => {
    test.use({ locale: language, colorScheme: theme });

    test('axe finds nothing on a Today with a plan, and it fits 320 px', async ({ page, root }) => {
      await page.clock.install({ time: START });
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, root);
      await prepare(page, 'aws-saa-c03', '2026-12-20');
      await waitForPlan(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      await page.getByRole('link', { name: /^(Settings|設定)$/ }).click();
      await page.locator('#exam-choice').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      const settings = await new AxeBuilder({ page }).analyze();
      expect(settings.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    });
  });
}
