import { today } from '#core/study/queue.ts';
import { questionLanguageOf, type Stores } from './stores.ts';

/** On a first visit the words of the first question are on their way while those of the page still are. */
export function withFirstQuestion(stores: Stores): Stores {
  const { learner } = stores.learner.getState();
  const { packs, concept } = stores.library.getState();
  if (learner.answers > 0) return stores;
  const [first] = today(learner, packs, stores.clock(), { seed: 0 }).items;
  if (first) void concept(first.pack, first.concept, questionLanguageOf(learner.settings));
  return stores;
}
