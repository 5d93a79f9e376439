import type { Stores } from '#state/stores.ts';
import { askToKeep } from '#state/keeping.ts';
import { whenIdle } from '#ui/idle.ts';
import { keepOffline } from './updates.ts';

/** The first screen comes first; within a minute the whole journal is read, mended and packed. */
const TIDY_AFTER = 8000;

/** Looking for newer versions of packs, where the learner has agreed to it, comes last. */
const LOOK_AFTER = 10_000;

/** What the answers tell of the learner's memory is looked at before a session begins, or some time after it. */
const FIT_AFTER = 4000;
const FIT_AFTER_SESSION = 60_000;

/** On a first visit the files to keep, 2 MB, would take the network from the first question and its feedback. */
const KEEP_AFTER_QUESTION = 3000;
const KEEP_WITHOUT_QUESTION = 8000;

function keepOfflineInTime({ session }: Stores): void {
  const isKept = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
  if (isKept) {
    keepOffline();
    return;
  }
  let hasBegun = false;
  const begin = () => {
    if (!hasBegun) keepOffline();
    hasBegun = true;
  };
  setTimeout(begin, KEEP_WITHOUT_QUESTION);
  const stopListening = session.subscribe(({ content }) => {
    if (content.status !== 'ready') return;
    stopListening();
    setTimeout(begin, KEEP_AFTER_QUESTION);
  });
}

const takeLaunched = async (): Promise<void> => (await import('./launched.ts')).takeLaunched();

const lookAfterPacks = async (stores: Stores): Promise<void> =>
  (await import('./pack-chores.ts')).lookAfterPacks(stores);

const fitMemory = async (stores: Stores): Promise<void> => {
  await (await import('#state/fitting.ts')).fitMemory(stores);
};

/** What is done in the background, and on nobody's time. */
export function doChores(stores: Stores): void {
  const { journal, session } = stores;
  keepOfflineInTime(stores);
  setTimeout(() => whenIdle(() => void journal.idle()), TIDY_AFTER);
  // Only what is installed is opened with files.
  if ('launchQueue' in window && matchMedia('(display-mode: standalone)').matches)
    void takeLaunched();
  setTimeout(() => whenIdle(() => void lookAfterPacks(stores)), LOOK_AFTER);
  const fitAfter = (millis: number) =>
    setTimeout(() => whenIdle(() => void fitMemory(stores)), millis);
  fitAfter(FIT_AFTER);
  let hasAsked = false;
  session.subscribe(({ session: present }) => {
    if (present?.phase !== 'done' || present.turns.length === 0) return;
    fitAfter(FIT_AFTER_SESSION);
    if (hasAsked) return;
    hasAsked = true;
    void askToKeep();
  });
}
