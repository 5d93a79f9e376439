import { guessing, knownScenarios } from '#core/insight/known-scenarios.ts';
import { fitFacts, isFitDue } from '#core/insight/fit-due.ts';
import { historiesOf, retracing } from '#core/insight/retrace.ts';
import { settling } from '#core/journal/effective.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import { inSlices } from '#storage/in-slices.ts';
import type { Stores } from './stores.ts';
import { doJob } from './workshop.ts';

type Needed = Pick<Stores, 'learner' | 'library' | 'journal' | 'clock' | 'openWorker'>;

/**
 * Works the learner's numbers out again if it is time, in a worker, and writes down what they are. Not where old
 * answers stand in a file: the others alone would tell of another learner.
 * @returns whether anything was written
 */
export async function fitMemory(stores: Needed): Promise<boolean> {
  const { learner, library, journal, clock, openWorker } = stores;
  const isDue = (): boolean => {
    const { learner: present } = learner.getState();
    return isFitDue(present, learnerDay(present, clock()));
  };
  if (!isDue() || library.getState().status !== 'ready') return false;
  const { isArchived } = await journal.again();
  if (isArchived) return false;
  const events = await inSlices(settling(await journal.all()));
  const answers = await inSlices(retracing(events));
  const known = await inSlices(knownScenarios(library.getState().packs));
  const histories = await inSlices(historiesOf(answers, guessing(known)));
  const fit = await doJob(openWorker, 'fit', { histories });
  // A session may have begun meanwhile; there will be another day.
  if (!fit.ok || !isDue()) return false;
  learner.getState().record(fitFacts(learner.getState().learner, fit.value), clock());
  return true;
}
