import { IDBFactory } from 'fake-indexeddb';
import { expect, describe, test, vi } from 'vitest';
import type { Saved } from './desk.ts';
import type { Buckets } from './ports.ts';
import { answer, browser, clockAt, study, type Browser } from './two-copies.ts';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
  });

async function recordsIn(indexedDB: IDBFactory): Promise<number> {
  const database = await settled(indexedDB.open('mondo-me'));
  const count = await settled(
    database.transaction('records', 'readonly').objectStore('records').count(),
  );
  database.close();
  return count;
}

async function studyAndCrash(at: Browser, i: number): Promise<void> {
  await study(await at.open(), 2, 10 * i);
  at.crash();
}

const never = () => new Promise<never>(() => undefined);

/** A database that opens, and whose transactions never end. */
const stuck = {
  transaction: () =>
    Object.assign(new EventTarget(), { objectStore: () => ({ put: () => undefined }) }),
  close: () => undefined,
};
const takingNothing = Object.assign(new IDBFactory(), {
  open() {
    const request = Object.assign(new EventTarget(), { result: stuck });
    queueMicrotask(() => request.dispatchEvent(new Event('success')));
    return request;
  },
});

describe('buckets that do not answer', () => {
  test.each([
    ['opening', never],
    ['writing', () => Promise.resolve({ indexedDB: takingNothing })],
  ])(
    'delay neither the twin nor, for long, the word that an answer is saved: %s',
    async (_, open) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const at = browser();
      const { journal } = await at.open({ buckets: { ...at.buckets, open } });
      const told = vi.fn<(saved: Saved) => void>();
      const saved = [1, 2, 3].map((n) => journal.append(answer(n), clockAt(n)).saved.then(told));
      await vi.waitFor(async () => expect(await recordsIn(at.indexedDB)).toBe(3));
      expect(told).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(3000);
      await Promise.all(saved);
      vi.useRealTimers();
      expect(told.mock.calls).toEqual([['both'], ['both'], ['both']]);
    },
  );

  test('are done without after two writes that did not end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const at = browser();
    const open = () => Promise.resolve({ indexedDB: takingNothing });
    const { journal } = await at.open({ buckets: { ...at.buckets, open } });
    for (const n of [1, 2]) {
      const { saved } = journal.append(answer(n), clockAt(n));
      await vi.advanceTimersByTimeAsync(3000);
      expect(await saved).toBe('both');
    }
    expect(await journal.append(answer(3), clockAt(3)).saved).toBe('both');
    vi.useRealTimers();
  });

  test.each([
    ['names', { keys: never }],
    ['copies', { open: never }],
    ['deletion', { delete: never }],
  ])('hang no start, no full reading and no backup: %s', async (_, hanging) => {
    const at = browser();
    for (let i = 0; i < 10; i += 1) await studyAndCrash(at, i);
    at.wipe();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const goOn = setInterval(() => void vi.advanceTimersByTime(1000), 5);
    const { journal } = await at.open({ buckets: { ...at.buckets, ...hanging } });
    await journal.idle();
    expect(await journal.backup()).toContain('mondo');
    clearInterval(goOn);
    vi.useRealTimers();
  });
});

test('an answer is called saved only when the spare copy has it too', async () => {
  const at = browser();
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const buckets: Buckets = {
    ...at.buckets,
    open: async (name) => gate.then(() => at.buckets.open(name)),
  };
  const { journal } = await at.open({ buckets });
  const told = vi.fn<(saved: Saved) => void>();
  const saved = journal.append(answer(1), clockAt(0)).saved.then(told);
  await vi.waitFor(async () => expect(await recordsIn(at.indexedDB)).toBe(1));
  expect(told).not.toHaveBeenCalled();
  letGo();
  await saved;
  expect(told).toHaveBeenCalledWith('both');
});
