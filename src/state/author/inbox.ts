import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftFiles } from '#core/author/history.ts';
import type { MistakeReport } from '#core/pack/report.ts';
import type { Instant } from '#core/time.ts';
import { readReport, type ReportTrouble } from '#formats/report.ts';
import { newDraft, type DraftStorage, type DraftWritten } from '#storage/drafts.ts';

export type InboxReport = MistakeReport;

/** What became of files that may be reports. */
export interface Taken {
  readonly reports: readonly InboxReport[];
  readonly refused: readonly {
    readonly name: string;
    /** `no-room`: too many wait already. */
    readonly why: ReportTrouble | 'no-room';
  }[];
}

export interface InboxState {
  /** What learners have reported and the author has not put away, the oldest first. */
  readonly reports: readonly InboxReport[];
  /** Why the reports are not kept beyond this page. */
  readonly trouble: 'full' | 'unavailable' | null;
  /** What is kept could not be read the last time: what is shown may not be all. */
  readonly isUnread: boolean;
  /** Reads what is kept: another tab may have written since. */
  readonly refresh: () => Promise<void>;
  readonly take: (
    files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ) => Promise<Taken>;
  /** Mended, or not to be mended: it is not kept any longer. */
  readonly putAway: (report: InboxReport) => Promise<void>;
}

export type InboxStore = StoreApi<InboxState>;

/** Beyond these nothing is taken: what waits is never pushed out. */
const MOST_REPORTS = 200;
const MOST_LETTERS = 2_000_000;

/** Each time that another tab was quicker, what it wrote is read and the change is made anew. */
const MOST_TRIES = 20;

/** Reports wait as one file in a draft of this name, which has fewer letters than any other. */
const INBOX = 'inbox';
const FILE = 'reports.jsonl';

/** Whether a draft holds the reports, and is none to be written in. */
export const isInbox = ({ id }: { readonly id: string }): boolean => id === INBOX;

const textOf = (report: InboxReport): string => JSON.stringify(report);

type Reports = readonly InboxReport[];

/** Those that are not among others. */
function without(reports: Reports, others: Reports): Reports {
  const texts = new Set(others.map(textOf));
  return reports.filter((report) => !texts.has(textOf(report)));
}

/** One report a line: what is no report, or none any longer, is left out alone. */
function reportsIn(files: DraftFiles): Reports {
  const text = files.get(FILE);
  return (typeof text === 'string' ? text : '').split('\n').flatMap((line) => {
    const read = readReport(line);
    return read.ok ? [read.value] : [];
  });
}

/** As many of those that come as there is room for. */
function withRoom(reports: Reports, coming: Reports) {
  const all = [...reports];
  let letters = all.reduce((sum, report) => sum + textOf(report).length, 0);
  for (const report of coming) {
    const more = textOf(report).length;
    if (all.length >= MOST_REPORTS || letters + more > MOST_LETTERS) continue;
    letters += more;
    all.push(report);
  }
  return all;
}

interface ReadFile {
  readonly name: string;
  readonly result: ReturnType<typeof readReport>;
}

/** What became of each file, now that some reports are there. */
function takenOf(read: readonly ReadFile[], once: Reports, present: Reports): Taken {
  const left = new Set(without(once, present).map(textOf));
  const refused = read.flatMap(({ name, result }): Taken['refused'] => {
    if (!result.ok) return [{ name, why: result.error }];
    return left.has(textOf(result.value)) ? [{ name, why: 'no-room' }] : [];
  });
  return { reports: once.filter((report) => !left.has(textOf(report))), refused };
}

type Change = (reports: Reports) => Reports;

/** Reports of a page: those that it shows, and of these the ones that are kept, as far as it knows. */
interface Known {
  readonly shown: Reports;
  readonly kept: Reports;
}

interface Changed extends Known {
  readonly written: DraftWritten;
}

/** With those that are shown and not kept yet. */
const joined = (kept: Reports, known: Known): Reports => [
  ...kept,
  ...without(without(known.shown, known.kept), kept),
];

/** What is kept, and changes of it that lose nothing of what another tab writes at the same time. */
function inboxShelf(storage: DraftStorage, now: () => Instant) {
  const read = async () => {
    const stored = await storage.read(INBOX);
    if (stored === 'unavailable') return null;
    return stored === 'missing'
      ? { revision: 0, reports: [] }
      : { revision: stored.head.revision, reports: reportsIn(stored.base) };
  };
  const attempt = async (change: Change, known: Known): Promise<Changed> => {
    const before = await read();
    // What is shown is not gone because it cannot be read just now.
    if (before === null) return { ...known, shown: change(known.shown), written: 'unavailable' };
    const reports = change(joined(before.reports, known));
    const { revision } = before;
    const files = new Map([[FILE, reports.map(textOf).join('\n')]]);
    const draft = newDraft({ id: INBOX, title: '', changedAt: now() }, files);
    const written = await storage.write({
      ...draft,
      head: { ...draft.head, revision: revision + 1 },
      after: revision,
    });
    return { shown: reports, kept: written === 'written' ? reports : before.reports, written };
  };
  return {
    read,
    async change(change: Change, known: () => Known): Promise<Changed> {
      let changed = await attempt(change, known());
      for (let tries = 1; changed.written === 'behind' && tries < MOST_TRIES; tries += 1)
        changed = await attempt(change, known());
      return changed;
    },
  };
}

/** Reports of mistakes that learners have sent, kept beside the drafts until they are put away. */
export function createInbox(storage: DraftStorage, now: () => Instant): InboxStore {
  const shelf = inboxShelf(storage, now);
  return createStore<InboxState>((set, get) => {
    let kept: Reports = [];
    const known = (): Known => ({ shown: get().reports, kept });
    const keep = async (change: Change) => {
      const { written, ...changed } = await shelf.change(change, known);
      kept = changed.kept;
      const trouble = written === 'behind' ? 'unavailable' : written;
      const isUnread = written !== 'written' && get().isUnread;
      set({
        reports: changed.shown,
        trouble: trouble === 'written' ? null : trouble,
        isUnread,
      });
      return changed.shown;
    };
    return {
      reports: [],
      trouble: null,
      isUnread: false,
      async refresh() {
        const found = await shelf.read();
        set({ isUnread: found === null });
        if (found === null) return;
        const reports = joined(found.reports, known());
        kept = found.reports;
        const isKept = without(reports, kept).length === 0;
        set(isKept ? { reports, trouble: null } : { reports });
      },
      async take(files) {
        const read = files.map(({ path, bytes }) => ({
          name: path,
          result: readReport(new TextDecoder().decode(bytes)),
        }));
        const coming = read.flatMap(({ result }) => (result.ok ? [result.value] : []));
        const once = [...new Map(coming.map((report) => [textOf(report), report])).values()];
        const add: Change = (present) => withRoom(present, without(once, present));
        return takenOf(read, once, once.length > 0 ? await keep(add) : get().reports);
      },
      async putAway(report) {
        await keep((reports) => without(reports, [report]));
      },
    };
  });
}
