// The editor in a slow Chromium: a draft of 1,000 scenarios is opened, and words are typed into one of them.
import { atFullSpeed, newProfile, openBrowser, slowDown } from './visits.mjs';

const OPENED = 5;
const LETTERS = 40;
/** A quick typist: milliseconds from letter to letter. After each word a thought, so long that the edit is made just then. */
const STROKE = 100;
const WORD = 8;
const THOUGHT = 280;
const DRAFT = 'benchdraft00';
const DATABASE = 'mondo-packs-me';

/** Runs in the page: puts a draft where the app keeps its own. */
function putDraft({ database, id, texts }) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const change = request.result.transaction(['drafts', 'draft-steps'], 'readwrite');
      const head = {
        id,
        title: 'A long one',
        changedAt: 0,
        revision: 1,
        base: 0,
        kept: 0,
        done: 0,
      };
      change.objectStore('drafts').put(head, id);
      change.objectStore('draft-steps').put(texts, `${id}/base`);
      change.addEventListener('complete', () => resolve(request.result.close()));
      change.addEventListener('abort', () => reject(change.error));
    });
  });
}

/** Runs in the page: goes to the draft, and says when a field of it has been painted. */
function openDraft(address) {
  return new Promise((resolve) => {
    const began = performance.now();
    const look = new MutationObserver(() => {
      if (!document.querySelector('textarea')) return;
      look.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - began));
        port1.start();
        port2.postMessage(null);
      });
    });
    look.observe(document, { childList: true, subtree: true });
    location.hash = address;
  });
}

/** Runs in the page: notes how long each letter waits for the frame that shows it. */
function watchLetters() {
  const isWatching = window.letters !== undefined;
  window.letters = [];
  if (isWatching) return;
  addEventListener(
    'beforeinput',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => window.letters.push(performance.now() - timeStamp));
        port1.start();
        port2.postMessage(null);
      });
    },
    true,
  );
}

/**
 * How long each letter waits that is typed where the focus is. The first examination of so many scenarios goes on
 * meanwhile, in the worker. By the keyboard: a field that is looked up for each letter keeps the page busy with the
 * search.
 */
async function typed(page) {
  await page.evaluate(watchLetters);
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await page.keyboard.press(String.fromCharCode(97 + (letter % 26)));
    await page.waitForTimeout(letter % WORD === WORD - 1 ? THOUGHT : STROKE);
  }
  await page.waitForFunction((count) => window.letters.length === count, LETTERS, {
    timeout: 120_000,
  });
  return page.evaluate(() => window.letters);
}

/**
 * @param files a draft's
 * @returns milliseconds: to the painted form, of each opening; and of each letter in the form and in the source, to the
 *   frame that shows it; and the same of letters without a slowdown
 */
export async function measureEditor(url, files) {
  const profile = newProfile();
  const { context, page, devtools } = await openBrowser(profile.folder);
  // Wide enough for all panes side by side: contents, form, preview and problems are drawn at once.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${url}#/author`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const texts = [...files].filter(([, content]) => typeof content === 'string');
  // The list has been read: the database is there.
  await page.locator('.author-section').first().waitFor();
  await page.evaluate(putDraft, { database: DATABASE, id: DRAFT, texts });
  const [scenario] = texts.find(([path]) => /^concepts\/[^/]+\/(?!concept\.md)/.test(path));
  const address = `/author/${DRAFT}?file=${encodeURIComponent(scenario)}`;
  await slowDown(devtools);
  const opened = [];
  for (let run = 0; run < OPENED; run += 1) {
    await page.goto(`${url}#/author`);
    await page.reload();
    await page.locator('.author-section').first().waitFor();
    opened.push(await page.evaluate(openDraft, address));
  }
  await page.getByLabel('Question (English)').focus();
  const letters = await typed(page);
  await page.getByRole('radio', { name: 'Source' }).check();
  const source = page.locator('.cm-content');
  await source.click();
  await page.keyboard.press('End');
  const sourceLetters = await typed(page);
  await atFullSpeed(devtools);
  const fastSource = await typed(page);
  await page.getByRole('radio', { name: 'Form' }).check();
  await page.getByLabel('Question (English)').focus();
  const fast = await typed(page);
  await context.close();
  profile.remove();
  return { opened, letters, sourceLetters, fast, fastSource };
}
