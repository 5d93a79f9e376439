import type { ConceptKey, ScenarioKey } from '#core/ids.ts';
import type { StudyDay } from '#core/time.ts';
import type {
  Before,
  ConceptState,
  DayCount,
  DayRule,
  Learner,
  Marks,
  OpenSession,
  Recent,
  ScenarioState,
  SessionStep,
  TargetKey,
} from './learner-state.ts';

/** A learner that is being worked on: the same shape, its own copies. */
export interface Draft {
  readonly concepts: Map<ConceptKey, ConceptState>;
  readonly scenarios: Map<ScenarioKey, ScenarioState>;
  readonly days: Map<StudyDay, DayCount>;
  readonly mocks: Set<StudyDay>;
  readonly rules: Map<StudyDay, DayRule>;
  readonly notes: Map<TargetKey, string>;
  readonly pace: number[];
  readonly recent: Map<string, Recent>;
  marks: Marks;
  settings: Learner['settings'];
  session: DraftSession | null;
  answers: number;
  lastAnswer: Learner['lastAnswer'];
  head: Learner['head'];
  /** The marks, once they are a copy of our own. */
  own: OwnMarks | null;
  /** Answers of this fold that were rated as overruled from the start. */
  readonly rerated: Set<string>;
}

interface OwnMarks {
  readonly flagged: Set<TargetKey>;
  readonly suspended: Set<TargetKey>;
  readonly buried: Map<TargetKey, StudyDay>;
}

type DraftSession = Omit<OpenSession, 'steps' | 'before'> & {
  readonly steps: SessionStep[];
  readonly before: Omit<Before, 'concepts' | 'scenarios'> & {
    readonly concepts: Map<ConceptKey, ConceptState | null>;
    readonly scenarios: Map<ScenarioKey, ScenarioState | null>;
  };
};

const RECENT_KEPT = 100;

export const draftOf = (learner: Learner): Draft => ({
  ...learner,
  concepts: new Map(learner.concepts),
  scenarios: new Map(learner.scenarios),
  days: new Map(learner.days),
  mocks: new Set(learner.mocks),
  rules: new Map(learner.rules),
  notes: new Map(learner.notes),
  pace: [...learner.pace],
  recent: new Map(learner.recent),
  session: learner.session === null ? null : draftSession(learner.session),
  own: null,
  rerated: new Set(),
});

const draftSession = (session: OpenSession): DraftSession => ({
  ...session,
  steps: [...session.steps],
  before: {
    ...session.before,
    concepts: new Map(session.before.concepts),
    scenarios: new Map(session.before.scenarios),
  },
});

/** The drafts that learners came from, until somebody folds on: the Maps of these are shared with nobody. */
const drafts = new WeakMap<Learner, Draft>();

/**
 * A draft that goes on with the learner's own Maps, so that nothing is copied; the learner is used up by it.
 * One that did not come from `sealed` (read from a text, put together, used up before) may share them: it is copied.
 */
export function takenOver(learner: Learner): Draft {
  const draft = drafts.get(learner);
  if (draft === undefined) return draftOf(learner);
  drafts.delete(learner);
  const { session, pace } = draft;
  return {
    ...draft,
    pace: [...pace],
    session: session === null ? null : { ...session },
    own: null,
    rerated: new Set(),
  };
}

export function sealed(draft: Draft): Learner {
  const { own: _own, rerated: _rerated, ...learner } = draft;
  drafts.set(learner, draft);
  return learner;
}

/** Copied at the first change: the open session may still hold the marks as they were. */
export function ownMarks(draft: Draft): OwnMarks {
  if (draft.own === null) {
    const { flagged, suspended, buried } = draft.marks;
    draft.own = {
      flagged: new Set(flagged),
      suspended: new Set(suspended),
      buried: new Map(buried),
    };
    draft.marks = draft.own;
  }
  return draft.own;
}

export function keepRecent(draft: Draft, key: string, recent: Recent): void {
  draft.recent.set(key, recent);
  if (draft.recent.size <= RECENT_KEPT) return;
  const [oldest] = draft.recent.keys();
  if (oldest !== undefined) draft.recent.delete(oldest);
}

/** Whether an answer is still the last of its concept, so that it can be rated again by itself. */
export function canRerate({ recent }: Pick<Learner, 'recent'>, key: string): boolean {
  const concept = recent.get(key)?.concept;
  if (concept === undefined) return false;
  const answers = [...recent].filter(([, answer]) => answer.concept === concept);
  return answers.at(-1)?.[0] === key;
}
