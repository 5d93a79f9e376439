import { today } from '#core/study/queue.ts';
import { questionLanguageOf, type Stores } from './stores.ts';

/** On a first visit the words of the first question are on their way before they are asked for. */
export function bringFirstQuestion({ learner, library, clock }: Stores): void {
  const { learner: present } = learner.getState();
  const { packs, concept } = library.getState();
  if (present.answers > 0) return;
  const [first] = today(present, packs, clock(), { seed: 0 }).items;
  if (first) void concept(first.pack, first.concept, questionLanguageOf(present.settings));
}
