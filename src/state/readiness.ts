import type { Subject } from '#core/exam/subject.ts';
import { readiness, type Readiness } from '#core/insight/readiness.ts';
import { settling } from '#core/journal/effective.ts';
import { learnerDay, type Learner } from '#core/journal/learner-state.ts';
import type { StudyDay } from '#core/time.ts';
import { inSlices } from '#storage/in-slices.ts';
import type { Stores } from './stores.ts';

export interface ReadinessFound {
  readonly readiness: Readiness;
  /** The day that it was asked on. */
  readonly today: StudyDay;
  /** Old answers stand in a file: it goes by the others. */
  readonly isPartial: boolean;
}

/** The chance to pass an exam, worked out from the whole journal. */
export async function findReadiness(
  { library, journal, clock }: Pick<Stores, 'library' | 'journal' | 'clock'>,
  learner: Learner,
  subject: Subject,
  exam: StudyDay | null,
): Promise<ReadinessFound> {
  const { isArchived } = await journal.again();
  const events = await inSlices(settling(await journal.all()));
  const today = learnerDay(learner, clock());
  const { packs } = library.getState();
  return {
    readiness: await inSlices(readiness({ events, learner, subject, packs, today, exam })),
    today,
    isPartial: isArchived,
  };
}
