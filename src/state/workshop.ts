import { err, ok, type Result } from '#core/result.ts';
import type { Answer, Ask, Job, JobName } from './pack-jobs.ts';

/** Why a job gave no answer. */
export type JobTrouble = 'too-long' | 'stopped' | 'failed';

/** In milliseconds; nobody waits longer for a file. */
const MOST_TIME = 10_000;

/** As much of a worker as is used. */
export interface JobWorker {
  postMessage: (job: Job) => void;
  addEventListener: (
    type: 'message' | 'error' | 'messageerror',
    listen: (event: { readonly data?: unknown }) => void,
  ) => void;
  terminate: () => void;
}

/** Does a job in a worker of its own, so that the page never waits; a worker that does not end is ended. */
export function doJob<N extends JobName>(
  open: () => JobWorker,
  name: N,
  ask: Ask<N>,
  signal?: AbortSignal,
  mostTime = MOST_TIME,
): Promise<Result<Answer<N>, JobTrouble>> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(err('stopped'));
      return;
    }
    const worker = open();
    const end = (result: Result<Answer<N>, JobTrouble>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end(err('too-long')), mostTime);
    const stop = () => end(err('stopped'));
    signal?.addEventListener('abort', stop);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own worker answers as `Jobs` says
    worker.addEventListener('message', ({ data }) => end(ok(data as Answer<N>)));
    worker.addEventListener('error', () => end(err('failed')));
    worker.addEventListener('messageerror', () => end(err('failed')));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- name and ask belong together by their types
    worker.postMessage({ name, ask } as Job);
  });
}
