import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftFiles } from '#core/author/history.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { DraftReport, FocusReport } from './report.ts';

/** A line to the worker. */
export interface Wire {
  readonly send: (message: ToWorker) => void;
  readonly close: () => void;
}

export interface CheckupState {
  /** Of the file in hand; `null` until it has been looked at. */
  readonly focus: FocusReport | null;
  readonly whole: DraftReport | null;
  /** Something was changed that has not been looked at yet. */
  readonly isLooking: boolean;
  readonly look: (this: void, files: DraftFiles, file: string | null) => void;
  /** Lets the worker go. */
  readonly close: () => void;
}

export type CheckupStore = StoreApi<CheckupState>;

/** The doctor beside a draft that is being written. */
export function createCheckup(
  connect: (hear: (message: FromWorker) => void) => Wire,
  today: () => string,
): CheckupStore {
  return createStore<CheckupState>((set) => {
    let wire: Wire | null = null;
    let sent: DraftFiles | null = null;
    let ask = 0;
    const hear = (message: FromWorker) => {
      if (message.ask !== ask) return;
      if (message.type === 'focus') set({ focus: message.report });
      else set({ whole: message.report, isLooking: false });
    };
    return {
      focus: null,
      whole: null,
      isLooking: true,
      look(files, file) {
        wire ??= connect(hear);
        if (files !== sent) wire.send(difference(sent, files));
        sent = files;
        ask += 1;
        set({ isLooking: true });
        wire.send({ type: 'look', ask, file, today: today() });
      },
      close() {
        wire?.close();
        wire = null;
        sent = null;
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
