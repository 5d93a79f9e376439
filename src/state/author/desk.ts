import type { DraftFiles } from '#core/author/history.ts';
import type { Pack } from '#core/pack/model.ts';
import type { TellItems } from '#formats/imported.ts';
import { createExaminer, type Examiner } from './examine-draft.ts';
import type { ImportDesk } from './import-desk.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { newReportTeller } from './report-news.ts';

/** So many milliseconds after the last change the whole draft is examined. */
const PAUSE = 200;

/** Milliseconds between two signs of life. */
const SIGN = 1000;

type Answer = (message: FromWorker) => void;
type Message<T extends ToWorker['type']> = Extract<ToWorker, { type: T }>;

/** Says that work goes on, however often it is called: what takes long is done in slices, and silence is a fault. */
function newSign(answer: Answer): () => void {
  let next = 0;
  return () => {
    const now = performance.now();
    if (now < next) return;
    next = now + SIGN;
    answer({ type: 'alive' });
  };
}

/** The file in hand at once, the whole a moment later. */
function lookerOf(
  examiner: Examiner,
  files: DraftFiles,
  answer: Answer,
): (message: Message<'look'>) => void {
  const sign = newSign(answer);
  const readOn = examiner.newReader();
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
      sign();
      if (readOn(files)) timer = setTimeout(goOn);
      else report(ask, today);
    };
    timer = setTimeout(goOn, PAUSE);
  };
}

/** @param files as they are when it is asked for: what is typed meanwhile is not in it */
async function packOf(examiner: Examiner, files: DraftFiles, answer: Answer): Promise<Pack | null> {
  const sign = newSign(answer);
  const readOn = examiner.newReader();
  while (readOn(files)) {
    sign();
    // oxlint-disable-next-line no-await-in-loop -- one slice after the other, and what is asked meanwhile between them
    await new Promise((resolve) => setTimeout(resolve));
  }
  return examiner.pack(files);
}

async function packed(pack: Promise<Pack | null>, { job }: Message<'pack'>): Promise<FromWorker> {
  return { type: 'pack', job, pack: await pack };
}

async function exported(
  examiner: Examiner,
  pack: Promise<Pack | null>,
  files: DraftFiles,
  { job, wish }: Message<'export'>,
): Promise<FromWorker> {
  const { exportDraft } = await import('./export-desk.ts');
  const read = await pack;
  const written = await exportDraft(files, read, examiner.unread(files), wish);
  return { type: 'exported', job, exported: written };
}

/** Milliseconds between two words on how far a reading is. */
const BREATH = 100;

async function imported(
  desk: Promise<ImportDesk>,
  { ask, job }: Message<'import'>,
  answer: Answer,
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
export function createDesk(answer: Answer): (message: ToWorker) => void {
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
  const pack = (as: DraftFiles) => packOf(examiner, as, answer);
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
        tell(packed(pack(new Map(files)), message));
        return;
      case 'export': {
        const now = new Map(files);
        tell(exported(examiner, pack(now), now, message));
        return;
      }
      case 'import':
        tell(imported(importDesk(), message, answer));
        return;
      case 'draft':
        tell(drafted(importDesk(), message));
    }
  };
}
