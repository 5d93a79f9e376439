import { expect, test, vi } from 'vitest';
import { sampleForm } from '#core/exam/sample.ts';
import { reviewRepairs } from '#core/exam/review.ts';
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
