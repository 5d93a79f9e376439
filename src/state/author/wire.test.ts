import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AuthorWorker, FromWorker, ToWorker } from './messages.ts';
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

describe('a worker that hangs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const MINUTE = 60_000;
  const look = (ask: number): ToWorker => ({ type: 'look', ask, file: null, today: '2026-11-20' });
  const wish = { to: 'gift', language: 'en', part: 'all', variant: 1 } as const;
  const words = {
    name: '',
    date: '',
    points: '',
    answers: '',
    rightWhen: '',
    decides: '',
    rule: '',
  };
  function line() {
    const { worker, tell } = puppet();
    const fail = vi.fn<() => void>();
    const wire = connect(() => worker, vi.fn<() => void>(), fail);
    return { worker, wire, fail, answer: (message: FromWorker) => tell('message', message) };
  }

  test.each([
    ['look', look(1)],
    ['pack', { type: 'pack', job: 1 }],
    ['export', { type: 'export', job: 1, wish: { ...wish, words } }],
    ['draft', { type: 'draft', goal: { to: 'draft', files: new Map() } }],
  ] as const)('after it was told to %s is let go, and that is told once', (_, message) => {
    const { worker, wire, fail } = line();
    wire.send(message);
    vi.advanceTimersByTime(MINUTE - 1);
    expect(fail).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10 * MINUTE);
    expect(fail).toHaveBeenCalledTimes(1);
    expect(worker.terminate).toHaveBeenCalled();
  });

  test('is none while it gives signs of life, however long it takes', () => {
    const { wire, fail, answer } = line();
    wire.send(look(1));
    for (let sign = 0; sign < 20; sign += 1) {
      vi.advanceTimersByTime(MINUTE / 2);
      answer({ type: 'alive' });
    }
    expect(fail).not.toHaveBeenCalled();
    vi.advanceTimersByTime(MINUTE);
    expect(fail).toHaveBeenCalledTimes(1);
  });

  test('is none when it owes nothing: it was only given files, or has answered', () => {
    const { wire, fail, answer } = line();
    wire.send({ type: 'files', isWhole: true, set: [], gone: [] });
    vi.advanceTimersByTime(10 * MINUTE);
    wire.send(look(1));
    wire.send(look(2));
    answer({ type: 'whole', ask: 2, end: 'same' });
    vi.advanceTimersByTime(10 * MINUTE);
    expect(fail).not.toHaveBeenCalled();
  });

  test('owes what was asked last, also when an older answer comes in between', () => {
    const { wire, fail, answer } = line();
    wire.send({ type: 'pack', job: 1 });
    wire.send(look(1));
    wire.send(look(2));
    answer({ type: 'whole', ask: 1, end: 'same' });
    answer({ type: 'pack', job: 1, pack: null });
    vi.advanceTimersByTime(MINUTE);
    expect(fail).toHaveBeenCalledTimes(1);
  });

  test('is forgotten with its line', () => {
    const { wire, fail } = line();
    wire.send(look(1));
    wire.close();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(fail).not.toHaveBeenCalled();
  });
});
