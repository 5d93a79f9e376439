import type { DraftFiles } from '#core/author/history.ts';
import type { TellItems } from '#formats/imported.ts';
import { createExaminer, type Examiner } from './examine-draft.ts';
import type { ImportDesk } from './import-desk.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { newReportTeller } from './report-news.ts';

/** So many milliseconds after the last change the whole draft is examined. */
const PAUSE = 200;

type Message<T extends ToWorker['type']> = Extract<ToWorker, { type: T }>;

/** The file in hand at once, the whole a moment later. */
function lookerOf(
  examiner: Examiner,
  files: DraftFiles,
  answer: (message: FromWorker) => void,
): (message: Message<'look'>) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = newReportTeller();
  const report = (ask: number, today: string) => {
    const { news, end } = tell(examiner.whole(files, today));
    for (const piece of news) answer({ type: 'news', news: piece });
    answer({ type: 'whole', ask, end });
  };
  return ({ ask, file, today }) => {
    clearTimeout(timer);
    if (file !== null) answer({ type: 'focus', ask, report: examiner.focus(files, file) });
    // Concept by concept: what is asked meanwhile does not wait for a thousand scenarios.
    const goOn = () => {
      if (examiner.readOn(files)) timer = setTimeout(goOn);
      else report(ask, today);
    };
    timer = setTimeout(goOn, PAUSE);
  };
}

/** @param files as they are when it is asked for: what is typed meanwhile is not in it */
async function exported(
  examiner: Examiner,
  files: DraftFiles,
  { job, wish }: Message<'export'>,
): Promise<FromWorker> {
  const { exportDraft } = await import('./export-desk.ts');
  const written = await exportDraft(files, examiner.pack(files), wish);
  return { type: 'exported', job, exported: written };
}

/** Milliseconds between two words on how far a reading is. */
const BREATH = 100;

async function imported(
  desk: Promise<ImportDesk>,
  { ask, job }: Message<'import'>,
  answer: (message: FromWorker) => void,
): Promise<FromWorker> {
  let next = 0;
  const tell: TellItems = (read, of) => {
    const now = performance.now();
    if (now < next) return;
    next = now + BREATH;
    answer({ type: 'progress', ask, progress: { read, of } });
  };
  return { type: 'imported', ask, report: await (await desk).read(job, tell) };
}

async function drafted(desk: Promise<ImportDesk>, { goal }: Message<'draft'>): Promise<FromWorker> {
  return { type: 'drafted', files: (await desk).draft(goal) };
}

/** What the worker does: it keeps a copy of the draft's files and examines them, and it reads foreign files. */
export function createDesk(answer: (message: FromWorker) => void): (message: ToWorker) => void {
  const files = new Map<string, string | Uint8Array>();
  const examiner = createExaminer();
  const look = lookerOf(examiner, files, answer);
  let importing: Promise<ImportDesk> | null = null;
  // A promise that fails in a worker is no error that the page hears of.
  const tell = (coming: Promise<FromWorker>): void =>
    void coming.then(answer, () => answer({ type: 'broken' }));
  const take = ({ isWhole, set, gone }: Message<'files'>): void => {
    if (isWhole) files.clear();
    for (const path of gone) files.delete(path);
    for (const [path, content] of set) files.set(path, content);
  };
  const importDesk = () => {
    importing ??= import('./import-desk.ts').then(({ createImportDesk }) => createImportDesk());
    return importing;
  };
  return (message) => {
    switch (message.type) {
      case 'files':
        take(message);
        return;
      case 'look':
        look(message);
        return;
      case 'pack':
        answer({ type: 'pack', job: message.job, pack: examiner.pack(files) });
        return;
      case 'export':
        tell(exported(examiner, new Map(files), message));
        return;
      case 'import':
        tell(imported(importDesk(), message, answer));
        return;
      case 'draft':
        tell(drafted(importDesk(), message));
    }
  };
}
