import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MistakeReport } from '#core/pack/report.ts';
import { readReport, type ReportTrouble } from '#formats/report.ts';
import type { KeyValue } from '#storage/key-value.ts';
import { stored } from '#storage/stored.ts';

export type InboxReport = MistakeReport;

/** What became of files that may be reports. */
export interface Taken {
  readonly reports: readonly InboxReport[];
  readonly refused: readonly { readonly name: string; readonly why: ReportTrouble }[];
}

export interface InboxState {
  /** What learners have reported and the author has not put away, the oldest first. */
  readonly reports: readonly InboxReport[];
  readonly take: (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) => Taken;
  /** Mended, or not to be mended: it is not kept any longer. */
  readonly putAway: (report: InboxReport) => void;
}

export type InboxStore = StoreApi<InboxState>;

/** More are forgotten, the oldest first. */
const MOST = 200;

const textOf = (report: InboxReport): string => JSON.stringify(report);

const parse = (value: unknown): readonly InboxReport[] | undefined =>
  Array.isArray(value)
    ? value.flatMap((one) => {
        const read = readReport(JSON.stringify(one));
        return read.ok ? [read.value] : [];
      })
    : undefined;

/** Reports of mistakes that learners have sent, kept on this device until they are put away. */
export function createInbox(keyValue: KeyValue, learner: string): InboxStore {
  const key = `mondo/${learner}/inbox`;
  const shelf = stored<readonly InboxReport[]>({ keyValue, key, version: 1, parse, fallback: [] });
  return createStore<InboxState>((set, get) => {
    const keep = (reports: readonly InboxReport[]) => {
      shelf.write(reports);
      set({ reports });
    };
    return {
      reports: shelf.read().value,
      take(files) {
        const read = files.map(({ path, bytes }) => ({
          name: path,
          result: readReport(new TextDecoder().decode(bytes)),
        }));
        const reports = read.flatMap(({ result }) => (result.ok ? [result.value] : []));
        const refused = read.flatMap(({ name, result }) =>
          result.ok ? [] : [{ name, why: result.error }],
        );
        const all = new Map([...get().reports, ...reports].map((one) => [textOf(one), one]));
        if (reports.length > 0) keep([...all.values()].slice(-MOST));
        return { reports, refused };
      },
      putAway: (report) => keep(get().reports.filter((other) => textOf(other) !== textOf(report))),
    };
  });
}
