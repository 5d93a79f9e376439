import type { Event } from '#core/journal/event.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { Subject } from '#core/exam/subject.ts';
import { replaying } from '#core/journal/replaying.ts';
import type { Slices } from '#core/journal/slices.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { studyDay, studyDayOf, type StudyDay } from '#core/time.ts';
import { chanceToPass, type Chance } from './chance.ts';
import { examEvidence } from './exam-evidence.ts';
import { figuring, type Figures } from './exam-figures.ts';
import { canOpen, isOpen, wantedAnswers, type Wanted } from './gate.ts';
import { guessing, knownScenarios } from './known-scenarios.ts';
import { retracing } from './retrace.ts';
import { trackRecord, type TrackRecord } from './track-record.ts';

/** A chance and the day from whose answers it was worked out. */
export interface Dated extends Chance {
  readonly on: StudyDay;
}

/** How likely somebody is to pass, or why that cannot be said. */
type Verdict =
  | { readonly state: 'known'; readonly chance: Chance }
  /** So many answers are missing. */
  | { readonly state: 'not-enough'; readonly wanted: readonly Wanted[] }
  /** So few of the pack's questions are new to the learner that no answers would be enough. */
  | { readonly state: 'too-small' }
  /**
   * Every scenario but the reserve has been met, and lately: new answers would tell of pictures. With the last chance,
   * if ever.
   */
  | { readonly state: 'exhausted'; readonly last: Dated | null };

export interface Readiness {
  readonly verdict: Verdict;
  /** Every input, whatever the verdict. */
  readonly figures: Figures;
  readonly record: TrackRecord;
}

export interface ReadinessInput {
  /** Effective ones, in order. */
  readonly events: readonly Event[];
  /** What they fold to. */
  readonly learner: Learner;
  readonly subject: Subject;
  /** All packs: the record is kept of all answers. */
  readonly packs: readonly PackIndex[];
  readonly today: StudyDay;
  /** The day of the exam; `null` without one: then it is worked out for today. */
  readonly exam: StudyDay | null;
}

interface Worked {
  readonly figures: Figures;
  readonly record: TrackRecord;
  readonly left: number;
  readonly lastDay: StudyDay | null;
}

function* working(input: ReadinessInput): Slices<Worked> {
  const { events, learner, subject, packs, today, exam } = input;
  const answers = yield* retracing(events);
  const guessOf = guessing(yield* knownScenarios(packs));
  const record = yield* trackRecord(answers, guessOf);
  const evidence = yield* examEvidence(answers, subject, today);
  // An exam that has passed cannot be prepared for.
  const day = studyDay(Math.max(today, exam ?? today));
  const figures = yield* figuring({ learner, subject, evidence, bias: record.newBias, day });
  return { figures, record, left: evidence.left, lastDay: evidence.lastDay };
}

function* until(events: readonly Event[], day: StudyDay, dayStart: number): Slices<Event[]> {
  const before: Event[] = [];
  for (const event of events) {
    yield;
    if (studyDayOf(event, dayStart) <= day) before.push(event);
  }
  return before;
}

/** The chance as it was on the day of the last piece of evidence; `null` if there was none yet. */
function* lastChance(input: ReadinessInput, on: StudyDay | null): Slices<Dated | null> {
  if (on === null) return null;
  const events = yield* until(input.events, on, input.learner.settings.dayStart);
  const learner = yield* replaying(events);
  const { figures } = yield* working({ ...input, events, learner, today: on });
  return isOpen(figures) ? { ...chanceToPass(figures), on } : null;
}

function* judging(input: ReadinessInput, { figures, left, lastDay }: Worked): Slices<Verdict> {
  if (left === 0) return { state: 'exhausted', last: yield* lastChance(input, lastDay) };
  if (isOpen(figures)) return { state: 'known', chance: chanceToPass(figures) };
  return canOpen(figures, left)
    ? { state: 'not-enough', wanted: wantedAnswers(figures) }
    : { state: 'too-small' };
}

/**
 * The chance to pass an exam, from first exposures and the recall that is predicted for the day of the exam if
 * nothing is studied until then; bit by bit. Nothing but what is missing until the gate opens; and nothing new once
 * every scenario but the reserve was met lately, because then no answer tells what a new question would.
 */
export function* readiness(input: ReadinessInput): Slices<Readiness> {
  const worked = yield* working(input);
  const verdict = yield* judging(input, worked);
  const { figures, record } = worked;
  return { verdict, figures, record };
}
