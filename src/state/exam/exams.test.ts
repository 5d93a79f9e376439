import { expect, test, vi } from 'vitest';
import { sampleForm } from '#core/exam/sample.ts';
import { reviewRepairs } from '#core/exam/review.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { createExamsStore } from './exams.ts';

vi.mock('#core/exam/review.ts', { spy: true });

test('each part of a page that asks for the exams does not have all of their reviews looked through again', async () => {
  const exams = createExamsStore({ ...(await memoryStores()), language: () => 'en' }, () => 'exam');
  await exams.getState().open();
  exams.getState().begin(sampleForm());
  const before = vi.mocked(reviewRepairs).mock.calls.length;
  for (let part = 0; part < 5; part += 1) await exams.getState().open();
  expect(exams.getState()).toMatchObject({ status: 'ready', attempts: [{ end: null }] });
  expect([before, vi.mocked(reviewRepairs).mock.calls.length]).toEqual([1, 1]);
});

test('exams that cannot be read anew once other events count are said to be unread, and are read at the next opening', async () => {
  const stores = await memoryStores();
  const { journal, learner, clock } = stores;
  let isBroken = false;
  const listeners = new Set<(fresh: readonly AnyEvent[]) => void>();
  const breakable = {
    ...journal,
    all: async () => (isBroken ? Promise.reject(new Error('the disk is gone')) : journal.all()),
    onEvents: (listen: (fresh: readonly AnyEvent[]) => void) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
  };
  const ground = { ...stores, journal: breakable, language: () => 'en' } as const;
  const exams = createExamsStore(ground, () => 'exam');
  await exams.getState().open();
  exams.getState().begin(sampleForm());
  isBroken = true;
  const [anew] = learner.getState().record([{ type: 'epoch-started' }], clock());
  if (anew) for (const listen of listeners) listen([anew]);
  await vi.waitFor(() => expect(exams.getState().status).toBe('failed'));
  isBroken = false;
  await exams.getState().open();
  expect(exams.getState()).toMatchObject({ status: 'ready', attempts: [] });
  expect(listeners.size).toBe(1);
});
