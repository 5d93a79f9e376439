import { expect, test } from 'vitest';
import { doJob, type JobWorker } from './workshop.ts';

type Listener = (event: { readonly data?: unknown }) => void;

/** A worker that does what a test says. */
function fakeWorker(work: (say: (type: string, data?: unknown) => void) => void) {
  const listeners = new Map<string, Listener>();
  const worker: JobWorker & { isEnded: boolean } = {
    isEnded: false,
    postMessage: () => work((type, data) => listeners.get(type)?.({ data })),
    addEventListener: (type, listen) => void listeners.set(type, listen),
    terminate() {
      worker.isEnded = true;
    },
  };
  return worker;
}

const ask = { document: '{}' };

test('a job gives its answer, and its worker is ended', async () => {
  const worker = fakeWorker((say) => say('message', 'abc'));
  expect(await doJob(() => worker, 'link', ask)).toEqual({ ok: true, value: 'abc' });
  expect(worker.isEnded).toBe(true);
});

test('a worker that does not end is ended, and it is said', async () => {
  const worker = fakeWorker(() => undefined);
  expect(await doJob(() => worker, 'link', ask, undefined, 20)).toEqual({
    ok: false,
    error: 'too-long',
  });
  expect(worker.isEnded).toBe(true);
});

test.each(['error', 'messageerror'])('a worker that fails (%s) is told so', async (type) => {
  const worker = fakeWorker((say) => say(type));
  expect(await doJob(() => worker, 'link', ask)).toEqual({ ok: false, error: 'failed' });
});

test('the learner can stop it, also before it has begun', async () => {
  const stop = new AbortController();
  const worker = fakeWorker(() => stop.abort());
  const stopped = { ok: false, error: 'stopped' };
  expect(await doJob(() => worker, 'link', ask, stop.signal)).toEqual(stopped);
  expect(worker.isEnded).toBe(true);
  const unused = fakeWorker(() => undefined);
  expect(await doJob(() => unused, 'link', ask, stop.signal)).toEqual(stopped);
});
