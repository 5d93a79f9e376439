import { AxeBuilder } from '@axe-core/playwright';
import { builtLibrary } from './answering.ts';
import { expect, open, startFirst, test } from './site.ts';

const [pack] = builtLibrary().packs;
if (!pack) throw new Error('the build has no pack');
const [concept] = pack.concepts;
const [note] = pack.notes;

/** Every place that has an address. */
const places = [
  '',
  'packs',
  `packs/${pack.uid}`,
  `packs/${pack.uid}/concepts/${concept?.id}`,
  `packs/${pack.uid}/notes/${note?.id}`,
  'exam',
  'search?q=VPC',
  'readiness',
  'progress',
  'settings',
  'about',
  'nowhere',
];

/** Those of authors; a draft is read by axe in its own test. */
const authorPlaces = [
  'author',
  'author/import',
  `author/import?pack=${pack.uid}`,
  `author/export/${pack.uid}`,
  'author/nowhere',
];

for (const where of ['root', 'deep'] as const) {
  test(`every place opens by its own link under ${where === 'root' ? '/' : '/a/b/'}`, async ({
    page,
    root,
    deep,
  }) => {
    const served = where === 'root' ? root : deep;
    for (const place of [...places, ...authorPlaces]) {
      await page.goto('about:blank');
      await open(page, served, place);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/Mondo/);
    }
  });
}

// axe reads nine places in a row.
test.describe.configure({ timeout: 180_000 });

const looks = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ja', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const;

for (const { language, theme } of looks) {
  test.describe(`in ${language}, ${theme}`, () => {
    test.use({ locale: language, colorScheme: theme, reducedMotion: 'reduce' });

    for (const [whose, some] of Object.entries({ learner: places, author: authorPlaces }))
      test(`axe finds nothing on any place of the ${whose}`, async ({ page, root }) => {
        for (const place of some) {
          await open(page, root, place);
          await page.waitForLoadState('networkidle');
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`)).toEqual(
            [],
          );
        }
      });

    test('axe finds nothing on a question, its feedback, the summary and a used Today', async ({
      page,
      root,
    }) => {
      const check = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      };
      await open(page, root);
      await startFirst(page);
      await check('question');
      await page.keyboard.press('0');
      await page.locator('.feedback').waitFor();
      await check('feedback');
      await page.getByRole('button', { name: /End this session|この回を終える/ }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await check('summary');
      await page.getByRole('button', { name: /To today|今日の画面へ/ }).click();
      await page.getByRole('heading', { name: /Recall field|想起マップ/ }).waitFor();
      await check('today');
    });

    test('nothing is wider than a screen of 320 px', async ({ page, root }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
      for (const place of places) {
        await open(page, root, place);
        expect(await widest(), place).toBeLessThanOrEqual(320);
      }
      await open(page, root);
      await startFirst(page);
      expect(await widest(), 'question').toBeLessThanOrEqual(320);
      await page.keyboard.press('0');
      await page.locator('.feedback').waitFor();
      expect(await widest(), 'feedback').toBeLessThanOrEqual(320);
    });
  });
}
