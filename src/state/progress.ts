import { gathering, type Evidence } from '#core/insight/evidence.ts';
import { figuring, type Figures } from '#core/insight/figures.ts';
import type { Scope } from '#core/insight/scope.ts';
import { settling } from '#core/journal/effective.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import type { PackKeys } from '#core/pack/library.ts';
import type { Clock } from '#core/time.ts';
import { csvText, type CsvCell } from '#formats/table/csv-text.ts';
import { inSlices } from '#storage/in-slices.ts';
import type { Stores } from './stores.ts';

/** Figures as they stand, and whether they lack something that could not be read. */
export interface Progress {
  readonly figures: Figures;
  /** Older answers that stand in a file, and are in no figure. */
  readonly inFiles: number;
  /** What options stand for could not be read for some pack: its confusions are not known. */
  readonly isKeyLost: boolean;
}

interface Read {
  /** The last event that it was read with. */
  readonly head: string;
  readonly evidence: Promise<Evidence>;
}

const read = new WeakMap<Stores, Read>();

/** The whole journal, read when somebody looks at it and kept until something is added. The page stays quick. */
function evidenceOf(stores: Stores): Promise<Evidence> {
  const { learner } = stores.learner.getState();
  const head = JSON.stringify([learner.head, learner.answers]);
  const before = read.get(stores);
  if (before?.head === head) return before.evidence;
  const gather = async () => {
    const events = await inSlices(settling(await stores.journal.all()));
    return inSlices(gathering(events, learner));
  };
  const evidence = gather();
  const made: Read = { head, evidence };
  read.set(stores, made);
  // What could not be read is read anew when it is asked for again.
  void evidence.catch(() => {
    if (read.get(stores) === made) read.delete(stores);
  });
  return evidence;
}

/** The figures of a scope on the day of a clock. */
export async function progressOf(stores: Stores, scope: Scope, clock: Clock): Promise<Progress> {
  const { packs, keys: readKeys } = stores.library.getState();
  const [evidence, results] = await Promise.all([
    evidenceOf(stores),
    Promise.all(packs.map(({ uid }) => readKeys(uid))),
  ]);
  const keys: readonly PackKeys[] = results.flatMap((one) => (one.ok ? [one.value] : []));
  const { learner } = stores.learner.getState();
  const ground = { evidence, learner, packs, keys, today: learnerDay(learner, clock) };
  return {
    figures: await inSlices(figuring(ground, scope)),
    inFiles: evidence.inFiles,
    isKeyLost: keys.length < results.length,
  };
}

/** A table as a file for spreadsheets. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string => csvText(rows);
