import { grade } from '#core/answer/grade.ts';
import type { ScenarioKey } from '#core/ids.ts';
import { latencyOf } from '#core/journal/answering.ts';
import { effective, visibility } from '#core/journal/effective.ts';
import {
  refKey,
  refOf,
  type AnyEvent,
  type Event,
  type EventRef,
  type Fact,
} from '#core/journal/event.ts';
import { compareEvents } from '#core/journal/order.ts';
import type { Scenario } from '#core/pack/model.ts';
import { isOfExam, type Attempt, type Given } from './attempt.ts';
import type { FormQuestion } from './draw.ts';
import { questionKey } from './pool.ts';
import type { Outcome } from './score.ts';

/** As much of a scenario as judges an answer, as it is today; `null` when the pack no longer has it. */
export type Key = Scenario | null;

/** As much of it as tells whether an answer can be judged at all. */
export type KeyMark = Pick<Scenario, 'keyRev'> | null;

type Judged = Pick<Attempt, 'form' | 'answers' | 'reviewed'>;
type Of<T> = (question: FormQuestion) => T;

/**
 * What became of each question. What was reviewed stays as it was judged then; else today's key judges, if it is still
 * the one under which was answered.
 */
export function outcomesOf(attempt: Judged, keyOf: Of<Key>): ReadonlyMap<ScenarioKey, Outcome> {
  const outcomes = settledOutcomes(attempt, keyOf);
  return new Map(
    attempt.form.questions.map((question) => {
      const name = questionKey(question);
      return [name, outcomes.get(name) ?? judgedOutcome(attempt, question, keyOf(question))];
    }),
  );
}

/**
 * The same by the events and what is there, for whom the keys are too far: `null` for an answer that a review would
 * judge. What was left unanswered is wrong, and void when nobody can look it up any more; but a learner who takes a
 * whole pack away after its review does not make the result a better one.
 */
export function settledOutcomes(
  { form, answers, reviewed }: Judged,
  markOf: Of<KeyMark>,
): ReadonlyMap<ScenarioKey, Outcome | null> {
  const marked = form.questions.map((one) => [one, markOf(one)] as const);
  const here = new Set(marked.flatMap(([{ pack }, mark]) => (mark === null ? [] : [pack])));
  const wasReviewed = new Set(
    form.questions.flatMap((one) => (reviewed.has(questionKey(one)) ? [one.pack] : [])),
  );
  return new Map(
    marked.map(([question, mark]) => {
      const name = questionKey(question);
      const given = answers.get(name);
      const isGoneVoid = here.has(question.pack) || !wasReviewed.has(question.pack);
      if (given === undefined || given.response === null)
        return [name, mark === null && isGoneVoid ? 'void' : 'unanswered'];
      const isRight = reviewed.get(name);
      if (isRight !== undefined) return [name, isRight ? 'right' : 'wrong'];
      return [name, mark?.keyRev === given.keyRev ? null : 'void'];
    }),
  );
}

function judgedOutcome({ answers }: Judged, question: FormQuestion, key: Key): Outcome {
  const given = answers.get(questionKey(question));
  const isRight = given === undefined ? null : judge(given, key);
  if (isRight === null) return 'void';
  return isRight ? 'right' : 'wrong';
}

function judge({ response, keyRev }: Given, key: Key): boolean | null {
  if (response === null || key === null) return null;
  if (key.keyRev !== keyRev || key.kind !== response.kind) return null;
  return grade(key, response).right;
}

/**
 * What a review has to record so that the exam trains memory like study does: each answer that was judged and is not
 * recorded yet. Recorded twice it would count twice, so this is asked again after every reading of the journal.
 */
export function unrecordedAnswers(attempt: Attempt, keyOf: Of<Key>): readonly Fact<'answered'>[] {
  const outcomes = outcomesOf(attempt, keyOf);
  return attempt.form.questions.flatMap((question) => {
    const name = questionKey(question);
    const given = attempt.answers.get(name);
    const outcome = outcomes.get(name);
    const isJudged = outcome === 'right' || outcome === 'wrong';
    if (given === undefined || !isJudged || attempt.reviewed.has(name)) return [];
    return [factOf(attempt, question, given, outcome === 'right')];
  });
}

/**
 * What was left unanswered, as "I don't know": once each, when the learner adds it to today. A review alone does not
 * record it, since nothing chosen may as well be no time left, and would take away what is known.
 */
export function answersNotKnown(attempt: Attempt, keyOf: Of<Key>): readonly Fact<'answered'>[] {
  const outcomes = outcomesOf(attempt, keyOf);
  return attempt.form.questions.flatMap((question) => {
    const name = questionKey(question);
    const given = attempt.answers.get(name);
    const key = keyOf(question);
    const isOpen = outcomes.get(name) === 'unanswered';
    if (given === undefined || key === null || !isOpen || attempt.reviewed.has(name)) return [];
    // The report has shown it as it is today, whatever it was when it was left.
    const { textRev, keyRev } = key;
    return [factOf(attempt, question, { ...given, textRev, keyRev }, false)];
  });
}

function factOf(
  { exam }: Attempt,
  { pack, concept, scenario }: FormQuestion,
  { textRev, keyRev, shown, response, millis, language }: Given,
  right: boolean,
): Fact<'answered'> {
  return {
    type: 'answered',
    pack,
    concept,
    scenario,
    textRev,
    keyRev,
    shown,
    response,
    right,
    confidence: null,
    latency: latencyOf(millis),
    language,
    session: exam,
    mode: 'exam',
  };
}

type Review = Event<'answered'>;

/** Whether an event is what a review has recorded. */
export const isReview = (event: AnyEvent): event is Review =>
  event.type === 'answered' && isOfExam(event);

/** The name of an answer in a review, whoever has recorded it. */
const nameOf = (review: Review): string => `${review.session}/${questionKey(review)}`;

/** Of those with one name the first. */
function firsts(reviews: readonly Review[]): Review[] {
  const known = new Set<string>();
  return reviews.filter((review) => known.size < known.add(nameOf(review)).size);
}

const takingBack = (event: EventRef): Fact<'undone'> => ({ type: 'undone', ref: refOf(event) });

/**
 * Has each answer of a review count once, wherever journals have met or parted: of those that two devices, or two tabs
 * without locks, have recorded, all but the first are taken back; and where that first one is gone again, with an
 * import that was revoked, the next is brought back. Nothing else takes back an answer of an exam.
 * @param events the journal, or all of it that concerns exams
 */
export function reviewRepairs(events: readonly AnyEvent[]): readonly Fact<'undone'>[] {
  const standing = effective(events);
  const reviews = standing.filter(isReview);
  const first = new Set(firsts(reviews));
  return [
    ...reviews.filter((review) => !first.has(review)).map(takingBack),
    ...bringingBack(events, standing, new Set(reviews.map(nameOf))),
  ];
}

/** What stands in a file is gone for nobody: that an import was revoked shows by what it has left. */
function bringingBack(
  events: readonly AnyEvent[],
  standing: readonly Event[],
  known: ReadonlySet<string>,
): readonly Fact<'undone'>[] {
  const undos = standing.flatMap((event) => (event.type === 'undone' ? [event] : []));
  const undone = new Set(undos.map(({ ref }) => refKey(ref)));
  const open = events
    .filter(isReview)
    .toSorted(compareEvents)
    .filter((review) => !known.has(nameOf(review)));
  if (!open.some((review) => undone.has(refKey(review)))) return [];
  const { isVisible } = visibility(events);
  const revoked = new Set(open.filter((review) => !isVisible(review)).map(nameOf));
  const lost = open.filter((review) => isVisible(review) && revoked.has(nameOf(review)));
  const next = new Set(firsts(lost).map(refKey));
  return undos.filter(({ ref }) => next.has(refKey(ref))).map(takingBack);
}
