import { builtScenarios, choose, nextButton, onScreen, submit } from './answering.ts';
import { expect, open, startFirst, test } from './site.ts';

const built = builtScenarios();

test('a first visit offers one sentence, the language, and the first question within one tap', async ({
  page,
  root,
}) => {
  await open(page, root);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('radio')).toHaveCount(2);
  await expect(page.getByText('Recall field')).toHaveCount(0);
  await startFirst(page);
  await expect(page.getByRole('button', { name: /^Certain/ })).toBeVisible();
});

test('the language chosen first is that of the interface and of the questions, also after a reload', async ({
  page,
  root,
}) => {
  await open(page, root);
  await page.getByRole('radio', { name: '日本語' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await startFirst(page);
  expect((await onScreen(page, built)).language).toBe('ja');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  expect((await onScreen(page, built)).language).toBe('ja');
});

test('a wrong answer that was certain is told first what decides, and that it is saved', async ({
  page,
  root,
}) => {
  await open(page, root);
  await startFirst(page);
  const known = await onScreen(page, built);
  await choose(page, known, 'wrong');
  await submit(page, 'certain');
  const verdict = page.getByRole('heading', { name: /Not this one/ });
  await expect(verdict).toBeFocused();
  await expect(page.locator('mark').first()).toBeVisible();
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await nextButton(page).click();
  await expect(page.getByRole('button', { name: /^Certain/ })).toBeVisible();
});

test('what was chosen survives a reload, a stop and the other language', async ({ page, root }) => {
  await open(page, root);
  await startFirst(page);
  const known = await onScreen(page, built);
  await choose(page, known, 'right');
  const isLaid = () =>
    page.getByRole('button', { name: /^(Certain|確信)/ }).getAttribute('aria-disabled');
  expect(await isLaid()).toBeNull();
  await page.keyboard.press('t');
  await expect(page.getByRole('article').locator('.question-ask [lang="ja"]')).toBeVisible();
  expect((await onScreen(page, built)).language).toBe('ja');
  expect(await isLaid()).toBeNull();
  await page.reload();
  expect((await onScreen(page, built)).scenario.id).toBe(known.scenario.id);
  expect(await isLaid()).toBeNull();
});
