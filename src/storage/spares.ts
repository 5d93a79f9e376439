import { parseRecord } from '#core/journal/codec.ts';
import type { AnyEvent, WriterId } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { within } from '#core/journal/ranges.ts';
import { archivedRanges } from './archived.ts';
import { readSpare, spareNames, sparePrefix } from './spare.ts';
import type { Store } from './store.ts';

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

const newest = ({ events }: FoundSpare): number => events.at(-1)?.at ?? 0;

const DAY = 86_400_000;
/** So many stay although localStorage, being full, lacks what they hold. */
const MOST = 50;

/**
 * Takes away spare copies that have served: of closed tabs, a day old, when both other copies have all that they
 * hold. By then the browser has long put localStorage on the disk. What was erased goes at once.
 * @param isGone whether an event belongs to an epoch that is erased
 */
export async function clearSpares(
  store: Store,
  copies: readonly (readonly AnyEvent[])[],
  isOld: (writer: WriterId) => boolean,
  isGone: (event: AnyEvent) => boolean,
): Promise<void> {
  const { buckets, clock } = store.ports;
  const { at: now } = clock();
  const held = copies.map((events) => new Set(events.map(refKey)));
  const found = (await spares(store)).filter(({ writer }) => isOld(writer));
  const ranked = found.toSorted((a, b) => newest(b) - newest(a));
  for (const [place, { name, events }] of ranked.entries()) {
    const isHeld = (event: AnyEvent): boolean => {
      const has = (keys: ReadonlySet<string>) => keys.has(refKey(event));
      return now - event.at > DAY && (place < MOST ? held.every(has) : held.some(has));
    };
    if (events.every((event) => isGone(event) || isHeld(event))) await buckets?.delete(name);
  }
}
