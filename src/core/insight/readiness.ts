import { replay } from '#core/journal/learner.ts';
import type { Event } from '#core/journal/event.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { finish } from '#core/journal/slices.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { studyDay, studyDayOf, type StudyDay } from '#core/time.ts';
import { chanceToPass, type Chance } from './chance.ts';
import { evidenceOf, guessing } from './exam-evidence.ts';
import { figuresOf, type Figures, type Subject } from './exam-figures.ts';
import { canOpen, isOpen, wantedAnswers, type Wanted } from './gate.ts';
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
  /** Every scenario has been met, and lately: new answers would tell of pictures. With the last chance, if ever. */
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

function work({ events, learner, subject, packs, today, exam }: ReadinessInput): Worked {
  const answers = finish(retracing(events));
  const record = finish(trackRecord(answers, guessing(packs)));
  const evidence = evidenceOf(answers, subject.pack, today);
  // An exam that has passed cannot be prepared for.
  const day = studyDay(Math.max(today, exam ?? today));
  const figures = figuresOf({ learner, subject, evidence, bias: record.newBias, day });
  return { figures, record, left: evidence.left, lastDay: evidence.lastDay };
}

/** The chance as it was on the day of the last piece of evidence; `null` if there was none yet. */
function lastChance(input: ReadinessInput, on: StudyDay | null): Dated | null {
  if (on === null) return null;
  const { dayStart } = input.learner.settings;
  const events = input.events.filter((event) => studyDayOf(event, dayStart) <= on);
  const { figures } = work({ ...input, events, learner: replay(events), today: on });
  return isOpen(figures) ? { ...chanceToPass(figures), on } : null;
}

function verdictOf(input: ReadinessInput, { figures, left, lastDay }: Worked): Verdict {
  if (left === 0) return { state: 'exhausted', last: lastChance(input, lastDay) };
  if (isOpen(figures)) return { state: 'known', chance: chanceToPass(figures) };
  return canOpen(figures, left)
    ? { state: 'not-enough', wanted: wantedAnswers(figures) }
    : { state: 'too-small' };
}

/**
 * The chance to pass an exam, from first exposures and the recall that is predicted for the day of the exam if
 * nothing is studied until then. Nothing but what is missing until the gate opens; and nothing new once every
 * scenario was met lately, because then no answer tells what a new question would.
 */
export function readiness(input: ReadinessInput): Readiness {
  const worked = work(input);
  const { figures, record } = worked;
  return { verdict: verdictOf(input, worked), figures, record };
}
