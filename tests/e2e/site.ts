import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { serve, type Served } from '../serve.mjs';

interface Worker {
  /** The built app under `/`. */
  readonly root: Served;
  /** The same files under `/a/b/`. */
  readonly deep: Served;
}

interface Watched {
  /** What must never happen on any screen: policy violations, errors, requests that leave the origin. */
  readonly offences: string[];
}

export const test = base.extend<Watched, Worker>({
  root: [
    async ({}, use) => {
      const served = await serve('dist');
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  deep: [
    async ({}, use) => {
      const served = await serve('dist', '/a/b/');
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  offences: [
    async ({ context }, use) => {
      const offences: string[] = [];
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      context.on('console', (message) => {
        if (message.type() === 'error') offences.push(message.text());
      });
      context.on('weberror', (error) => offences.push(error.error().message));
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        const isOurs = hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:';
        if (!isOurs) offences.push(`request to ${request.url()}`);
      });
      await use(offences);
      // A network that a test has cut is reported by the browser as an error of the page.
      expect(offences.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Opens the app in a language, as a browser of that language would. */
export async function open(page: Page, served: Served, path = ''): Promise<void> {
  await page.goto(`${served.url}#/${path}`);
  await page.waitForSelector('h1, h2');
}

/** The question that is asked: its feedback lies in the page as well, hidden until it is shown. */
export const questionOf = (page: Page): Locator => page.getByRole('article', { name: 'Question' });

/** Starts with the first question, on a first visit. */
export async function startFirst(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Start with the first question|最初の問題を始める/ })
    .click();
  await page.getByRole('article').waitFor();
}
