import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import type { AnyEvent } from '#core/journal/event.ts';
import { builtLibrary, builtScenarios, choose, onScreen } from './answering.ts';
import { expect, open, test } from './site.ts';

const built = builtScenarios();
const pack = builtLibrary().packs.find(({ exam }) => exam?.questions === 20);
if (!pack?.exam) throw new Error('the build has no exam of twenty questions');
const { questions, minutes } = pack.exam;
const START = Date.UTC(2026, 10, 26, 9, 0);

test.describe.configure({ timeout: 180_000 });

const next = (page: Page) =>
  page.getByRole('button', { name: /^(Next|Review all|次へ|全体を確認)/ }).last();
const timer = (page: Page) => page.getByRole('timer');

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Start:|試験を始める)/ }).click();
  await page.getByRole('article').waitFor();
}

async function goTo(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^(Question|問題) ${number},`) }).click();
  await page.getByRole('heading', { name: new RegExp(`^(Question|問題) ${number} `) }).waitFor();
  await page.getByRole('article').waitFor();
}

async function handIn(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Review all|全体を確認)/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^(Hand in|提出する)/ })
    .last()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Hand in|提出する)/ })
    .click();
  await page.getByRole('region', { name: /^(Result|結果)$/ }).waitFor();
}

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

test.describe('in English', () => {
  test.use({ locale: 'en' });

  test('a whole exam: reload in the middle, hand in, report, cause, and each answer recorded once', async ({
    page,
    context,
    root,
  }) => {
    await page.clock.install({ time: START });
    await open(page, root, 'exam');
    await expect(page.getByText('left with nothing that you have met')).toBeVisible();
    await start(page);
    for (let number = 1; number <= 12; number += 1) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        `Question ${number} of ${questions}`,
      );
      const known = await onScreen(page, built);
      await choose(page, known, number <= 8 ? 'right' : 'wrong');
      if (number === 3) await page.keyboard.press('f');
      await next(page).click();
    }
    await expect(page.getByText(`12 answered · 1 flagged · ${questions - 12} to go`)).toBeVisible();

    await page.clock.fastForward('05:00');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Question 13 of ${questions}`);
    await expect(page.getByText(`12 answered · 1 flagged · ${questions - 12} to go`)).toBeVisible();
    await expect(timer(page)).toHaveText(/^3[345]:\d\d$/);
    await goTo(page, 1);
    // What was chosen is still there, whatever kind the seed has put first.
    const chosen =
      '.option-input:checked, .ordering-laid, article select option:checked:not([value=""])';
    await expect(page.locator(chosen).first()).toBeAttached();

    await page.keyboard.press('r');
    await expect(page.getByRole('heading', { name: 'Before you hand in' })).toBeFocused();
    await page.getByRole('radio', { name: `Unanswered (${questions - 12})` }).check();
    await expect(page.getByRole('button', { name: /^Question \d+, not answered/ })).toHaveCount(
      questions - 12,
    );
    await page
      .getByRole('button', { name: /^Hand in/ })
      .last()
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`${questions - 12} questions are not answered`);
    await expect(dialog).toContainText('1 question is flagged');
    await dialog.getByRole('button', { name: /^Hand in/ }).click();

    const result = page.getByRole('region', { name: 'Result' });
    await expect(result).toContainText('Not passed');
    await expect(result).toContainText(`8 of ${questions} questions that count; 14 needed (70 %)`);
    await expect(page.getByText(`Missed (${questions - 8})`)).toBeVisible();
    await page.getByRole('button', { name: 'Misread' }).click();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Misread' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const events = await storedEvents(context, root.url);
    const answers = events.filter((event) => event.type === 'answered');
    expect(answers).toHaveLength(12);
    expect(answers.every((event) => event.type === 'answered' && event.mode === 'exam')).toBe(true);
    expect(events.filter(({ type }) => type === 'exam-submitted')).toHaveLength(1);

    await open(page, root, 'exam');
    await expect(page.getByText(`8 of ${questions} right, 40 %`)).toBeVisible();
  });

  test('time runs out: on the screen with a warning before, and while the page is closed', async ({
    page,
    context,
    root,
  }) => {
    await page.clock.install({ time: START });
    await open(page, root, 'exam');
    await start(page);
    await choose(page, await onScreen(page, built), 'right');
    await page.clock.fastForward((minutes - 5) * 60_000);
    await page.clock.runFor(1000);
    await expect(page.getByText('5 minutes left').first()).toBeVisible();
    await page.getByRole('button', { name: /hide the time/ }).click();
    await expect(timer(page)).toHaveText('Show the time');
    await page.clock.fastForward(6 * 60_000);
    await page.clock.runFor(1000);
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result).toContainText('Time ran out');
    await expect(result).toContainText(`1 of ${questions} questions`);

    await open(page, root, 'exam');
    await start(page);
    await choose(page, await onScreen(page, built), 'right');
    await open(page, root);
    await expect(page.getByText('An exam is running')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Go on with it' })).toBeVisible();
    await page.close();
    const later = await context.newPage();
    await later.clock.install({ time: START + 24 * 3_600_000 });
    await open(later, root, 'exam');
    await later
      .getByRole('link', { name: /Mock exam on these notes/ })
      .first()
      .click();
    await expect(later.getByRole('region', { name: 'Result' })).toContainText('Time ran out');
    await expect(later.getByRole('region', { name: 'Result' })).toContainText(
      `1 of ${questions} questions`,
    );
  });

  test('a code typed in another profile gives the same form, a mistyped one is told', async ({
    page,
    browser,
    root,
  }) => {
    const formOn = async (sitting: Page) => {
      const words: string[] = [];
      for (let number = 1; number <= questions; number += 1) {
        await goTo(sitting, number);
        words.push(await sitting.getByRole('article').innerText());
      }
      return words;
    };
    await open(page, root, 'exam');
    await page.getByRole('button', { name: 'Make a code for a class' }).click();
    const code = await page.locator('output .exam-code').innerText();
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Start with this code' }).click();
    await page.getByRole('article').waitFor();
    const mine = await formOn(page);

    const other = await browser.newContext({ locale: 'en' });
    const theirs = await other.newPage();
    // Somebody who has sat another form before.
    await open(theirs, root, 'exam');
    await start(theirs);
    await choose(theirs, await onScreen(theirs, built), 'right');
    await handIn(theirs);
    await open(theirs, root, 'exam');
    const field = theirs.getByLabel('Code');
    await field.fill(code.replace(/.$/, (last) => (last === '0' ? '2' : '0')));
    await theirs.getByRole('button', { name: 'Start with this code' }).click();
    await expect(theirs.getByRole('alert')).toContainText('mistyped');
    await field.fill(code.toLowerCase().replaceAll('-', ' '));
    await theirs.getByRole('button', { name: 'Start with this code' }).click();
    await theirs.getByRole('article').waitFor();
    expect(await formOn(theirs)).toEqual(mine);
    await other.close();
  });

  test('keys alone are enough', async ({ page, root }) => {
    await open(page, root, 'exam');
    await start(page);
    // Nobody is as quick as this: the keys act a moment after the question is there.
    const keys = page.getByRole('dialog');
    await expect(async () => {
      await page.keyboard.press('?');
      await expect(keys).toContainText('review all questions', { timeout: 1000 });
    }).toPass();
    await expect(keys).not.toContainText('guessing');
    await page.keyboard.press('Escape');
    // In a question of pairs the digit goes to a list, whose letters are its own search.
    const isMatching = await page.locator('article .matching').isVisible();
    await page.keyboard.press(isMatching ? 's' : '1');
    await page.keyboard.press('n');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Question 2 /);
    await page.keyboard.press('p');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Question 1 /);
    await page.keyboard.press('f');
    await expect(page.getByText(/1 flagged/)).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.getByRole('heading', { name: 'Before you hand in' })).toBeVisible();
  });
});

for (const { language, theme } of [
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const) {
  test.describe(`in ${language}, ${theme}`, () => {
    test.use({ locale: language, colorScheme: theme, reducedMotion: 'reduce' });

    test('axe finds nothing, and nothing is wider than 320 px', async ({ page, root }) => {
      const check = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, what).toBeLessThanOrEqual(320);
        await page.setViewportSize({ width: 1280, height: 800 });
      };
      await open(page, root, 'exam');
      await page.getByRole('button', { name: /^(Make a code|クラス用)/ }).click();
      await check('exams');
      await start(page);
      await choose(page, await onScreen(page, built), 'wrong');
      await page.keyboard.press('f');
      await check('question');
      await page.keyboard.press('r');
      await check('overview');
      await open(page, root, 'exam');
      await check('running');
      await page.getByRole('link', { name: /^(Go on|試験に戻る)/ }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page
        .getByRole('button', { name: /^(Hand in|提出する)/ })
        .first()
        .click();
      await check('hand in');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Hand in|提出する)/ })
        .click();
      await page.getByRole('region', { name: /^(Result|結果)$/ }).waitFor();
      await page.getByRole('article').waitFor();
      await check('report');
      await page.getByRole('link', { name: /^(Print|印刷)/ }).click();
      await page.getByRole('article').first().waitFor();
      await page.getByRole('checkbox').check();
      await check('paper');
    });
  });
}
