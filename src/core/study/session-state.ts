import type { Confidence, Response, Verdict } from '#core/answer/response.ts';
import type { Slug } from '#core/ids.ts';
import type { Occasion } from '#core/journal/answering.ts';
import type { AnyEvent, EventRef, Fact, Filter, Mode } from '#core/journal/event.ts';
import type { ConceptState, Learner, TargetKey } from '#core/journal/learner-state.ts';
import type { Language } from '#core/language.ts';
import type { Rating } from '#core/memory/rating.ts';
import type { Scenario } from '#core/pack/model.ts';
import type { Clock, Instant, StudyDay } from '#core/time.ts';
import type { Place } from './line.ts';

/** An answer of this session that stands. */
export interface Turn extends Place {
  readonly right: boolean;
  readonly confidence: Confidence | null;
  /** Its event's name; `null` until `recorded` tells it. */
  readonly ref: EventRef | null;
}

/** What all phases know. */
export interface Head {
  readonly session: string;
  readonly seed: number;
  readonly mode: Mode;
  readonly filter: Filter;
  readonly turns: readonly Turn[];
  /** Suspended or buried during the session. */
  readonly dropped: ReadonlySet<TargetKey>;
}

/** A question waits for its answer. */
export interface Asking extends Head, Place {
  readonly phase: 'asking';
  readonly startedAt: Instant;
}

/** The verdict on the last turn is shown. */
export interface Showing extends Head, Place {
  readonly phase: 'showing';
  /** The order in which it was shown. */
  readonly shown: readonly Slug[];
  /** `null` is "I don't know". */
  readonly response: Response | null;
  readonly verdict: Verdict;
  readonly confidence: Confidence | null;
  readonly rating: Rating;
  /** When the concept comes next. */
  readonly due: StudyDay;
  /** When it was answered, and by whose memory. */
  readonly occasion: Occasion;
  /** Whether what is right had changed since it was answered before. */
  readonly isChanged: boolean;
  /** The concept before the answer; `null` if it was new. */
  readonly before: ConceptState | null;
}

/** Nothing is left, or the learner has stopped. The turns tell the summary. */
export interface Done extends Head {
  readonly phase: 'done';
  /** The question at which it was stopped; `null` after the last one. */
  readonly stoppedAt: Place | null;
  /** The name of `session-ended`; `null` until `recorded` tells it. */
  readonly ended: EventRef | null;
}

export type Session = Asking | Showing | Done;

/** What a learner puts on a concept or scenario. */
export type MarkFact = Fact<'flagged' | 'suspended' | 'buried' | 'noted'>;

export type SessionEvent =
  | {
      readonly type: 'answered';
      /** The item's scenario, as loaded. */
      readonly scenario: Scenario;
      /** `null` is "I don't know". */
      readonly response: Response | null;
      readonly confidence: Confidence | null;
      readonly language: Language;
      /** As it is before this answer. */
      readonly learner: Learner;
      readonly clock: Clock;
    }
  | { readonly type: 'next' | 'undo' | 'stopped'; readonly clock: Clock }
  | { readonly type: 'overruled'; readonly rating: Rating }
  | { readonly type: 'marked'; readonly fact: MarkFact; readonly clock: Clock }
  /** The facts of the last step as the journal has named them: without it nothing can be undone or overruled. */
  | { readonly type: 'recorded'; readonly events: readonly AnyEvent[] };

/** The session after an event, and the facts to record, in order. */
export interface Step<S extends Session = Session> {
  readonly session: S;
  readonly facts: readonly Fact[];
}

export const headOf = ({ session, seed, mode, filter, turns, dropped }: Session): Head => ({
  session,
  seed,
  mode,
  filter,
  turns,
  dropped,
});
