import type { History } from '#core/author/history.ts';
import type { Instant } from '#core/time.ts';
import type { DraftLock } from './draft-lock.ts';
import type { DraftPen } from './draft-pen.ts';

interface Written {
  readonly id: string;
  readonly title: string;
  readonly history: History;
}

/** A draft that was left before it could be written, with what it is written with. */
export interface Left<T extends Written> {
  readonly draft: T;
  readonly pen: DraftPen;
  readonly lock: DraftLock | null;
}

/** Drafts that nobody looks at and that are not on the disk yet: held in this page, and tried again and again. */
export interface Unwritten<T extends Written> {
  readonly keep: (left: Left<T>) => void;
  /** `null` when there is none, or it has been written meanwhile. */
  readonly take: (id: string) => Promise<Left<T> | null>;
}

interface UnwrittenPorts {
  /** Milliseconds from one try to the next. */
  readonly again: number;
  readonly now: () => Instant;
  /** Told whether the page may not close without asking. */
  readonly onHeld: (isAny: boolean) => void;
}

export function newUnwritten<T extends Written>(ports: UnwrittenPorts): Unwritten<T> {
  const { again, now, onHeld } = ports;
  const held = new Map<string, Left<T>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isAny = false;
  const tell = () => {
    if (isAny !== held.size > 0) onHeld(!isAny);
    isAny = held.size > 0;
  };
  const writeAll = async () => {
    for (const [id, { draft, pen, lock }] of held) {
      // oxlint-disable-next-line no-await-in-loop -- there is hardly ever more than one
      const written = await pen.write(draft.history, draft.title, now());
      if (written === 'full' || written === 'unavailable') continue;
      held.delete(id);
      lock?.release();
    }
    tell();
    if (held.size > 0) plan();
  };
  const plan = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing.then(writeAll);
    }, again);
  };
  return {
    keep(left) {
      held.set(left.draft.id, left);
      tell();
      plan();
    },
    async take(id) {
      await writing;
      const left = held.get(id) ?? null;
      held.delete(id);
      tell();
      return left;
    },
  };
}
