import type { Response } from '#core/answer/response.ts';
import type { ScenarioKey, Slug } from '#core/ids.ts';
import type { AnyEvent, Event, EventRef } from '#core/journal/event.ts';
import type { Language } from '#core/language.ts';
import { instant, type Instant } from '#core/time.ts';
import type { Form } from './form.ts';
import type { MissCause } from './miss-cause.ts';

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

export type ExamEvent = Event<
  'exam-started' | 'exam-answered' | 'exam-submitted' | 'miss-cause' | 'flagged' | 'answered'
>;

/** Whether an event says something of an exam: what the fold of attempts needs of a journal. */
export const isOfExam = (event: AnyEvent): event is ExamEvent =>
  event.type === 'exam-started' ||
  event.type === 'exam-answered' ||
  event.type === 'exam-submitted' ||
  event.type === 'miss-cause' ||
  event.type === 'flagged' ||
  (event.type === 'answered' && event.mode === 'exam');
