import { expect, test, vi } from 'vitest';
import type { AuthorWorker } from './messages.ts';
import { connect } from './wire.ts';

/** A worker to be played with. */
function puppet() {
  const listeners: { type: string; listen: (event: { readonly data?: unknown }) => void }[] = [];
  const worker: AuthorWorker = {
    postMessage: () => undefined,
    addEventListener: (type, listen) => void listeners.push({ type, listen }),
    terminate: vi.fn<() => void>(),
  };
  const tell = (wanted: string, data?: unknown) => {
    for (const { type, listen } of listeners) if (type === wanted) listen({ data });
  };
  return { worker, tell };
}

test.each([
  ['error', undefined],
  ['messageerror', undefined],
  ['message', { type: 'broken' }],
])('a worker that ends by an event of type %s is let go, and that is told once', (type, data) => {
  const { worker, tell } = puppet();
  const [hear, fail] = [vi.fn<() => void>(), vi.fn<() => void>()];
  connect(() => worker, hear, fail);
  tell(type, data);
  tell('error');
  tell('message', { type: 'drafted', files: new Map() });
  expect(fail).toHaveBeenCalledTimes(1);
  expect(worker.terminate).toHaveBeenCalled();
  expect(hear).not.toHaveBeenCalled();
});

test('a line that was closed tells nothing any more', () => {
  const { worker, tell } = puppet();
  const fail = vi.fn<() => void>();
  connect(() => worker, vi.fn<() => void>(), fail).close();
  tell('error');
  expect(fail).not.toHaveBeenCalled();
});

test('a worker that cannot even be made is told of when the line is there', async () => {
  const fail = vi.fn<() => void>();
  const wire = connect(
    () => {
      throw new Error('no workers here');
    },
    vi.fn<() => void>(),
    fail,
  );
  wire.send({ type: 'pack', job: 1 });
  expect(fail).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(fail).toHaveBeenCalledTimes(1));
});
