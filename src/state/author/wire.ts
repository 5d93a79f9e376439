import type { AuthorWorker, FromWorker, ToWorker } from './messages.ts';
import { newSilence } from './silence.ts';

/** A line to a worker of the place's own. */
export interface Wire {
  readonly send: (message: ToWorker) => void;
  readonly close: () => void;
}

/** @param fail told once when no answer will come any more; never before this returns */
export type Connect = (hear: (message: FromWorker) => void, fail: () => void) => Wire;

/** Starts a worker, which is there until the line is closed, or it breaks or hangs. */
export function connect(
  startWorker: () => AuthorWorker,
  hear: (message: FromWorker) => void,
  fail: () => void,
): Wire {
  let isOpen = true;
  let worker: AuthorWorker | null = null;
  const close = () => {
    isOpen = false;
    silence.end();
    worker?.terminate();
  };
  const end = () => {
    if (!isOpen) return;
    close();
    fail();
  };
  const silence = newSilence(end);
  try {
    worker = startWorker();
  } catch {
    // Some browsers throw where others tell by an event.
    queueMicrotask(end);
  }
  worker?.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own worker, of the same build
    const message = data as FromWorker;
    silence.heard(message);
    if (message.type === 'broken') end();
    else if (isOpen) hear(message);
  });
  worker?.addEventListener('error', end);
  worker?.addEventListener('messageerror', end);
  return {
    send(message) {
      if (isOpen) silence.asked(message);
      worker?.postMessage(message);
    },
    close,
  };
}
