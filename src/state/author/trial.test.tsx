import { expect, test, vi } from 'vitest';
import { samplePack } from '#core/pack/rules/sample.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import type { Buckets } from '#storage/ports.ts';
import { createTrial } from './trial.ts';

test('a trial answers as in earnest, and leaves nothing anywhere', async () => {
  const device = newDevice();
  const stores = await memoryStores(device);
  const before = device.keyValue.keys();
  const buckets = {
    open: vi.fn<Buckets['open']>(),
    keys: vi.fn<Buckets['keys']>(() => Promise.resolve([])),
    delete: vi.fn<Buckets['delete']>(),
  };
  const real = { ...stores, ports: { ...stores.ports, buckets } };
  const trial = await createTrial(real, samplePack(), () => undefined, null);
  expect(trial.session.getState().session?.phase).toBe('asking');
  trial.session.getState().answer(null, null);
  await vi.waitFor(() => expect(trial.learner.getState().learner.answers).toBe(1));
  await trial.journal.idle();
  expect(await stores.journal.all()).toEqual([]);
  expect(device.keyValue.keys()).toEqual(before);
  expect(buckets.open).not.toHaveBeenCalled();
});
