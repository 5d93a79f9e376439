import type { Visibility } from '#core/journal/effective.ts';
import { parseRecord } from '#core/journal/codec.ts';
import type { AnyEvent, WriterId } from '#core/journal/event.ts';
import { sizeOf } from '#core/journal/order.ts';
import { parseSnapshot } from './snapshot.ts';
import type { Store } from './store.ts';
import { keysOf, ownerOf, prefixOf } from './store.ts';
import type { Found, Survey } from './survey.ts';

/** Whether the present epoch was started at an earlier start: until then it can be undone. */
export function isSettled(
  events: readonly AnyEvent[],
  { epoch, isVisible }: Visibility,
  isOld: (writer: WriterId) => boolean,
): boolean {
  const starts = events.filter(
    (event) => event.type === 'epoch-started' && event.epoch === epoch && isVisible(event),
  );
  return starts.length > 0 && starts.every((event) => isOld(event.writer));
}

/**
 * Erases older epochs in both copies. What an import has brought into the present epoch stays.
 * A segment holds one epoch, so segments go whole or not at all.
 * @returns how many segments and records went
 */
export async function eraseOldEpochs(
  store: Store,
  { local, twin }: Survey,
  { epoch, isVisible }: Visibility,
  isOld: (writer: WriterId) => boolean,
): Promise<number> {
  const isGone = (event: AnyEvent) => event.epoch < epoch && !isVisible(event);
  const goes = ([key, found]: readonly [string, Found]) =>
    isOld(ownerOf(key)) &&
    found.events.length > 0 &&
    found.broken === 0 &&
    found.events.every(isGone);
  const segments = [...local].filter(goes);
  const twinSegments = [...(twin?.segments ?? [])].filter(goes);
  let erased = segments.length + twinSegments.length;
  await store.twin?.write(async (writing) => {
    for (const [key, text] of await writing.entries('records')) {
      const event = parseRecord(text);
      if (event === undefined || !isGone(event) || !isOld(event.writer)) continue;
      writing.remove('records', key);
      erased += 1;
    }
    for (const [key] of twinSegments) {
      writing.remove('segments', key);
      writing.remove('heads', key);
    }
  });
  for (const [key] of segments) store.local.remove(key);
  return erased;
}

/** How many events a snapshot of this epoch has folded; -1 when it is none. */
function foldedIn(text: string, epoch: number): number {
  const snapshot = parseSnapshot(text);
  return snapshot?.epoch === epoch ? sizeOf(snapshot.vector) : -1;
}

/** Snapshots are caches: the two newest of the present epoch stay, the others of closed tabs go. */
export async function clearSnapshots(
  store: Store,
  epoch: number,
  isOld: (writer: WriterId) => boolean,
): Promise<void> {
  const old = (texts: readonly (readonly [writer: WriterId, text: string])[]): WriterId[] => {
    const ranked = texts
      .map(([writer, text]) => ({ writer, size: foldedIn(text, epoch) }))
      .toSorted((a, b) => b.size - a.size);
    return ranked
      .filter(({ writer, size: events }, i) => isOld(writer) && (i > 1 || events < 0))
      .map(({ writer }) => writer);
  };
  const local = keysOf(store, 's').map(
    (key) => [ownerOf(key), store.local.get(key) ?? ''] as const,
  );
  for (const writer of old(local)) store.local.remove(`${prefixOf(store.ports, 's')}${writer}`);
  await store.twin?.write(async (writing) => {
    for (const writer of old(await writing.entries('snapshots')))
      writing.remove('snapshots', writer);
  });
}
