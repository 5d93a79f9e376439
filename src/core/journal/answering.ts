import type { Confidence, Response } from '#core/answer/response.ts';
import { scenarioKey, type PackUid, type Slug } from '#core/ids.ts';
import type { Personal } from '#core/memory/model.ts';
import type { Rating } from '#core/memory/rating.ts';
import { rate } from '#core/memory/rate.ts';
import { review } from '#core/memory/schedule.ts';
import { studyDay, type StudyDay } from '#core/time.ts';
import type { Fact } from './event.ts';
import type { ConceptState, Learner, ScenarioState, WrongAnswers } from './learner-state.ts';

/** Who comes back after more than an hour was away: it says nothing of the question. */
const MOST_LATENCY = 3_600_000;

/** How long an answer is said to have taken, in milliseconds; clocks run back, and people go away. */
export const latencyOf = (millis: number): number => Math.min(MOST_LATENCY, Math.max(0, millis));

/** As much of an answer as its rating needs. */
export interface AnswerFacts {
  readonly pack: PackUid;
  readonly concept: Slug;
  readonly scenario: Slug;
  readonly right: boolean;
  readonly confidence: Confidence | null;
}

/** The rating that an answer gets on a day, unless the learner overrules it. */
export const ratingOf = (
  learner: Pick<Learner, 'scenarios' | 'settings'>,
  answer: AnswerFacts,
  day: StudyDay,
): Rating =>
  rate(
    {
      right: answer.right,
      confidence: answer.confidence,
      seen:
        learner.scenarios.get(scenarioKey(answer.pack, answer.concept, answer.scenario))?.lastDay ??
        null,
      day,
    },
    learner.settings.mapping,
  );

/** Answers that count no more, and how many of them were right. */
type Outdated = Pick<ScenarioState, 'answers' | 'right'>;

const none: Outdated = { answers: 0, right: 0 };

/** What was answered to a scenario under another key than this answer's. */
export const outdatedBy = (
  { keyRev }: Fact<'answered'>,
  seen: ScenarioState | undefined,
): Outdated => (seen === undefined || seen.keyRev === keyRev ? none : seen);

/** When an answer was given, and by whose memory. */
export interface Occasion {
  readonly day: StudyDay;
  readonly personal: Personal;
}

/** What an answer does to its concept. */
export function conceptAfter(
  before: ConceptState | undefined,
  answer: AnswerFacts,
  rating: Rating,
  { day, personal }: Occasion,
  outdated: Outdated = none,
): ConceptState {
  const memory = review(before?.memory ?? null, rating, day, personal);
  return {
    memory,
    answers: (before?.answers ?? 0) - outdated.answers + 1,
    right: (before?.right ?? 0) - outdated.right + (answer.right ? 1 : 0),
    lapses: lapsesAfter(before, rating),
    lastRight: answer.right,
    lastScenario: answer.scenario,
    misconception: misconceptionAfter(before?.misconception ?? null, answer, memory.day),
  };
}

const lapsesAfter = (before: ConceptState | undefined, rating: Rating): number =>
  (before?.lapses ?? 0) + (before !== undefined && rating === 'again' ? 1 : 0);

function misconceptionAfter(
  before: StudyDay | null,
  { right, confidence }: AnswerFacts,
  day: StudyDay,
): StudyDay | null {
  if (!right) return confidence === 'certain' ? day : before;
  // Right again within the day may be the feedback that is still in the ear.
  return before !== null && day > before ? null : before;
}

/** What an answer does to the evidence of its scenario. Evidence given under another key does not count on. */
export function scenarioAfter(
  before: ScenarioState | undefined,
  answer: Fact<'answered'>,
  turn: number,
  day: StudyDay,
): ScenarioState {
  const same = before?.keyRev === answer.keyRev ? before : undefined;
  return {
    keyRev: answer.keyRev,
    answers: (same?.answers ?? 0) + 1,
    right: (same?.right ?? 0) + (answer.right ? 1 : 0),
    lastDay: before === undefined ? day : studyDay(Math.max(before.lastDay, day)),
    lastTurn: turn,
    lastRight: answer.right,
    firstRight: same?.firstRight ?? answer.right,
    wrong: wrongAfter(same?.wrong ?? null, answer, day),
  };
}

function wrongAfter(
  before: WrongAnswers | null,
  { right, response }: Fact<'answered'>,
  day: StudyDay,
): WrongAnswers | null {
  // "I don't know" takes nothing for anything.
  if (right || response === null) return before;
  const times = new Map(before?.chosen);
  for (const option of chosenOptions(response)) times.set(option, (times.get(option) ?? 0) + 1);
  return { times: (before?.times ?? 0) + 1, lastDay: day, chosen: [...times] };
}

/** The options that a response chose; kinds without options have none. */
export function chosenOptions(response: Response): readonly Slug[] {
  if (response.kind === 'single') return [response.chosen];
  return response.kind === 'multiple' ? response.chosen : [];
}
