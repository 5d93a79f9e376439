import type { Locks } from '#storage/ports.ts';

/** One tab at a time writes a draft. */
export interface DraftLock {
  /** Whether this tab has it. A browser without locks says yes: then the revision of the draft decides. */
  readonly isMine: boolean;
  /** Comes when the other tab has let go, for a tab that was told no. */
  readonly later: Promise<void>;
  readonly release: () => void;
}

const never = new Promise<void>(() => undefined);

/** Something that lasts until it is let go. */
function newHold() {
  const end: { come?: () => void } = {};
  const held = new Promise<void>((resolve) => {
    end.come = resolve;
  });
  return { held, release: () => end.come?.() };
}

export async function lockDraft(locks: Locks | null, name: string): Promise<DraftLock> {
  if (locks === null) return { isMine: true, later: never, release: () => undefined };
  const { held, release } = newHold();
  const isMine = await new Promise<boolean>((answer) => {
    void locks.request(name, { ifAvailable: true }, async (lock) => {
      answer(lock !== null);
      if (lock !== null) await held;
    });
  });
  if (isMine) return { isMine, later: never, release };
  const later = new Promise<void>((resolve) => {
    void locks.request(name, {}, async () => {
      resolve();
      await held;
    });
  });
  return { isMine, later, release };
}
