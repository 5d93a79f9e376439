import * as v from 'valibot';
import type { Attempt } from '#core/exam/attempt.ts';
import type { Stores } from '#state/stores.ts';
import { stored } from '#storage/stored.ts';

/**
 * That an exam runs, for screens that must not read the whole journal to know it. The journal is the truth: where
 * this is lost or left over, the place of exams sets it right.
 */
export interface ExamMark {
  readonly exam: string;
  /** When its time ends by the clock, in milliseconds. */
  readonly deadline: number;
}

const shape = v.object({ exam: v.string(), deadline: v.number() });

const keyOf = ({ ports }: Pick<Stores, 'ports'>): string => `mondo/${ports.learner}/exam`;

const placeOf = (stores: Pick<Stores, 'ports'>) =>
  stored<ExamMark | null>({
    keyValue: stores.ports.keyValue,
    key: keyOf(stores),
    version: 1,
    parse(value) {
      const parsed = v.safeParse(v.nullable(shape), value);
      return parsed.success ? parsed.output : undefined;
    },
    fallback: null,
  });

export const readExamMark = (stores: Pick<Stores, 'ports'>): ExamMark | null =>
  placeOf(stores).read().value;

/** @param running the attempt that is not over, if any */
export function markRunning(
  stores: Pick<Stores, 'ports'>,
  running: Attempt | undefined,
  millis: number,
): void {
  const before = readExamMark(stores);
  const now = running && { exam: running.exam, deadline: running.startedAt + millis };
  if (before?.exam !== now?.exam) placeOf(stores).write(now ?? null);
}

/**
 * The learner deletes everything: what is on the screen of an exam goes with it.
 * @returns puts it back, should the learner think better of it
 */
export function eraseExamMark(stores: Pick<Stores, 'ports'>): () => void {
  const mark = readExamMark(stores);
  stores.ports.keyValue.remove(keyOf(stores));
  return () => void (mark !== null && placeOf(stores).write(mark));
}
