import { NEARLY_FULL } from '#storage/capacity.ts';
import { estimate, isPersisted, type Estimate } from '#storage/persist.ts';
import { prefixOf } from '#storage/store.ts';
import type { Stores } from './stores.ts';

/** How much is stored, in characters and bytes, as far as this browser says. */
export interface StorageUse {
  readonly used: number;
  /** What localStorage holds at most; `null` while it is not known. */
  readonly capacity: number | null;
  readonly estimate: Estimate | null;
  /** Whether the browser has promised not to delete it by itself. */
  readonly persisted: boolean | null;
}

/** Something that could not be read, kept as it was found. */
export interface Aside {
  readonly key: string;
  /** When it was put aside, in milliseconds. */
  readonly at: number | null;
  readonly text: string;
}

/** Whether so much is stored that old answers should move out. */
export const isNearlyFull = ({ used, capacity }: StorageUse): boolean =>
  capacity !== null && used > NEARLY_FULL * capacity;

/** How much is stored and how safely, as far as this browser says. */
export async function measureUse({ journal }: Stores): Promise<StorageUse> {
  const [room, persisted] = await Promise.all([estimate(), isPersisted()]);
  return { ...journal.usage(), estimate: room, persisted };
}

/** What was put aside, the newest first. */
export function asidesOf({ ports }: Stores): readonly Aside[] {
  const prefix = prefixOf(ports, 'aside');
  return ports.keyValue
    .keys()
    .filter((key) => key.startsWith(prefix))
    .toSorted()
    .toReversed()
    .map((key) => {
      const at = Number.parseInt(key.slice(prefix.length), 10);
      return { key, at: Number.isNaN(at) ? null : at, text: ports.keyValue.get(key) ?? '' };
    });
}
