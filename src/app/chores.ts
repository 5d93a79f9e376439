import type { Stores } from '#state/stores.ts';
import { askToKeep } from '#state/keeping.ts';

/** The first screen comes first; within a minute the whole journal is read, mended and packed. */
const TIDY_AFTER = 8000;

const whenIdle = (work: () => void): void => {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 30_000 });
  else setTimeout(work, 1000);
};

/** What is done in the background, and on nobody's time. */
export function doChores({ journal, session }: Stores): void {
  setTimeout(() => whenIdle(() => void journal.idle()), TIDY_AFTER);
  let hasAsked = false;
  session.subscribe(({ session: present }) => {
    if (hasAsked || present?.phase !== 'done' || present.turns.length === 0) return;
    hasAsked = true;
    void askToKeep();
  });
}
