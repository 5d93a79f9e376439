import { conceptKey, scenarioKey, type ConceptKey, type ScenarioKey } from '#core/ids.ts';
import type { Event } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { ratingOverrides } from '#core/journal/overrides.ts';
import { defaultSettings, withSetting } from '#core/journal/settings.ts';
import type { Review } from '#core/memory/fit.ts';
import type { Personal } from '#core/memory/model.ts';
import { rate } from '#core/memory/rate.ts';
import type { Rating } from '#core/memory/rating.ts';
import { addDays, daysBetween, studyDayOf, type StudyDay } from '#core/time.ts';

/** An answer with what was known just before it: what the fold adds up, kept one by one. */
export interface Retraced {
  readonly concept: ConceptKey;
  readonly scenario: ScenarioKey;
  readonly keyRev: string;
  readonly day: StudyDay;
  readonly right: boolean;
  readonly rating: Rating;
  /** Days since the answer before to the concept; `null` at the first meeting. */
  readonly gap: number | null;
  /** Days since the scenario was seen; `null` if never. */
  readonly rested: number | null;
  /** The learner's numbers as they were known then. */
  readonly personal: Personal;
}

/**
 * Every answer, in order, as the fold rates it.
 * @param events effective ones, in order
 */
export function retrace(events: readonly Event[]): Retraced[] {
  const overrides = ratingOverrides(events);
  const concepts = new Map<ConceptKey, StudyDay>();
  const scenarios = new Map<ScenarioKey, StudyDay>();
  const answers: Retraced[] = [];
  let settings = defaultSettings;
  for (const event of events) {
    if (event.type === 'setting') settings = withSetting(settings, event.key, event.value);
    if (event.type !== 'answered') continue;
    const concept = conceptKey(event.pack, event.concept);
    const scenario = scenarioKey(event.pack, event.concept, event.scenario);
    const day = studyDayOf(event, settings.dayStart);
    const met = concepts.get(concept);
    const seen = scenarios.get(scenario);
    const { right, confidence, keyRev } = event;
    const gap = met === undefined ? null : daysBetween(met, day);
    answers.push({
      concept,
      scenario,
      keyRev,
      day,
      right,
      rating:
        overrides.get(refKey(event)) ??
        rate({ right, confidence, seen: seen ?? null, day }, settings.mapping),
      gap,
      rested: seen === undefined ? null : daysBetween(seen, day),
      personal: settings.personal,
    });
    // A clock that was set back does not make an answer older than the one before.
    concepts.set(concept, met === undefined ? day : addDays(met, gap ?? 0));
    scenarios.set(scenario, seen === undefined ? day : addDays(seen, daysBetween(seen, day)));
  }
  return answers;
}

/** After so many days without it a scenario is answered from the rule again, not from the picture. */
const RESTED_DAYS = 30;

/** What an answer says of new situations: 1 of a scenario never seen, half of one not seen for 30 days, else 0. */
export const evidenceIn = ({ rested }: Pick<Retraced, 'rested'>): 0 | 0.5 | 1 => {
  if (rested === null) return 1;
  return rested >= RESTED_DAYS ? 0.5 : 0;
};

/** The chance, 0 to 1, to be right on a scenario by guessing. */
export type GuessOf = (scenario: ScenarioKey) => number;

export const reviewOf = ({ scenario, gap, right, rating }: Retraced, guessOf: GuessOf): Review => ({
  gap: gap ?? 0,
  right,
  rating,
  chance: guessOf(scenario),
});

/** The answers to each concept, in order: what a memory is fitted to. */
export function historiesOf(answers: readonly Retraced[], guessOf: GuessOf): Review[][] {
  const histories = new Map<ConceptKey, Review[]>();
  for (const answer of answers) {
    const history = histories.get(answer.concept);
    const review = reviewOf(answer, guessOf);
    if (history === undefined) histories.set(answer.concept, [review]);
    else history.push(review);
  }
  return [...histories.values()];
}
