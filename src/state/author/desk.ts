import type { DraftFiles } from '#core/author/history.ts';
import { createExaminer, type Examiner } from './examine-draft.ts';
import type { ImportDesk } from './import-desk.ts';
import type { FromWorker, ToWorker } from './messages.ts';

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
  return ({ ask, file, today }) => {
    clearTimeout(timer);
    if (file !== null) answer({ type: 'focus', ask, report: examiner.focus(files, file) });
    // Concept by concept: what is asked meanwhile does not wait for a thousand scenarios.
    const goOn = () => {
      if (examiner.readOn(files)) timer = setTimeout(goOn);
      else answer({ type: 'whole', ask, report: examiner.whole(files, today) });
    };
    timer = setTimeout(goOn, PAUSE);
  };
}

/** What the worker does: it keeps a copy of the draft's files and examines them, and it reads foreign files. */
export function createDesk(answer: (message: FromWorker) => void): (message: ToWorker) => void {
  const files = new Map<string, string | Uint8Array>();
  const examiner = createExaminer();
  const look = lookerOf(examiner, files, answer);
  let importing: Promise<ImportDesk> | null = null;
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
        answer({ type: 'pack', pack: examiner.pack(files) });
        return;
      case 'export':
        void import('./export-desk.ts')
          .then(({ exportDraft }) => exportDraft(files, examiner.pack(files), message.wish))
          .then((exported) => answer({ type: 'exported', exported }));
        return;
      case 'import':
        void importDesk()
          .then((desk) => desk.read(message.job))
          .then((report) => answer({ type: 'imported', report }));
        return;
      case 'draft':
        void importDesk().then((desk) =>
          answer({ type: 'drafted', files: desk.draft(message.goal) }),
        );
    }
  };
}
