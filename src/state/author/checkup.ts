import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftFiles } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
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
  /** The draft as a pack, as far as it can be read. */
  readonly pack: (files: DraftFiles) => Promise<Pack | null>;
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
    const waiting: ((pack: Pack | null) => void)[] = [];
    const tell = (files: DraftFiles): Wire => {
      wire ??= connect(hear);
      if (files !== sent) wire.send(difference(sent, files));
      sent = files;
      return wire;
    };
    const hear = (message: FromWorker) => {
      if (message.type === 'pack') {
        for (const answer of waiting.splice(0)) answer(message.pack);
        return;
      }
      if (!('ask' in message) || message.ask !== ask) return;
      if (message.type === 'focus') set({ focus: message.report });
      else set({ whole: message.report, isLooking: false });
    };
    return {
      focus: null,
      whole: null,
      isLooking: true,
      look(files, file) {
        ask += 1;
        set({ isLooking: true });
        tell(files).send({ type: 'look', ask, file, today: today() });
      },
      pack: (files) =>
        new Promise((resolve) => {
          waiting.push(resolve);
          tell(files).send({ type: 'pack' });
        }),
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
