import type { Confidence } from '#core/answer/response.ts';
import {
  conceptKey,
  scenarioKey,
  type ConceptKey,
  type PackUid,
  type ScenarioKey,
  type Slug,
} from '#core/ids.ts';
import type { MemoryState } from '#core/memory/schedule.ts';
import { studyDayOf, type Clock, type Instant, type StudyDay } from '#core/time.ts';
import type { EventRef, Filter, Mode, Target, WriterId } from './event.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** What the answers to a concept's scenarios have left behind. */
export interface ConceptState {
  /** Its `day` is the day of the last answer. */
  readonly memory: MemoryState;
  /** Without those to a scenario whose key has changed, once it is answered under the new one. */
  readonly answers: number;
  readonly right: number;
  /** Again on something that was remembered before. */
  readonly lapses: number;
  readonly lastRight: boolean;
  readonly lastScenario: Slug;
  /** The day of a wrong answer that was certain; until a right answer on a later day. */
  readonly misconception: StudyDay | null;
}

/** Evidence of one scenario. It holds for the key that it was given under: see `isStale`. */
export interface ScenarioState {
  /** Revision of the key at the last answer. */
  readonly keyRev: string;
  /** Answers under this key, and how many of them were right. */
  readonly answers: number;
  readonly right: number;
  readonly lastDay: StudyDay;
  /** Which of all answers, counted from 1, was the last to this scenario: smaller is longer ago. */
  readonly lastTurn: number;
  readonly lastRight: boolean;
  /** Whether the first answer under this key was right. */
  readonly firstRight: boolean;
  /** Wrong answers under this key, "I don't know" left aside; `null` before the first. */
  readonly wrong: WrongAnswers | null;
}

export interface WrongAnswers {
  readonly times: number;
  readonly lastDay: StudyDay;
  /** Options chosen in them (single, multiple), and how often. */
  readonly chosen: readonly (readonly [option: Slug, times: number])[];
}

export interface DayCount {
  readonly answers: number;
  readonly right: number;
  /** Concepts met for the first time. */
  readonly introduced: number;
  /** Time spent answering and reading feedback, mock exams left aside. */
  readonly millis: number;
}

/** What an overruled rating is worked out from again. */
export interface Recent {
  readonly concept: ConceptKey;
  readonly memory: MemoryState | null;
  readonly lapses: number;
  /** The day of the answer. */
  readonly day: StudyDay;
}

/** What is wanted of a day of study. */
export type DayRule = Pick<Settings, 'minutesPerDay' | 'daysOff'>;

export type TargetKey = ConceptKey | ScenarioKey;

/** What the learner has put on concepts and scenarios. */
export interface Marks {
  readonly flagged: ReadonlySet<TargetKey>;
  readonly suspended: ReadonlySet<TargetKey>;
  /** The day on which each was buried; that day only. */
  readonly buried: ReadonlyMap<TargetKey, StudyDay>;
}

/** What moved a session on, in order: an answer, or something suspended or buried and so taken out. */
export type SessionStep = SessionAnswer | { readonly type: 'dropped'; readonly key: TargetKey };

export interface SessionAnswer {
  readonly type: 'answered';
  readonly ref: EventRef;
  readonly pack: PackUid;
  readonly concept: Slug;
  readonly scenario: Slug;
  readonly right: boolean;
  readonly confidence: Confidence | null;
}

/** What the queue of a session was made from, as far as it has changed since: `beforeSession` puts it back. */
export interface Before {
  readonly concepts: ReadonlyMap<ConceptKey, ConceptState | null>;
  readonly scenarios: ReadonlyMap<ScenarioKey, ScenarioState | null>;
  readonly today: DayCount;
  readonly pace: readonly number[];
  readonly settings: Settings;
  readonly marks: Marks;
}

/** The last session that was started and has not ended. */
export interface OpenSession {
  readonly session: string;
  readonly seed: number;
  readonly mode: Mode;
  readonly filter: Filter;
  readonly start: Clock;
  readonly steps: readonly SessionStep[];
  readonly before: Before;
}

/** Everything that follows from the events: a fold, never truth itself. */
export interface Learner {
  readonly concepts: ReadonlyMap<ConceptKey, ConceptState>;
  readonly scenarios: ReadonlyMap<ScenarioKey, ScenarioState>;
  readonly days: ReadonlyMap<StudyDay, DayCount>;
  /** Days on which questions of a mock exam were answered, whenever its report was read. */
  readonly mocks: ReadonlySet<StudyDay>;
  readonly marks: Marks;
  readonly notes: ReadonlyMap<TargetKey, string>;
  readonly settings: Settings;
  /** What was set of the days, by the day since which it holds; before the first of them, what nobody has set. */
  readonly rules: ReadonlyMap<StudyDay, DayRule>;
  readonly session: OpenSession | null;
  /** All answers ever. */
  readonly answers: number;
  /** Milliseconds that each of the last answers of study took, feedback included; the newest last. */
  readonly pace: readonly number[];
  /** The last answers, by `refKey`, the newest last. */
  readonly recent: ReadonlyMap<string, Recent>;
  /** Of study. */
  readonly lastAnswer: { readonly session: string; readonly at: Instant } | null;
  /** The last event that was folded in. */
  readonly head: { readonly at: Instant; readonly writer: WriterId; readonly seq: number } | null;
}

export const noDay: DayCount = { answers: 0, right: 0, introduced: 0, millis: 0 };

export const emptyLearner: Learner = {
  concepts: new Map(),
  scenarios: new Map(),
  days: new Map(),
  mocks: new Set(),
  marks: { flagged: new Set(), suspended: new Set(), buried: new Map() },
  notes: new Map(),
  settings: defaultSettings,
  rules: new Map(),
  session: null,
  answers: 0,
  pace: [],
  recent: new Map(),
  lastAnswer: null,
  head: null,
};

export const targetKey = ({ pack, concept, scenario }: Target): TargetKey =>
  scenario === undefined ? conceptKey(pack, concept) : scenarioKey(pack, concept, scenario);

/** The study day of a clock by the learner's own day start. */
export const learnerDay = (learner: Learner, clock: Clock): StudyDay =>
  studyDayOf(clock, learner.settings.dayStart);

export const dayCount = (learner: Learner, day: StudyDay): DayCount =>
  learner.days.get(day) ?? noDay;

/** Whether a concept or scenario is left out of study on a day: suspended, or buried that day. */
export const isLeftOut = ({ suspended, buried }: Marks, key: TargetKey, day: StudyDay): boolean =>
  suspended.has(key) || buried.get(key) === day;

/** Seconds that an answer is taken to last before there are enough to tell. */
export const ASSUMED_SECONDS = 45;
export const ENOUGH_FOR_PACE = 10;

/** Seconds that an answer takes: the median of the last hundred; 45 before there are ten. */
export function secondsPerAnswer({ pace }: Learner): number {
  if (pace.length < ENOUGH_FOR_PACE) return ASSUMED_SECONDS;
  const sorted = pace.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return Math.max(1, (middle ?? 0) / 1000);
}

/** The learner as the open session found them: what its queue was made from. Notes and head stay. */
export function beforeSession(learner: Learner): Learner {
  const { session } = learner;
  if (session === null) return learner;
  const { before, start } = session;
  const rolledBack = { ...learner, settings: before.settings };
  return {
    ...rolledBack,
    concepts: putBack(learner.concepts, before.concepts),
    scenarios: putBack(learner.scenarios, before.scenarios),
    days: new Map(learner.days).set(learnerDay(rolledBack, start), before.today),
    pace: before.pace,
    marks: before.marks,
    session: null,
  };
}

function putBack<K, V>(now: ReadonlyMap<K, V>, before: ReadonlyMap<K, V | null>): Map<K, V> {
  const then = new Map(now);
  for (const [key, value] of before) {
    if (value === null) then.delete(key);
    else then.set(key, value);
  }
  return then;
}
