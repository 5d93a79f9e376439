import { grade } from '#core/answer/grade.ts';
import type { ScenarioKey } from '#core/ids.ts';
import { latencyOf } from '#core/journal/answering.ts';
import { refOf, type Event, type Fact } from '#core/journal/event.ts';
import type { Scenario } from '#core/pack/model.ts';
import { isOfExam, type Attempt, type Given } from './attempt.ts';
import type { FormQuestion } from './draw.ts';
import { questionKey } from './pool.ts';
import type { Outcome } from './score.ts';

/** As much of a scenario as judges an answer, as it is today; `null` when the pack no longer has it. */
export type Key = Scenario | null;

/**
 * What became of a question. What was reviewed stays as it was judged then; else today's key judges, if it is still
 * the one under which was answered.
 */
export function outcomeOf(
  { answers, reviewed }: Pick<Attempt, 'answers' | 'reviewed'>,
  question: FormQuestion,
  key: Key,
): Outcome {
  const name = questionKey(question);
  const given = answers.get(name);
  if (given === undefined || given.response === null) return 'unanswered';
  const judged = reviewed.get(name) ?? judge(given, key);
  if (judged === null) return 'void';
  return judged ? 'right' : 'wrong';
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
export function unrecordedAnswers(
  attempt: Attempt,
  keyOf: (question: FormQuestion) => Key,
): readonly Fact<'answered'>[] {
  return attempt.form.questions.flatMap((question) => {
    const name = questionKey(question);
    const given = attempt.answers.get(name);
    const outcome = outcomeOf(attempt, question, keyOf(question));
    const isJudged = outcome === 'right' || outcome === 'wrong';
    if (given === undefined || !isJudged || attempt.reviewed.has(name)) return [];
    const { response, shown, textRev, keyRev, language, millis } = given;
    const { pack, concept, scenario } = question;
    const fact: Fact<'answered'> = {
      type: 'answered',
      pack,
      concept,
      scenario,
      textRev,
      keyRev,
      shown,
      response,
      right: outcome === 'right',
      confidence: null,
      latency: latencyOf(millis),
      language,
      session: attempt.exam,
      mode: 'exam',
    };
    return [fact];
  });
}

/** Takes back what two devices, or two tabs without locks, have recorded of one review: all but the first. */
export function repeatedReviews(events: readonly Event[]): readonly Fact<'undone'>[] {
  const known = new Map<string, Set<ScenarioKey>>();
  return events.filter(isOfExam).flatMap((event) => {
    if (event.type !== 'answered') return [];
    const ofExam = known.get(event.session) ?? new Set();
    known.set(event.session, ofExam);
    const isRepeated = ofExam.has(questionKey(event));
    ofExam.add(questionKey(event));
    return isRepeated ? [{ type: 'undone', ref: refOf(event) }] : [];
  });
}
