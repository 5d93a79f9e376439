import { expect, test } from 'vitest';
import type { Keeper } from './persist.ts';
import { estimate, isPersisted, persist } from './persist.ts';

const ask = (find: () => Keeper) => Promise.all([persist(find), isPersisted(find), estimate(find)]);

test('a browser that keeps its word is believed', async () => {
  const keeper = {
    persist: () => Promise.resolve(true),
    persisted: () => Promise.resolve(true),
    estimate: () => Promise.resolve({ usage: 1, quota: 2 }),
  };
  expect(await ask(() => keeper)).toEqual([true, true, { usage: 1, quota: 2 }]);
});

test('a browser that lacks it, or throws, has promised nothing', async () => {
  expect(await ask(() => ({}))).toEqual([false, null, null]);
  expect(
    await ask(() => {
      throw new DOMException('no', 'SecurityError');
    }),
  ).toEqual([false, null, null]);
});
