import { expect, test } from 'vitest';
import { clockAt, browser, study, type Browser } from './two-copies.ts';

const DAY = 86_400_000;

/** A later start, when so much time has passed, with its full reading. */
async function startAfter(at: Browser, millis: number): Promise<number> {
  const opened = await at.open({ clock: () => clockAt(millis) });
  await opened.journal.idle();
  const { length } = await opened.journal.all();
  at.quit();
  return length;
}

test('each tab that writes has a spare copy of its own, and one that only reads has none', async () => {
  const at = browser();
  const tabs = [await at.open(), await at.open(), await at.open()];
  for (const tab of tabs.slice(0, 2)) await study(tab, 3);
  const writers = tabs.slice(0, 2).map(({ journal }) => `mondo-me-${journal.writer()}`);
  expect((await at.buckets.keys()).toSorted()).toEqual(writers.toSorted());
});

test('a spare copy goes when it is a day old and both copies have all of it, not before', async () => {
  const at = browser();
  await study(await at.open(), 5);
  at.quit();
  await startAfter(at, DAY / 2);
  expect(await at.buckets.keys()).toHaveLength(1);
  expect(await startAfter(at, 2 * DAY)).toBe(5);
  expect(await at.buckets.keys()).toHaveLength(0);
});

test('while localStorage lacks something, the spare copy stays', async () => {
  const at = browser();
  await study(await at.open(), 5);
  at.crash();
  const keyValue = { ...at.keyValue, set: () => 'full' as const };
  const opened = await at.open({ keyValue, clock: () => clockAt(2 * DAY) });
  await opened.journal.idle();
  expect(await at.buckets.keys()).toHaveLength(1);
});

test('what is deleted goes from the spare copies with the next start', async () => {
  const at = browser();
  const opened = await at.open();
  await study(opened, 5);
  await opened.journal.append({ type: 'epoch-started' }, clockAt(9000)).saved;
  expect(await at.buckets.keys()).toHaveLength(2);
  at.quit();
  await startAfter(at, 10_000);
  expect(await at.buckets.keys()).toEqual([`mondo-me-${opened.journal.writer()}`]);
  for (const key of at.keyValue.keys()) at.keyValue.remove(key);
  at.wipe();
  // The word that everything was deleted is all that is left.
  expect(await startAfter(at, 20_000)).toBe(1);
});

test('another app’s buckets are left alone', async () => {
  const at = browser();
  await at.buckets.open('somebody-else');
  await startAfter(at, 2 * DAY);
  expect(await at.buckets.keys()).toEqual(['somebody-else']);
});
