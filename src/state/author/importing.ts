import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftFiles } from '#core/author/history.ts';
import type { Instant } from '#core/time.ts';
import type { Wire } from './checkup.ts';
import type { ImportGoal, ImportJob, ImportReport } from './import-types.ts';
import type { FromWorker } from './messages.ts';

type ImportStage =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly since: Instant }
  | { readonly is: 'done'; readonly report: ImportReport }
  /** By the teacher, because it took too long, or because the worker broke. */
  | { readonly is: 'stopped'; readonly why: 'asked' | 'late' | 'broken' };

export interface ImportingState {
  readonly stage: ImportStage;
  readonly job: ImportJob | null;
  readonly read: (job: ImportJob) => void;
  readonly stop: () => void;
  /** Makes files of what was read. */
  readonly draft: (goal: ImportGoal) => Promise<DraftFiles>;
  /** Forgets what was read. */
  readonly reset: () => void;
}

export type ImportingStore = StoreApi<ImportingState>;

/** A reading that takes longer than this is stopped. */
const MOST = 60_000;

/** Reads foreign files in a worker of its own, which can be stopped at any moment. */
export function createImporting(
  connect: (hear: (message: FromWorker) => void, fail: () => void) => Wire,
  now: () => Instant,
): ImportingStore {
  return createStore<ImportingState>((set, get) => {
    let wire: Wire | null = null;
    let ask = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      clearTimeout(timer);
      wire?.close();
      wire = null;
    };
    const end = (why: 'asked' | 'late' | 'broken') => {
      if (get().stage.is !== 'reading') return;
      close();
      set({ stage: { is: 'stopped', why } });
    };
    let drafted: ((files: DraftFiles) => void) | null = null;
    const hear = (message: FromWorker) => {
      if (message.type === 'drafted') drafted?.(message.files);
      if (message.type !== 'imported' || message.ask !== ask || get().stage.is !== 'reading')
        return;
      clearTimeout(timer);
      set({ stage: { is: 'done', report: message.report } });
    };
    return {
      stage: { is: 'idle' },
      job: null,
      read(job) {
        ask += 1;
        wire ??= connect(hear, () => end('broken'));
        clearTimeout(timer);
        timer = setTimeout(() => end('late'), MOST);
        set({ job, stage: { is: 'reading', since: now() } });
        wire.send({ type: 'import', ask, job });
      },
      draft: (goal) =>
        new Promise((resolve) => {
          drafted = resolve;
          wire?.send({ type: 'draft', goal });
        }),
      stop: () => end('asked'),
      reset() {
        close();
        set({ job: null, stage: { is: 'idle' } });
      },
    };
  });
}
