import { formatDay, studyDayOf } from '#core/time.ts';
import { draftsOf, newUid } from '#state/own-drafts.ts';
import type { Stores } from '#state/stores.ts';
import { createCheckup, type CheckupStore } from './checkup.ts';
import { createEditorStore, type EditorStore } from './editor.ts';
import { createInbox, type InboxStore } from './inbox.ts';
import { createLost, type LostStore } from './lost.ts';
import { createImporting, type ImportingStore } from './importing.ts';
import { connect } from './wire.ts';

/** What the place of authors works with, made when it is first entered. */
export interface AuthorStores {
  readonly editor: EditorStore;
  readonly checkup: CheckupStore;
  readonly importing: ImportingStore;
  readonly inbox: InboxStore;
  readonly lost: LostStore;
}

const made = new WeakMap<Stores, AuthorStores>();

/** `YYYY-MM-DD`, as the learner's device has it. */
export const todayOf = ({ clock }: Pick<Stores, 'clock'>): string =>
  formatDay(studyDayOf(clock(), 0));

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** What is held in the page goes with it: also where no draft is open. */
function askBeforeClosing(isAny: boolean): void {
  if (isAny) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

export function authorStoresOf(stores: Stores): AuthorStores {
  const before = made.get(stores);
  if (before) return before;
  const { ports, clock } = stores;
  const storage = draftsOf(ports);
  const author: AuthorStores = {
    editor: createEditorStore({
      storage,
      clock,
      locks: ports.locks,
      lockPrefix: `mondo/${ports.learner}/draft/`,
      name: () => newUid(stores),
      onHeld: askBeforeClosing,
    }),
    checkup: createCheckup(
      (hear, fail) => connect(stores.startWorker, hear, fail),
      () => todayOf(stores),
    ),
    importing: createImporting(
      (hear, fail) => connect(stores.startWorker, hear, fail),
      () => clock().at,
    ),
    inbox: createInbox(storage, () => clock().at),
    lost: createLost(ports.keyValue, ports.learner),
  };
  made.set(stores, author);
  return author;
}
