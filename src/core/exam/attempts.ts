import { scenarioKey, type ScenarioKey } from '#core/ids.ts';
import { refKey, refOf, type Event, type WriterId } from '#core/journal/event.ts';
import type { Instant } from '#core/time.ts';
import { isOfExam, limitMillis, type Attempt, type ExamEvent, type Given } from './attempt.ts';
import { parseForm } from './form.ts';
import { missCauseOf, type MissCause } from './miss-cause.ts';
import { questionKey } from './pool.ts';

/** What stood chosen at the end may be written a little later. */
const GRACE = 5000;

/** An attempt under way in the fold. */
interface Draft extends Attempt {
  readonly answers: Map<ScenarioKey, Given>;
  readonly flagged: Set<ScenarioKey>;
  readonly reviewed: Map<ScenarioKey, boolean>;
  readonly causes: Map<ScenarioKey, MissCause>;
  readonly asked: ReadonlySet<ScenarioKey>;
  /** Which question an event is an answer to, by `refKey`. */
  readonly refs: Map<string, ScenarioKey>;
  lastAt: Instant;
  measured: number;
  usedMillis: number;
  end: Attempt['end'];
  /** Who handed it in. */
  endedBy: WriterId | null;
}

/** All attempts so far, ready to go on. */
export interface AttemptFold {
  readonly drafts: Map<string, Draft>;
  readonly attempts: Map<string, Attempt>;
  /** Attempts that have changed since they were last told. */
  readonly touched: Set<string>;
}

export const emptyFold = (): AttemptFold => ({
  drafts: new Map(),
  attempts: new Map(),
  touched: new Set(),
});

const isStart = ({ type }: ExamEvent): boolean => type === 'exam-started';
const isCause = ({ type }: ExamEvent): boolean => type === 'miss-cause';

/**
 * Goes on with the fold; an attempt that the events do not touch stays the very same.
 * @param events effective ones, in order, all after what was folded before
 * @returns all attempts that the events tell of, in the order in which they were started. Of two starts of one exam,
 * or two ends, the first counts. An answer after the end changes nothing. The starts are taken first and the causes
 * last, whatever their time: where a clock was set back, an answer may bear an earlier stamp than the start that it
 * follows.
 */
export function attemptsAfter(fold: AttemptFold, events: readonly Event[]): readonly Attempt[] {
  const ofExams = events.filter(isOfExam);
  for (const event of ofExams.filter(isStart)) apply(fold, event);
  for (const event of ofExams) if (!isStart(event) && !isCause(event)) apply(fold, event);
  for (const event of ofExams.filter(isCause)) apply(fold, event);
  for (const exam of fold.touched) {
    const draft = fold.drafts.get(exam);
    if (draft !== undefined) fold.attempts.set(exam, attemptIn(draft));
  }
  fold.touched.clear();
  return [...fold.attempts.values()];
}

export const attemptsOf = (events: readonly Event[]): readonly Attempt[] =>
  attemptsAfter(emptyFold(), events);

function apply(fold: AttemptFold, event: ExamEvent): void {
  switch (event.type) {
    case 'exam-started':
      return start(fold, event);
    case 'exam-answered':
      return change(fold, event.exam, (draft) => take(draft, event));
    case 'exam-submitted':
      return change(fold, event.exam, (draft) => close(draft, event));
    case 'flagged':
      for (const draft of fold.drafts.values())
        if (flag(draft, event)) fold.touched.add(draft.exam);
      return;
    case 'answered':
      return change(fold, event.session, ({ reviewed }) => {
        // Should two devices have reviewed it, the first counts: see `reviewRepairs`.
        if (!reviewed.has(questionKey(event))) reviewed.set(questionKey(event), event.right);
      });
    case 'miss-cause':
      for (const draft of fold.drafts.values()) blame(fold, draft, event);
  }
}

function change({ drafts, touched }: AttemptFold, exam: string, by: (draft: Draft) => void): void {
  const draft = drafts.get(exam);
  if (draft === undefined) return;
  touched.add(exam);
  by(draft);
}

function blame({ touched }: AttemptFold, draft: Draft, event: Event<'miss-cause'>): void {
  const key = draft.refs.get(refKey(event.ref));
  const cause = missCauseOf(event.cause);
  if (key === undefined || cause === undefined) return;
  touched.add(draft.exam);
  draft.causes.set(key, cause);
}

function start({ drafts, touched }: AttemptFold, event: Event<'exam-started'>): void {
  const form = parseForm(event.form);
  if (form === null || drafts.has(event.exam)) return;
  touched.add(event.exam);
  drafts.set(event.exam, {
    exam: event.exam,
    form,
    startedAt: event.at,
    offset: event.offset,
    lastAt: event.at,
    answers: new Map(),
    flagged: new Set(),
    usedMillis: 0,
    measured: 0,
    end: null,
    endedBy: null,
    reviewed: new Map(),
    causes: new Map(),
    asked: new Set(form.questions.map(questionKey)),
    refs: new Map(),
  });
}

function close(draft: Draft, { at, timedOut, writer }: Event<'exam-submitted'>): void {
  if (draft.end !== null) return;
  draft.end = { at, timedOut };
  draft.endedBy = writer;
  note(draft, at);
}

function note(draft: Draft, at: Instant): void {
  if (at > draft.lastAt) draft.lastAt = at;
}

/** An end that is stamped before the start tells by its own writer alone what came after it: the clock was set back. */
const isClosedFor = ({ end, endedBy, startedAt }: Draft, writer: WriterId): boolean =>
  end !== null && (end.at >= startedAt || writer === endedBy);

function take(draft: Draft, event: Event<'exam-answered'>): void {
  const key = questionKey(event);
  if (!draft.asked.has(key)) return;
  draft.refs.set(refKey(event), key);
  const before = draft.answers.get(key);
  const measured = draft.measured + event.latency;
  const used = Math.max(draft.usedMillis, event.at - draft.startedAt, measured);
  const isLate = isClosedFor(draft, event.writer) || used > limitMillis(draft.form) + GRACE;
  if (!isLate) {
    draft.measured = measured;
    draft.usedMillis = used;
    note(draft, event.at);
  }
  // Late, it still gives a name to what was never answered.
  if (isLate && before !== undefined) return;
  draft.answers.set(key, {
    ref: refOf(event),
    response: isLate ? null : event.response,
    shown: event.shown,
    textRev: event.textRev,
    keyRev: event.keyRev,
    language: event.language,
    millis: (before?.millis ?? 0) + (isLate ? 0 : event.latency),
  });
}

/** @returns whether it is a flag of this attempt */
function flag(draft: Draft, { target, on, at }: Event<'flagged'>): boolean {
  if (target.scenario === undefined || draft.end !== null) return false;
  const key = scenarioKey(target.pack, target.concept, target.scenario);
  // Starts are known before everything else: what was flagged earlier, in study, is no flag of the exam.
  const since = at - draft.startedAt;
  if (!draft.asked.has(key) || since < 0 || since > limitMillis(draft.form)) return false;
  note(draft, at);
  if (on) draft.flagged.add(key);
  else draft.flagged.delete(key);
  return true;
}

/** As it stands now: what comes later changes nothing of it. */
function attemptIn(draft: Draft): Attempt {
  const { asked: _asked, measured: _measured, endedBy: _endedBy, refs: _refs, ...attempt } = draft;
  return {
    ...attempt,
    answers: new Map(draft.answers),
    flagged: new Set(draft.flagged),
    reviewed: new Map(draft.reviewed),
    causes: new Map(draft.causes),
  };
}
