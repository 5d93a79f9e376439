import { effective, visibility } from '#core/journal/effective.ts';
import type { AnyEvent, Range, WriterId } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { union } from '#core/journal/order.ts';
import { countOf, lastsOf, rangesOf, subtract } from '#core/journal/ranges.ts';
import { archivedRanges } from './archived.ts';
import { watchCapacity } from './capacity.ts';
import type { Desk } from './desk.ts';
import { penOf, receive } from './desk.ts';
import { clearSnapshots, eraseOldEpochs, isSettled } from './erase.ts';
import { pack, provenKeys } from './packing.ts';
import type { Repaired } from './repair.ts';
import { repair } from './repair.ts';
import type { Store } from './store.ts';
import { livingWriters } from './store.ts';
import { clearSpares } from './spares.ts';
import type { Survey } from './survey.ts';
import { survey } from './survey.ts';

/** What the full reading found and did. */
export interface Report {
  /** Events in the union of both copies. */
  readonly events: number;
  /** The sum of all writers' last numbers, less what is missing or archived: the same, or something is wrong. */
  readonly expected: number;
  /** Events that this tab had not known: they have been told to the listeners. */
  readonly found: number;
  readonly repaired: Repaired;
  readonly missing: readonly Range[];
  readonly packed: number;
  readonly removed: number;
  readonly erased: number;
}

const HOUR = 3_600_000;
const MOST_HOURS_AHEAD = 25;

/** Every event that anything says exists: heads of segments, and events themselves. */
function claimedRanges({ local, twin }: Survey, events: readonly AnyEvent[]): Range[] {
  const segments = [...local.values(), ...(twin?.segments.values() ?? [])];
  return [...segments.flatMap(({ ranges }) => ranges), ...rangesOf(events)];
}

const allUpTo = (lasts: ReadonlyMap<WriterId, number>): Range[] =>
  [...lasts].map(([writer, last]) => ({ writer, first: 1, last }));

/** Tells of events that a clock has put far ahead, with the fact that sets them right. */
function watchClock(store: Store, events: readonly AnyEvent[]): void {
  const limit = store.ports.clock().at + MOST_HOURS_AHEAD * HOUR;
  if (!events.some((event) => event.at > limit)) return;
  const ahead = effective(events).filter((event) => event.at > limit);
  const latest = new Map<WriterId, number>();
  for (const { writer, at } of ahead) latest.set(writer, at);
  const { at: now } = store.ports.clock();
  for (const { writer, first, last } of rangesOf(ahead)) {
    const shift = now - (latest.get(writer) ?? now);
    store.report({
      code: 'clock-ahead',
      hours: Math.round(-shift / HOUR),
      correction: { type: 'clock-corrected', corrects: writer, from: first, to: last, shift },
    });
  }
}

/** One tab at a time does what removes or rewrites; without locks nobody does. */
async function alone<T>(store: Store, work: () => Promise<T>, otherwise: T): Promise<T> {
  const { locks, learner } = store.ports;
  if (locks === null) return otherwise;
  let result = otherwise;
  await locks.request(`mondo/tidy/${learner}`, { ifAvailable: true }, async (lock) => {
    if (lock !== null) result = await work();
  });
  return result;
}

const nothing = {
  repaired: { local: 0, twin: 0, unreadable: 0 },
  packed: 0,
  removed: 0,
  erased: 0,
};

/** Mends, erases, packs; with the lock held. */
async function tidyAlone(desk: Desk, living: ReadonlySet<WriterId>): Promise<typeof nothing> {
  const { store } = desk;
  const { writer } = penOf(desk);
  const mine = new Set(desk.pens.map((pen) => pen.writer));
  const isOld = (name: WriterId) => !mine.has(name) && !living.has(name);
  // Read again under the lock: another tab may have tidied since.
  const found = await survey(store);
  const view = visibility(found.events);
  const isErasing = isSettled(found.events, view, isOld);
  const erased = isErasing ? await eraseOldEpochs(store, found, view, isOld) : 0;
  const standing = isErasing
    ? found.events.filter((event) => event.epoch >= view.epoch || view.isVisible(event))
    : found.events;
  const wanted = union(standing, [...desk.unsaved.values()]);
  const repaired = await repair(store, found, wanted, writer, new Set([...living, ...mine]));
  const { packed, removed } =
    erased > 0
      ? nothing
      : await pack(store, await survey(store), writer, new Set([...living, ...mine]));
  await clearSnapshots(store, view.epoch, isOld);
  const isGone = (event: AnyEvent) =>
    isErasing && event.epoch < view.epoch && !view.isVisible(event);
  const proven = provenKeys(found, isOld);
  const isSafe = (event: AnyEvent) => proven.has(refKey(event));
  await clearSpares(store, mine, { isSafe, isGone });
  return { repaired, packed, removed, erased };
}

/**
 * The full reading: union of both copies, checksums, repair of either side from the other, packing, erasing of
 * an epoch that was left at an earlier start.
 */
export async function tidy(desk: Desk): Promise<Report> {
  const { store } = desk;
  await Promise.all(desk.pens.map((pen) => pen.retry()));
  const found = await survey(store);
  const fresh = receive(desk, found.events);
  const events = union(found.events, [...desk.unsaved.values()]);
  const living = await livingWriters(store.ports);
  const isOld = (name: WriterId) =>
    living !== null && !living.has(name) && !desk.pens.some((pen) => pen.writer === name);
  const archived = await archivedRanges(store);
  const claimed = allUpTo(lastsOf(claimedRanges(found, events)));
  const lacking = subtract(claimed, [...rangesOf(events), ...archived]);
  const missing = lacking.filter(({ writer }) => isOld(writer));
  desk.missing = missing;
  if (countOf(missing) > 0) store.report({ code: 'missing', ranges: missing });
  watchClock(store, events);
  const done = await alone(store, () => tidyAlone(desk, living ?? new Set()), nothing);
  watchCapacity(store);
  return {
    events: events.length,
    expected: countOf(subtract(claimed, [...lacking, ...subtract(archived, rangesOf(events))])),
    found: fresh.length,
    missing,
    ...done,
  };
}
