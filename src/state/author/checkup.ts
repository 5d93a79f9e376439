import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftFiles } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
import type { ExportResult, ExportWish } from './export-types.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { DraftReport, FocusReport } from './report.ts';
import { newReportListener } from './report-news.ts';
import type { Connect, Wire } from './wire.ts';

/** The worker broke off, or never began. */
type Broken = 'broken';

export interface CheckupState {
  /** Of the file in hand; `null` until it has been looked at. */
  readonly focus: FocusReport | null;
  readonly whole: DraftReport | null;
  /** Something was changed that has not been looked at yet. */
  readonly isLooking: boolean;
  /** What was looked at last was not looked at to the end: the next look is by a new worker. */
  readonly isBroken: boolean;
  readonly look: (this: void, files: DraftFiles, file: string | null) => void;
  /** The draft as a pack, as far as it can be read. */
  readonly pack: (files: DraftFiles) => Promise<Pack | Broken | null>;
  /** The draft in a format; `null` while it is no pack. */
  readonly write: (files: DraftFiles, wish: ExportWish) => Promise<ExportResult | Broken | null>;
  /** Lets the worker go. */
  readonly close: () => void;
}

export type CheckupStore = StoreApi<CheckupState>;

/** A line that keeps the worker's copy of the files up to date. */
function openLine(connect: () => Wire) {
  let wire: Wire | null = null;
  let sent: DraftFiles | null = null;
  return {
    tell(files: DraftFiles, message: ToWorker) {
      wire ??= connect();
      if (files !== sent) wire.send(difference(sent, files));
      sent = files;
      wire.send(message);
    },
    close() {
      wire?.close();
      wire = null;
      sent = null;
    },
  };
}

/** Those who wait for an answer, by the number of their job: answers come in any order, or not at all. */
function newCounter<T>() {
  const waiting = new Map<number, (answer: T | Broken | null) => void>();
  let last = 0;
  return {
    wait: (ask: (job: number) => void) =>
      new Promise<T | Broken | null>((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        ask(last);
      }),
    answer(job: number, answer: T | null) {
      waiting.get(job)?.(answer);
      waiting.delete(job);
    },
    /** Nobody answers any more. */
    close(why: Broken | null) {
      for (const resolve of waiting.values()) resolve(why);
      waiting.clear();
    },
  };
}

/** The doctor beside a draft that is being written. */
export function createCheckup(connect: Connect, today: () => string): CheckupStore {
  return createStore<CheckupState>((set) => {
    let ask = 0;
    let listener = newReportListener();
    const packs = newCounter<Pack>();
    const exports = newCounter<ExportResult>();
    const hear = (message: FromWorker) => {
      if (message.type === 'pack') packs.answer(message.job, message.pack);
      if (message.type === 'exported') exports.answer(message.job, message.exported);
      if (message.type === 'focus' && message.ask === ask) set({ focus: message.report });
      if (message.type === 'news') listener.hear(message.news);
      if (message.type === 'whole') {
        const whole = listener.end(message.end);
        if (message.ask === ask) set({ whole, isLooking: false, isBroken: false });
      }
    };
    const end = (why: Broken | null) => {
      line.close();
      // A new worker begins anew.
      listener = newReportListener();
      packs.close(why);
      exports.close(why);
    };
    const fail = () => {
      end('broken');
      set({ isLooking: false, isBroken: true });
    };
    const line = openLine(() => connect(hear, fail));
    return {
      focus: null,
      whole: null,
      isLooking: true,
      isBroken: false,
      look(files, file) {
        ask += 1;
        set({ isLooking: true });
        line.tell(files, { type: 'look', ask, file, today: today() });
      },
      pack: (files) => packs.wait((job) => line.tell(files, { type: 'pack', job })),
      write: (files, wish) =>
        exports.wait((job) => line.tell(files, { type: 'export', job, wish })),
      close() {
        end(null);
        set({ focus: null, whole: null, isBroken: false });
      },
    };
  });
}

/** Only what has changed goes over the wire. */
function difference(before: DraftFiles | null, after: DraftFiles): ToWorker {
  const set = [...after].filter(([path, content]) => before?.get(path) !== content);
  const gone = [...(before?.keys() ?? [])].filter((path) => !after.has(path));
  return { type: 'files', isWhole: before === null, set, gone };
}
