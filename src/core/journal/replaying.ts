import { conceptKey, scenarioKey, type ConceptKey, type ScenarioKey } from '#core/ids.ts';
import type { Personal } from '#core/memory/model.ts';
import { studyDayOf, type StudyDay } from '#core/time.ts';
import type { Event } from './event.ts';
import { applying } from './learner.ts';
import { draftOf } from './learner-draft.ts';
import {
  emptyLearner,
  type ConceptState,
  type Learner,
  type ScenarioState,
} from './learner-state.ts';
import type { Slices } from './slices.ts';

/** An answer as it was given, with what was known just before it. */
export interface Moment {
  readonly event: Event<'answered'>;
  readonly day: StudyDay;
  readonly key: ConceptKey;
  readonly scenario: ScenarioKey;
  /** `undefined` before the concept was first met. */
  readonly concept: ConceptState | undefined;
  /** `undefined` before the scenario was first seen. */
  readonly seen: ScenarioState | undefined;
  /** Milliseconds spent on the answer and on reading the feedback before it; in a mock, while it was on the screen. */
  readonly spent: number;
  /** How the learner's memory differs from the average one. */
  readonly personal: Personal;
}

function momentOf(learner: Learner, event: Event<'answered'>): Omit<Moment, 'spent'> {
  const key = conceptKey(event.pack, event.concept);
  const scenario = scenarioKey(event.pack, event.concept, event.scenario);
  return {
    event,
    day: studyDayOf(event, learner.settings.dayStart),
    key,
    scenario,
    concept: learner.concepts.get(key),
    seen: learner.scenarios.get(scenario),
    personal: learner.settings.personal,
  };
}

/**
 * Replays a journal bit by bit, and shows each answer at its moment: what was believed of memory before an answer is
 * what a prediction is judged by.
 * @param events effective ones, in order
 */
export function* replaying(events: readonly Event[], show: (moment: Moment) => void): Slices<void> {
  const draft = draftOf(emptyLearner);
  const apply = applying(draft, events);
  for (const event of events) {
    const moment = event.type === 'answered' ? momentOf(draft, event) : null;
    apply(event);
    if (moment !== null) {
      const { mode, latency } = moment.event;
      show({ ...moment, spent: mode === 'exam' ? latency : (draft.pace.at(-1) ?? 0) });
    }
    yield;
  }
}
