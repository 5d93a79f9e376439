import { formatRecord, parseRecord } from '#core/journal/codec.ts';
import type { AnyEvent, WriterId } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { within } from '#core/journal/ranges.ts';
import { archivedRanges } from './archived.ts';
import { openSpare, readSpare, spareNames, sparePrefix } from './spare.ts';
import type { Store } from './store.ts';
import { newWriter } from './store.ts';

/** The spare copy of a tab that may be gone. */
export interface FoundSpare {
  readonly name: string;
  readonly writer: WriterId;
  readonly events: readonly AnyEvent[];
}

/** Every spare copy; what was moved to a file since is not told again. */
export async function spares(store: Store): Promise<readonly FoundSpare[]> {
  const { ports } = store;
  const prefix = sparePrefix(ports);
  const names = await spareNames(ports);
  if (names.length === 0) return [];
  const isArchived = within(await archivedRanges(store));
  const check = ports.sabotage !== 'skip-checksum';
  return Promise.all(
    names.map(async (name) => {
      const texts = await readSpare(ports, name).catch(() => []);
      const events = texts.flatMap((text) => parseRecord(text, check) ?? []);
      return {
        name,
        writer: name.slice(prefix.length),
        events: events.filter((event) => !isArchived(event)),
      };
    }),
  );
}

const DAY = 86_400_000;
/** More of closed tabs than this become one: each is a database of its own to open. */
const FEW = 8;

/**
 * Takes away what has served: of closed tabs, a day old, when both other copies have it; by then the browser has long
 * put localStorage on the disk. What was erased goes at once. Of what stays, many small copies become a new one.
 * @param isGone whether an event belongs to an epoch that is erased
 */
export async function clearSpares(
  store: Store,
  copies: readonly (readonly AnyEvent[])[],
  isOld: (writer: WriterId) => boolean,
  isGone: (event: AnyEvent) => boolean,
): Promise<void> {
  const { ports } = store;
  const { at: now } = ports.clock();
  const held = copies.map((events) => new Set(events.map(refKey)));
  const isHeld = (event: AnyEvent) => held.every((keys) => keys.has(refKey(event)));
  const isNeeded = (event: AnyEvent) => !isGone(event) && (now - event.at <= DAY || !isHeld(event));
  const old = (await spares(store)).filter(({ writer }) => isOld(writer));
  const needed = old.filter(({ events }) => events.some(isNeeded));
  const isMerged =
    needed.length > FEW &&
    (await writeMerged(
      store,
      needed.flatMap(({ events }) => events.filter(isNeeded)),
    ));
  for (const spare of old)
    if (isMerged || !needed.includes(spare)) await ports.buckets?.delete(spare.name);
}

/** Under a name that no tab has: whoever comes later only reads it. */
async function writeMerged({ ports }: Store, events: readonly AnyEvent[]): Promise<boolean> {
  const merged = openSpare(ports, newWriter(ports));
  const isWritten = await merged.write(events.map((event) => [refKey(event), formatRecord(event)]));
  merged.close();
  return isWritten;
}
