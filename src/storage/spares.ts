import { formatRecord, parseRecord } from '#core/journal/codec.ts';
import type { AnyEvent, WriterId } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { within } from '#core/journal/ranges.ts';
import { archivedRanges } from './archived.ts';
import { openSpare, readSpare, soon, spareNames, sparePrefix } from './spare.ts';
import type { Store } from './store.ts';
import { livingWriters, newWriter } from './store.ts';

/** The spare copy of a tab that may be gone. */
export interface FoundSpare {
  readonly name: string;
  readonly writer: WriterId;
  /** What could be read of it. */
  readonly events: readonly AnyEvent[];
  /** Every record of it was read. */
  readonly isWhole: boolean;
}

/** Every spare copy; what was moved to a file since is not told again. */
export async function spares(store: Store): Promise<readonly FoundSpare[]> {
  const { ports } = store;
  const prefix = sparePrefix(ports);
  const names = await spareNames(ports);
  if (names.length === 0) return [];
  const isArchived = within(await archivedRanges(store));
  const check = ports.sabotage !== 'skip-checksum';
  const parse = (row: unknown) => (typeof row === 'string' ? parseRecord(row, check) : undefined);
  return Promise.all(
    names.map(async (name) => {
      const rows = await readSpare(ports, name);
      const events = rows?.flatMap((row) => parse(row) ?? []) ?? [];
      return {
        name,
        writer: name.slice(prefix.length),
        events: events.filter((event) => !isArchived(event)),
        isWhole: events.length === rows?.length,
      };
    }),
  );
}

const DAY = 86_400_000;
/** More of closed tabs than this become one: each is a database of its own to open. */
const FEW = 8;

/** What is known of events when spare copies are cleared. */
export interface Standing {
  /** Whether it stands in both other copies since an earlier start. */
  readonly isSafe: (event: AnyEvent) => boolean;
  /** Whether it belongs to an epoch that is erased. */
  readonly isGone: (event: AnyEvent) => boolean;
}

/**
 * Takes away what has served: of closed tabs, a day old, when both other copies have proven that they hold it; by then
 * the browser has long put localStorage on the disk. What was erased goes at once. Of what stays, many small copies
 * become a new one. What could not be read is left alone: a later start may.
 * @param mine the names that this tab writes under
 */
export async function clearSpares(
  store: Store,
  mine: ReadonlySet<WriterId>,
  { isSafe, isGone }: Standing,
): Promise<void> {
  const { ports } = store;
  const { at: now } = ports.clock();
  const found = await spares(store);
  // After the spare copies: whoever had one by then, and lives, is known to.
  const living = await livingWriters(ports);
  if (living === null) return;
  const isNeeded = (event: AnyEvent) => !isGone(event) && (now - event.at <= DAY || !isSafe(event));
  const old = found.filter(
    ({ writer, isWhole }) => isWhole && !mine.has(writer) && !living.has(writer),
  );
  const needed = old.filter(({ events }) => events.some(isNeeded));
  const isMerged =
    needed.length > FEW &&
    (await writeMerged(
      store,
      needed.flatMap(({ events }) => events.filter(isNeeded)),
    ));
  for (const spare of old) {
    if (!isMerged && needed.includes(spare)) continue;
    if (ports.buckets !== null) await soon(ports.buckets.delete(spare.name));
  }
}

/** Under a name that no tab has: whoever comes later only reads it. */
async function writeMerged({ ports }: Store, events: readonly AnyEvent[]): Promise<boolean> {
  const name = newWriter(ports);
  const merged = openSpare(ports, name);
  const rows = events.map((event) => [refKey(event), formatRecord(event)] as const);
  const isWritten = await soon(merged.write(rows));
  merged.close();
  if (isWritten !== true) return false;
  // Nothing is taken away on the word of the writer alone.
  const held = await readSpare(ports, `${sparePrefix(ports)}${name}`);
  return held !== null && rows.every(([, record]) => held.includes(record));
}
