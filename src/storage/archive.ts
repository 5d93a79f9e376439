import { sealed } from '#core/journal/checksum.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { beyond, union } from '#core/journal/order.ts';
import { joined, rangesOf } from '#core/journal/ranges.ts';
import type { Instant } from '#core/time.ts';
import { archivedRanges } from './archived.ts';
import { formatBackup } from './backup.ts';
import type { Desk } from './desk.ts';
import { penOf } from './desk.ts';
import { safePacks } from './packing.ts';
import { parseSnapshot } from './snapshot.ts';
import type { Store } from './store.ts';
import { prefixOf } from './store.ts';
import { survey } from './survey.ts';

/** Old events on their way into a file. */
export interface Archive {
  /** The file; it is read like a backup. */
  readonly text: string;
  readonly events: number;
  /** To be called when the learner says that the file is safe: only then are the events taken out here. */
  readonly confirm: () => Promise<boolean>;
}

/** Whether a snapshot in the twin has these events in it. */
async function isFolded(store: Store, events: readonly AnyEvent[]): Promise<boolean> {
  const entries = await store.twin?.read((reading) => reading.entries('snapshots'));
  return (entries ?? []).some(([, text]) => {
    const snapshot = parseSnapshot(text);
    return snapshot !== undefined && beyond(events, snapshot.vector).length === 0;
  });
}

/**
 * Prepares an archive of packs whose events are all older than `before` and stand in a snapshot.
 * @returns null when there is nothing that can be moved
 */
export async function prepareArchive(desk: Desk, before: Instant): Promise<Archive | null> {
  const { store } = desk;
  const packs = safePacks(await survey(store)).filter(({ found }) =>
    found.events.every((event) => event.at < before),
  );
  const events = packs.flatMap(({ found }) => found.events);
  const { twin } = store;
  if (events.length === 0 || twin === null || !(await isFolded(store, events))) return null;
  const epochOf = new Map(events.map(({ writer, epoch }) => [writer, epoch]));
  const moved = rangesOf(events).map((range) => ({
    ...range,
    epoch: epochOf.get(range.writer) ?? 0,
  }));
  const confirm = async (): Promise<boolean> => {
    const { writer } = penOf(desk);
    const mark = sealed(JSON.stringify(joined([...(await archivedRanges(store)), ...moved])));
    try {
      await twin.write((writing) => {
        writing.put('marks', `archived/${writer}`, mark);
        for (const { key } of packs) {
          writing.remove('segments', key);
          writing.remove('heads', key);
        }
      });
    } catch {
      return false;
    }
    store.local.set(`${prefixOf(store.ports, 'archived')}${writer}`, mark);
    for (const { key } of packs) store.local.remove(key);
    return true;
  };
  const text = formatBackup({ made: store.ports.clock().at, events: union(events), asides: [] });
  return { text, events: events.length, confirm };
}
