import { conceptKey, scenarioKey, type ConceptKey, type ScenarioKey } from '#core/ids.ts';
import type { Event } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { timeSpent } from '#core/journal/learner.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { ratingOverrides } from '#core/journal/overrides.ts';
import { defaultSettings, withSetting } from '#core/journal/settings.ts';
import type { Slices } from '#core/journal/slices.ts';
import type { Review } from '#core/memory/fit.ts';
import type { Personal, Strength } from '#core/memory/model.ts';
import { rate } from '#core/memory/rate.ts';
import type { Rating } from '#core/memory/rating.ts';
import { modelOf } from '#core/memory/schedule.ts';
import { strengthAfter, strengthBy } from '#core/memory/strength.ts';
import { addDays, daysBetween, studyDayOf, type StudyDay } from '#core/time.ts';
import type { GuessOf } from './known-scenarios.ts';

/** An answer with what was known just before it, and nothing that was found out later. */
export interface Retraced {
  readonly event: Event<'answered'>;
  readonly concept: ConceptKey;
  readonly scenario: ScenarioKey;
  /** When memory learned from it. */
  readonly day: StudyDay;
  /** When it was given: for the questions of a mock, whose report may be read days later, not the same. */
  readonly given: StudyDay;
  readonly rating: Rating;
  /** Days since the answer before to the concept; `null` at the first meeting. */
  readonly gap: number | null;
  /** Days since the scenario was seen; `null` if never. */
  readonly rested: number | null;
  /** The learner's numbers as they were known then. */
  readonly personal: Personal;
  /**
   * The chance to recall the concept, 0 to 1, as those numbers predicted it for the day on which the answer was given;
   * `null` on a first meeting, and when the concept was answered on that day before: what is still in the ear is no
   * memory.
   */
  readonly recall: number | null;
  /** Milliseconds spent on the answer and on reading the feedback before it; in a mock, while it was on the screen. */
  readonly spent: number;
}

type Rated = Pick<Review, 'gap' | 'rating'>;

/** A concept as far as it was known at some time, by the numbers of that time. */
interface Course {
  /** Of the last answer. */
  day: StudyDay;
  readonly reviews: Rated[];
  strength: Strength;
  personal: Personal;
}

/** Other numbers mean other strengths for everything that came before. */
function follow(course: Course, personal: Personal): void {
  if (course.personal === personal) return;
  course.strength = strengthBy(modelOf(personal), course.reviews) ?? course.strength;
  course.personal = personal;
}

function startOf(day: StudyDay, first: Rated, personal: Personal): Course {
  return {
    day,
    reviews: [first],
    strength: strengthAfter(modelOf(personal), null, first),
    personal,
  };
}

function goOn(course: Course, next: Rated): void {
  course.strength = strengthAfter(modelOf(course.personal), course.strength, next);
  course.reviews.push(next);
  // A clock that was set back does not make an answer older than the one before.
  course.day = addDays(course.day, next.gap);
}

type Sat = Pick<Event<'exam-answered'>, 'exam' | 'pack' | 'concept' | 'scenario'>;

/** The name of a question of one mock. */
const satKey = ({ exam, pack, concept, scenario }: Sat): string =>
  `${exam}/${scenarioKey(pack, concept, scenario)}`;

/** What is handed in without ever having been on the screen may be so days later. */
const wasOnScreen = ({ response, latency }: Event<'exam-answered'>): boolean =>
  response !== null || latency > 0;

/**
 * Every answer, in order, as the fold rates it; bit by bit. Predictions are those of their day: numbers that were
 * fitted to an answer later are no prediction of it.
 * @param events effective ones, in order
 */
export function* retracing(events: readonly Event[]): Slices<Retraced[]> {
  const overrides = ratingOverrides(events);
  const courses = new Map<ConceptKey, Course>();
  const scenarios = new Map<ScenarioKey, StudyDay>();
  const sat = new Map<string, StudyDay>();
  const answers: Retraced[] = [];
  let settings = defaultSettings;
  let lastAnswer: Learner['lastAnswer'] = null;
  for (const event of events) {
    yield;
    if (event.type === 'setting') settings = withSetting(settings, event.key, event.value);
    if (event.type === 'exam-answered' && wasOnScreen(event))
      sat.set(satKey(event), studyDayOf(event, settings.dayStart));
    if (event.type !== 'answered') continue;
    const { personal, mapping } = settings;
    const concept = conceptKey(event.pack, event.concept);
    const scenario = scenarioKey(event.pack, event.concept, event.scenario);
    const day = studyDayOf(event, settings.dayStart);
    const sitting = event.mode === 'exam' ? satKey({ ...event, exam: event.session }) : null;
    const given = (sitting === null ? undefined : sat.get(sitting)) ?? day;
    const course = courses.get(concept);
    const seen = scenarios.get(scenario);
    const { right, confidence } = event;
    const rating =
      overrides.get(refKey(event)) ?? rate({ right, confidence, seen: seen ?? null, day }, mapping);
    const gap = course === undefined ? null : daysBetween(course.day, day);
    const rested = seen === undefined ? null : daysBetween(seen, day);
    let recall: number | null = null;
    if (course === undefined) courses.set(concept, startOf(day, { gap: 0, rating }, personal));
    else {
      const days = gap ?? 0;
      follow(course, personal);
      const waited = daysBetween(course.day, given);
      if (waited > 0) recall = modelOf(personal).recall(waited, course.strength.stability);
      goOn(course, { gap: days, rating });
    }
    const isStudy = event.mode !== 'exam';
    const spent = isStudy ? timeSpent({ lastAnswer }, event) : event.latency;
    const known = { rating, gap, rested, personal, recall, spent };
    answers.push({ event, concept, scenario, day, given, ...known });
    scenarios.set(scenario, seen === undefined ? day : addDays(seen, rested ?? 0));
    if (isStudy) lastAnswer = { session: event.session, at: event.at };
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

const reviewOf = ({ scenario, gap, event, rating }: Retraced, guessOf: GuessOf): Review => ({
  gap: gap ?? 0,
  right: event.right,
  rating,
  chance: guessOf(scenario),
});

/** The answers to each concept, in order: what a memory is fitted to. */
export function* historiesOf(answers: readonly Retraced[], guessOf: GuessOf): Slices<Review[][]> {
  const histories = new Map<ConceptKey, Review[]>();
  for (const answer of answers) {
    yield;
    const history = histories.get(answer.concept);
    const review = reviewOf(answer, guessOf);
    if (history === undefined) histories.set(answer.concept, [review]);
    else history.push(review);
  }
  return [...histories.values()];
}
