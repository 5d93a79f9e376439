import { baseOf, type History, type Step } from '#core/author/history.ts';
import type { Instant } from '#core/time.ts';
import type { DraftHead, DraftStorage, DraftWritten } from '#storage/drafts.ts';

/** What of a draft is on the disk. */
interface OnDisk {
  readonly head: DraftHead;
  readonly steps: readonly Step[];
}

/** Writes one open draft: what differs from the disk, and nothing twice at a time. */
export interface DraftPen {
  /** Brings the draft as it then stands onto the disk. Calls while it writes are one call after. */
  readonly write: (history: History, title: string, now: Instant) => Promise<DraftWritten>;
}

/**
 * @param head as it was read or made
 * @param steps those that are on the disk
 */
export function draftPen(storage: DraftStorage, head: DraftHead, steps: readonly Step[]): DraftPen {
  let disk: OnDisk = { head, steps };
  return {
    async write(history, title, now) {
      const { head: former } = disk;
      const next: DraftHead = {
        id: former.id,
        title,
        changedAt: now,
        revision: former.revision + 1,
        base: history.base,
        kept: history.steps.length,
        done: history.done,
      };
      const shift = history.base - former.base;
      const written = await storage.write({
        head: next,
        after: former.revision,
        steps: history.steps.flatMap((step, index) =>
          disk.steps[index + shift] === step ? [] : [[history.base + index, step] as const],
        ),
        ...(shift === 0 ? {} : { base: baseOf(history) }),
      });
      if (written === 'written') disk = { head: next, steps: history.steps };
      return written;
    },
  };
}
