import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftFiles } from '#core/author/history.ts';
import type { Instant } from '#core/time.ts';
import type { ImportGoal, ImportJob, ImportProgress, ImportReport } from './import-types.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Connect, Wire } from './wire.ts';

type ImportStage =
  | { readonly is: 'idle' }
  | {
      readonly is: 'reading';
      readonly since: Instant;
      /** `null` until the first item is read. */
      readonly progress: ImportProgress | null;
    }
  | { readonly is: 'done'; readonly report: ImportReport }
  | { readonly is: 'stopped'; readonly why: Stop };

/** By the teacher, because it took too long, because the worker broke, or it broke with what had been read. */
type Stop = 'asked' | 'late' | 'broken' | 'lost';

export interface ImportingState {
  readonly stage: ImportStage;
  readonly job: ImportJob | null;
  readonly read: (job: ImportJob) => void;
  readonly stop: () => void;
  /** Makes files of what was read; `null` when that is lost. */
  readonly draft: (goal: ImportGoal) => Promise<DraftFiles | null>;
  /** Forgets what was read. */
  readonly reset: () => void;
}

export type ImportingStore = StoreApi<ImportingState>;

/** A reading that takes longer than this is stopped. */
const MOST = 60_000;

/** The worker, the time that it may take, and who waits for a draft. */
function openLine(connect: () => Wire, onLate: () => void) {
  let wire: Wire | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ((files: DraftFiles | null) => void) | null = null;
  const drafted = (files: DraftFiles | null) => {
    waiting?.(files);
    waiting = null;
  };
  return {
    read(message: ToWorker) {
      wire ??= connect();
      clearTimeout(timer);
      timer = setTimeout(onLate, MOST);
      wire.send(message);
    },
    hasRead: () => clearTimeout(timer),
    draft: (goal: ImportGoal) =>
      new Promise<DraftFiles | null>((resolve) => {
        waiting = resolve;
        if (wire === null) drafted(null);
        else wire.send({ type: 'draft', goal });
      }),
    drafted,
    close() {
      clearTimeout(timer);
      wire?.close();
      wire = null;
      drafted(null);
    },
  };
}

/** Reads foreign files in a worker of its own, which can be stopped at any moment. */
export function createImporting(connect: Connect, now: () => Instant): ImportingStore {
  return createStore<ImportingState>((set, get) => {
    let ask = 0;
    const hear = (message: FromWorker) => {
      if (message.type === 'drafted') line.drafted(message.files);
      const { stage } = get();
      if (!('ask' in message) || message.ask !== ask || stage.is !== 'reading') return;
      if (message.type === 'progress') set({ stage: { ...stage, progress: message.progress } });
      if (message.type !== 'imported') return;
      line.hasRead();
      set({ stage: { is: 'done', report: message.report } });
    };
    const end = (why: Stop) => {
      line.close();
      set({ stage: { is: 'stopped', why } });
    };
    const fail = () => {
      const { stage } = get();
      if (stage.is === 'reading') end('broken');
      // A pack is here whole; items stay with the worker until a draft is made of them.
      else if (stage.is === 'done' && stage.report.type === 'items') end('lost');
      else line.close();
    };
    const line = openLine(
      () => connect(hear, fail),
      () => end('late'),
    );
    return {
      stage: { is: 'idle' },
      job: null,
      read(job) {
        ask += 1;
        set({ job, stage: { is: 'reading', since: now(), progress: null } });
        line.read({ type: 'import', ask, job });
      },
      draft: line.draft,
      stop() {
        if (get().stage.is === 'reading') end('asked');
      },
      reset() {
        line.close();
        set({ job: null, stage: { is: 'idle' } });
      },
    };
  });
}
