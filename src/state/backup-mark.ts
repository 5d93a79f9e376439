import * as v from 'valibot';
import { stored } from '#storage/stored.ts';
import type { Stores } from './stores.ts';

/** What is known of backups that were made here. Where it is lost, a backup is offered once too often. */
export interface BackupMark {
  /** When the last one was handed over, in milliseconds; `null` before the first. */
  readonly at: number | null;
  /** Answers that stand in some backup. */
  readonly answers: number;
}

/** A backup is offered when more answers than this are in none. */
const MOST_AT_RISK = 200;

const shape = v.object({
  at: v.nullable(v.pipe(v.number(), v.safeInteger())),
  answers: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const placeOf = ({ ports }: Pick<Stores, 'ports'>) =>
  stored<BackupMark>({
    keyValue: ports.keyValue,
    key: `mondo/${ports.learner}/backup`,
    version: 1,
    parse(value) {
      const parsed = v.safeParse(shape, value);
      return parsed.success ? parsed.output : undefined;
    },
    fallback: { at: null, answers: 0 },
  });

export const readMark = (stores: Pick<Stores, 'ports'>): BackupMark => placeOf(stores).read().value;

export function writeMark(stores: Pick<Stores, 'ports'>, mark: BackupMark): void {
  placeOf(stores).write(mark);
}

/** How many answers are in no backup, when they are so many that one should be offered; else 0. */
export function backupDue(stores: Pick<Stores, 'ports' | 'learner'>): number {
  const bare = stores.learner.getState().learner.answers - readMark(stores).answers;
  return bare > MOST_AT_RISK ? bare : 0;
}
