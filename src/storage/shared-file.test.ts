import { expect, test } from 'vitest';
import { takeSharedFile } from './shared-file.ts';

/** As much of the browser's caches as is used, with what the service worker has laid aside. */
function cachesWith(waiting: Response | Error | null): CacheStorage {
  let held = waiting;
  const caches: unknown = {
    async open() {
      if (held instanceof Error) throw held;
      const found = held;
      return { match: async () => found?.clone() };
    },
    async delete() {
      held = null;
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of the caches as is used
  return caches as CacheStorage;
}

const laidAside = (name: string) => new Response('{"mondo": 1}', { headers: { 'x-name': name } });

test('what was laid aside is taken once, under its own name', async () => {
  const caches = cachesWith(laidAside(encodeURIComponent('夜の勤務.mondo.json')));
  const file = await takeSharedFile(caches);
  if (!(file instanceof File)) throw new Error('no file');
  expect([file.name, await file.text()]).toEqual(['夜の勤務.mondo.json', '{"mondo": 1}']);
  expect(await takeSharedFile(caches)).toBeNull();
});

test('what cannot be had is said to be lost', async () => {
  expect(await takeSharedFile(cachesWith(new Error('full')))).toBe('lost');
  expect(await takeSharedFile(cachesWith(laidAside('%E0%A4%A')))).toBe('lost');
});
