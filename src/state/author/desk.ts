import { createExaminer } from './examine-draft.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** So many milliseconds after the last change the whole draft is examined. */
const PAUSE = 200;

/** What the worker does: it keeps a copy of the draft's files, and examines them. */
export function createDesk(answer: (message: FromWorker) => void): (message: ToWorker) => void {
  const files = new Map<string, string | Uint8Array>();
  const examiner = createExaminer();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    if (message.type === 'files') {
      if (message.isWhole) files.clear();
      for (const path of message.gone) files.delete(path);
      for (const [path, content] of message.set) files.set(path, content);
      return;
    }
    if (message.type === 'pack') {
      answer({ type: 'pack', pack: examiner.pack(files) });
      return;
    }
    const { ask, file, today } = message;
    clearTimeout(timer);
    if (file !== null) answer({ type: 'focus', ask, report: examiner.focus(files, file) });
    timer = setTimeout(
      () => answer({ type: 'whole', ask, report: examiner.whole(files, today) }),
      PAUSE,
    );
  };
}
