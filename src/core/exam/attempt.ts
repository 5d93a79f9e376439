import type { Response } from '#core/answer/response.ts';
import { scenarioKey, type ScenarioKey, type Slug } from '#core/ids.ts';
import {
  refKey,
  refOf,
  type AnyEvent,
  type Event,
  type EventRef,
  type WriterId,
} from '#core/journal/event.ts';
import type { Language } from '#core/language.ts';
import { instant, type Instant } from '#core/time.ts';
import { parseForm, type Form } from './form.ts';
import { missCauseOf, type MissCause } from './miss-cause.ts';
import { questionKey } from './pool.ts';

/** What was last chosen for a question. */
export interface Given {
  /** Its last event: what a cause is told of. */
  readonly ref: EventRef;
  /** `null`: it was on the screen, and nothing was chosen. It may be incomplete. */
  readonly response: Response | null;
  readonly shown: readonly Slug[];
  readonly textRev: string;
  readonly keyRev: string;
  readonly language: Language;
  /** All the time that it was on the screen. */
  readonly millis: number;
}

/** One sitting of a form: a fold of its events, never truth itself. */
export interface Attempt {
  readonly exam: string;
  readonly form: Form;
  readonly startedAt: Instant;
  /** Minutes that local time was ahead of UTC then. */
  readonly offset: number;
  /** The latest stamp of its events, those after its end left aside: see `afterwards`. */
  readonly lastAt: Instant;
  readonly answers: ReadonlyMap<ScenarioKey, Given>;
  /** Flagged while it ran. */
  readonly flagged: ReadonlySet<ScenarioKey>;
  /** The time that has passed for certain: by the latest of its events, or by what they have measured. */
  readonly usedMillis: number;
  /** `null` while nobody has handed it in; see `isOver`. */
  readonly end: { readonly at: Instant; readonly timedOut: boolean } | null;
  /** Whether each answer was right by the key of the day on which it was reviewed. */
  readonly reviewed: ReadonlyMap<ScenarioKey, boolean>;
  readonly causes: ReadonlyMap<ScenarioKey, MissCause>;
}

const MINUTE = 60_000;

/** What stood chosen at the end may be written a little later. */
const GRACE = 5000;

export const limitMillis = ({ blueprint, extraMinutes }: Form): number =>
  (blueprint.minutes + extraMinutes) * MINUTE;

/** A moment, by the clock and by what the page has measured itself. */
export interface Moment {
  readonly at: Instant;
  /** Time used as far as it was measured without a clock: what was used when the page took it up, and since. */
  readonly measured: number;
}

/**
 * The time that has been used. The clock counts, so that a closed page or a sleeping device stop nothing; but not
 * alone: what the events and the page have measured is the least, so that a clock that was set back gives no time.
 */
export const usedAt = (
  { startedAt, usedMillis, form }: Attempt,
  { at, measured }: Moment,
): number => Math.min(limitMillis(form), Math.max(at - startedAt, usedMillis, measured, 0));

export const leftAt = (attempt: Attempt, moment: Moment): number =>
  limitMillis(attempt.form) - usedAt(attempt, moment);

/** Whether it was handed in, or its time has run out, whoever was there to see it. */
export const isOver = (attempt: Attempt, moment: Moment): boolean =>
  attempt.end !== null || leftAt(attempt, moment) <= 0;

/** How long it took. */
export const tookMillis = ({ form, startedAt, usedMillis, end }: Attempt): number =>
  end?.timedOut === true
    ? limitMillis(form)
    : Math.min(limitMillis(form), Math.max(usedMillis, (end?.at ?? startedAt) - startedAt));

/**
 * When something happens in an attempt. A tab whose clock was set back since another has written stamps its events
 * before those that they follow: what is chosen anew would count for less than what it replaces.
 */
export const afterwards = ({ lastAt }: Attempt, now: Instant): Instant =>
  now > lastAt ? now : instant(lastAt + 1);

/** An attempt under way in the fold. */
interface Draft extends Attempt {
  readonly answers: Map<ScenarioKey, Given>;
  readonly flagged: Set<ScenarioKey>;
  readonly reviewed: Map<ScenarioKey, boolean>;
  readonly causes: Map<ScenarioKey, MissCause>;
  readonly asked: ReadonlySet<ScenarioKey>;
  lastAt: Instant;
  measured: number;
  usedMillis: number;
  end: Attempt['end'];
  /** Who handed it in. */
  endedBy: WriterId | null;
}

type ExamEvent = Event<
  'exam-started' | 'exam-answered' | 'exam-submitted' | 'miss-cause' | 'flagged' | 'answered'
>;

/** Whether an event says something of an exam: what `attemptsOf` needs of a journal. */
export const isOfExam = (event: AnyEvent): event is ExamEvent =>
  event.type === 'exam-started' ||
  event.type === 'exam-answered' ||
  event.type === 'exam-submitted' ||
  event.type === 'miss-cause' ||
  event.type === 'flagged' ||
  (event.type === 'answered' && event.mode === 'exam');

interface Fold {
  readonly attempts: Map<string, Draft>;
  /** Which question an event is an answer to. */
  readonly answered: Map<string, { readonly draft: Draft; readonly key: ScenarioKey }>;
}

const isStart = ({ type }: ExamEvent): boolean => type === 'exam-started';
const isCause = ({ type }: ExamEvent): boolean => type === 'miss-cause';

/**
 * All attempts that the events tell of, in the order in which they were started. Of two starts of one exam, or two
 * ends, the first counts. An answer after the end changes nothing. The starts are taken first and the causes last,
 * whatever their time: where a clock was set back, an answer may bear an earlier stamp than the start that it follows.
 * @param events effective ones, in order
 */
export function attemptsOf(events: readonly Event[]): readonly Attempt[] {
  const fold: Fold = { attempts: new Map(), answered: new Map() };
  const ofExams = events.filter(isOfExam);
  for (const event of ofExams.filter(isStart)) apply(fold, event);
  for (const event of ofExams) if (!isStart(event) && !isCause(event)) apply(fold, event);
  for (const event of ofExams.filter(isCause)) apply(fold, event);
  return [...fold.attempts.values()].map(attemptIn);
}

function apply({ attempts, answered }: Fold, event: ExamEvent): void {
  switch (event.type) {
    case 'exam-started':
      return start(attempts, event);
    case 'exam-answered': {
      const draft = attempts.get(event.exam);
      if (draft !== undefined && take(draft, event))
        answered.set(refKey(event), { draft, key: questionKey(event) });
      return;
    }
    case 'exam-submitted': {
      const draft = attempts.get(event.exam);
      if (draft?.end === null) close(draft, event);
      return;
    }
    case 'flagged':
      for (const draft of attempts.values()) flag(draft, event);
      return;
    case 'answered': {
      // Should two devices have reviewed it, the first counts: see `repeatedReviews`.
      const reviewed = attempts.get(event.session)?.reviewed;
      if (reviewed?.has(questionKey(event)) === false)
        reviewed.set(questionKey(event), event.right);
      return;
    }
    case 'miss-cause': {
      const of = answered.get(refKey(event.ref));
      const cause = missCauseOf(event.cause);
      if (of !== undefined && cause !== undefined) of.draft.causes.set(of.key, cause);
    }
  }
}

function start(attempts: Map<string, Draft>, event: Event<'exam-started'>): void {
  const form = parseForm(event.form);
  if (form === null || attempts.has(event.exam)) return;
  attempts.set(event.exam, {
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
  });
}

function close(draft: Draft, { at, timedOut, writer }: Event<'exam-submitted'>): void {
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

/** @returns whether the event is an answer to a question of the form */
function take(draft: Draft, event: Event<'exam-answered'>): boolean {
  const key = questionKey(event);
  if (!draft.asked.has(key)) return false;
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
  if (isLate && before !== undefined) return true;
  draft.answers.set(key, {
    ref: refOf(event),
    response: isLate ? null : event.response,
    shown: event.shown,
    textRev: event.textRev,
    keyRev: event.keyRev,
    language: event.language,
    millis: (before?.millis ?? 0) + (isLate ? 0 : event.latency),
  });
  return true;
}

function flag(draft: Draft, { target, on, at }: Event<'flagged'>): void {
  if (target.scenario === undefined || draft.end !== null) return;
  const key = scenarioKey(target.pack, target.concept, target.scenario);
  // Starts are known before everything else: what was flagged earlier, in study, is no flag of the exam.
  const since = at - draft.startedAt;
  if (!draft.asked.has(key) || since < 0 || since > limitMillis(draft.form)) return;
  note(draft, at);
  if (on) draft.flagged.add(key);
  else draft.flagged.delete(key);
}

const attemptIn = ({
  asked: _asked,
  measured: _measured,
  endedBy: _endedBy,
  ...attempt
}: Draft): Attempt => attempt;
