import { conceptKey, scenarioKey, type ConceptKey, type ScenarioKey } from '#core/ids.ts';
import type { Rating } from '#core/memory/rating.ts';
import { isSame } from '#core/memory/model.ts';
import { review } from '#core/memory/schedule.ts';
import { studyDayOf, type StudyDay } from '#core/time.ts';
import { conceptAfter, outdatedBy, ratingOf, scenarioAfter } from './answering.ts';
import { rewriting } from './effective.ts';
import { refKey, refOf, type AnyEvent, type Event } from './event.ts';
import {
  canRerate,
  draftOf,
  keepRecent,
  ownMarks,
  sealed,
  takenOver,
  type Draft,
} from './learner-draft.ts';
import {
  emptyLearner,
  noDay,
  targetKey,
  type Learner,
  type SessionStep,
  type TargetKey,
} from './learner-state.ts';
import { compareRefs } from './order.ts';
import { ratingOverrides } from './overrides.ts';
import { withSetting, type Settings } from './settings.ts';

const PACE_KEPT = 100;
/** Reading the feedback counts as time spent up to this, in milliseconds; then somebody has walked away. */
const FEEDBACK_CAP = 90_000;

/**
 * How a memory differs from the average one holds for all of its answers, those before it was known included: it is
 * taken from the start, and `canFold` refuses to fold on where it changes.
 */
const personalised = (settings: Settings, events: readonly AnyEvent[]): Settings =>
  events.reduce(
    (present, event) =>
      event.type === 'setting' && event.key === 'personal'
        ? withSetting(present, event.key, event.value)
        : present,
    settings,
  );

/**
 * The learner after more events. Copies once, whatever the number of events.
 * An overruled answer among the events is rated so from the start; one before them only if it was the last of
 * its concept: `canFold` tells whether the result is the one that `replay` of everything would give.
 * @param events effective ones, in order (at, writer, seq), all after what was folded before
 */
export function fold(learner: Learner, events: readonly Event[]): Learner {
  return events.length === 0 ? learner : folded(draftOf(learner), events);
}

/**
 * The same learner as `fold` gives, but at the cost of the events alone: it goes on with the Maps of the learner
 * before. So that one must not be used afterwards, save what is not a Map (its marks, settings and pace stay as they
 * were). Only what `fold` and `foldOn` have made is taken over; any other learner is copied, and stays as it was.
 * @param events as for `fold`
 */
export function foldOn(learner: Learner, events: readonly Event[]): Learner {
  return events.length === 0 ? learner : folded(takenOver(learner), events);
}

/** The same learner with Maps of its own: the copy that the first `foldOn` would make, at a better moment. */
export const unshared = (learner: Learner): Learner => sealed(draftOf(learner));

function folded(draft: Draft, events: readonly Event[]): Learner {
  const takeIn = applying(draft, events);
  for (const event of events) takeIn(event);
  return sealed(draft);
}

/** What folds one event after the other into a draft; ratings that the learner overruled count from the start. */
export function applying(draft: Draft, events: readonly Event[]): (event: Event) => void {
  const overrides = ratingOverrides(events);
  draft.settings = personalised(draft.settings, events);
  return (event) => {
    apply(draft, event, overrides);
    draft.head = { at: event.at, writer: event.writer, seq: event.seq };
  };
}

/** The learner that all effective events make: the definition of what is known. */
export const replay = (events: readonly Event[]): Learner => fold(emptyLearner, events);

/**
 * Whether folding these events in gives what a replay of everything would. If not (something older is undone,
 * overruled, shifted or slipped in, or the memory is found to be another), replay, or fold from a learner before it.
 * @param events all new ones, in order, as they are in the journal
 */
export function canFold(learner: Learner, events: readonly AnyEvent[]): boolean {
  const [first] = events;
  if (first === undefined) return true;
  if (learner.head !== null && !isAfter(first, learner.head)) return false;
  if (learner.head !== null && changesMemory(learner, events)) return false;
  const known = new Set(events.map(refKey));
  const answered = new Set<ConceptKey>();
  return events.every((event) => {
    if (event.type === 'answered') answered.add(conceptKey(event.pack, event.concept));
    if (event.type !== 'undone' && event.type !== 'overruled') return !rewriting.has(event.type);
    const key = refKey(event.ref);
    return known.has(key) || (event.type === 'overruled' && isOpen(learner, key, answered));
  });
}

/** Whether the memories that are there would have to be worked out anew. */
const changesMemory = ({ settings }: Learner, events: readonly AnyEvent[]): boolean =>
  events.some((event) => !isSame(personalised(settings, [event]).personal, settings.personal));

/** Whether an answer of before can be rated again, the answers since included. */
function isOpen(learner: Learner, key: string, answered: ReadonlySet<ConceptKey>): boolean {
  const concept = learner.recent.get(key)?.concept;
  return concept !== undefined && !answered.has(concept) && canRerate(learner, key);
}

type Place = Pick<Event, 'at' | 'writer' | 'seq'>;

const isAfter = (a: Place, b: Place): boolean => (a.at - b.at || compareRefs(a, b)) > 0;

function apply(draft: Draft, event: Event, overrides: ReadonlyMap<string, Rating>): void {
  switch (event.type) {
    case 'answered':
      return applyAnswer(draft, event, overrides.get(refKey(event)));
    case 'overruled':
      return applyOverrule(draft, event);
    case 'flagged':
      return put(ownMarks(draft).flagged, targetKey(event.target), event.on);
    case 'suspended':
      noteDropped(draft, event);
      return put(ownMarks(draft).suspended, targetKey(event.target), event.on);
    case 'buried':
      return applyBuried(draft, event);
    case 'noted':
      return applyNote(draft, event);
    case 'setting':
      return applySetting(draft, event);
    case 'session-started':
      return applySessionStarted(draft, event);
    case 'session-ended':
      if (draft.session?.session === event.session) draft.session = null;
      return;
    case 'exam-answered':
      // What is handed in unanswered may be so days later.
      if (event.response !== null) draft.mocks.add(studyDayOf(event, draft.settings.dayStart));
      return;
    // Exams are read from their own events; the rest changes which events count, not what they mean.
    case 'exam-started':
    case 'exam-submitted':
    case 'miss-cause':
    case 'pack-applied':
    case 'undone':
    case 'imported':
    case 'import-revoked':
    case 'clock-corrected':
    case 'epoch-started':
  }
}

function applySetting(draft: Draft, event: Event<'setting'>): void {
  if (event.key === 'personal') return;
  draft.settings = withSetting(draft.settings, event.key, event.value);
  const { minutesPerDay, daysOff } = draft.settings;
  // Days that are gone stay what they were.
  if (event.key === 'minutesPerDay' || event.key === 'daysOff')
    draft.rules.set(studyDayOf(event, draft.settings.dayStart), { minutesPerDay, daysOff });
}

function applyAnswer(draft: Draft, event: Event<'answered'>, override: Rating | undefined): void {
  const day = studyDayOf(event, draft.settings.dayStart);
  const concept = conceptKey(event.pack, event.concept);
  const scenario = scenarioKey(event.pack, event.concept, event.scenario);
  const known = draft.concepts.get(concept);
  const seen = draft.scenarios.get(scenario);
  const rating = override ?? ratingOf(draft, event, day);
  rememberBefore(draft, concept, scenario);
  keepRecent(draft, refKey(event), {
    concept,
    memory: known?.memory ?? null,
    lapses: known?.lapses ?? 0,
    day,
  });
  if (override !== undefined) draft.rerated.add(refKey(event));
  draft.answers += 1;
  const { personal } = draft.settings;
  draft.concepts.set(
    concept,
    conceptAfter(known, event, rating, { day, personal }, outdatedBy(event, seen)),
  );
  draft.scenarios.set(scenario, scenarioAfter(seen, event, draft.answers, day));
  countAnswer(draft, event, day, known === undefined);
  if (draft.session?.session === event.session) draft.session.steps.push(stepOf(event));
}

const stepOf = (event: Event<'answered'>): SessionStep => ({
  type: 'answered',
  ref: refOf(event),
  pack: event.pack,
  concept: event.concept,
  scenario: event.scenario,
  right: event.right,
  confidence: event.confidence,
});

function countAnswer(
  draft: Draft,
  event: Event<'answered'>,
  day: StudyDay,
  introduced: boolean,
): void {
  const count = draft.days.get(day) ?? noDay;
  // A mock has its own clock, and is recorded when its report is read: it is no measure of study.
  const isStudy = event.mode !== 'exam';
  const millis = isStudy ? timeSpent(draft, event) : 0;
  draft.days.set(day, {
    answers: count.answers + 1,
    right: count.right + (event.right ? 1 : 0),
    introduced: count.introduced + (introduced ? 1 : 0),
    millis: count.millis + millis,
  });
  if (!isStudy) return;
  draft.pace.push(millis);
  if (draft.pace.length > PACE_KEPT) draft.pace.shift();
  draft.lastAnswer = { session: event.session, at: event.at };
}

/** From the answer before, in the same session, to this one; so the feedback is counted too, within reason. */
export function timeSpent(
  { lastAnswer }: Pick<Learner, 'lastAnswer'>,
  { session, at, latency }: Event<'answered'>,
): number {
  if (lastAnswer?.session !== session) return latency;
  const reading = Math.max(0, at - lastAnswer.at - latency);
  return latency + Math.min(reading, FEEDBACK_CAP);
}

/** Keeps what the queue of the open session was made from, once. */
function rememberBefore(draft: Draft, concept: ConceptKey, scenario: ScenarioKey): void {
  const before = draft.session?.before;
  if (before === undefined) return;
  if (!before.concepts.has(concept))
    before.concepts.set(concept, draft.concepts.get(concept) ?? null);
  if (!before.scenarios.has(scenario))
    before.scenarios.set(scenario, draft.scenarios.get(scenario) ?? null);
}

function applyOverrule(draft: Draft, { ref, rating }: Event<'overruled'>): void {
  const key = refKey(ref);
  const recent = draft.recent.get(key);
  // Rated so when it was folded; once more would undo what came after it.
  if (recent === undefined || draft.rerated.has(key)) return;
  const state = draft.concepts.get(recent.concept);
  if (state === undefined || !canRerate(draft, key)) return;
  const lapsed = recent.memory !== null && rating === 'again';
  draft.concepts.set(recent.concept, {
    ...state,
    memory: review(recent.memory, rating, recent.day, draft.settings.personal),
    lapses: recent.lapses + (lapsed ? 1 : 0),
  });
}

function put(set: Set<TargetKey>, key: TargetKey, on: boolean): void {
  if (on) set.add(key);
  else set.delete(key);
}

function noteDropped(draft: Draft, { on, target }: Event<'suspended' | 'buried'>): void {
  if (on) draft.session?.steps.push({ type: 'dropped', key: targetKey(target) });
}

function applyBuried(draft: Draft, event: Event<'buried'>): void {
  noteDropped(draft, event);
  const { buried } = ownMarks(draft);
  const today = studyDayOf(event, draft.settings.dayStart);
  for (const [key, day] of buried) if (day < today) buried.delete(key);
  if (event.on) buried.set(targetKey(event.target), today);
  else buried.delete(targetKey(event.target));
}

function applyNote(draft: Draft, { target, text }: Event<'noted'>): void {
  if (text === null) draft.notes.delete(targetKey(target));
  else draft.notes.set(targetKey(target), text);
}

function applySessionStarted(draft: Draft, event: Event<'session-started'>): void {
  const day = studyDayOf(event, draft.settings.dayStart);
  draft.session = {
    session: event.session,
    seed: event.seed,
    mode: event.mode,
    filter: event.filter,
    start: { at: event.at, offset: event.offset },
    steps: [],
    before: {
      concepts: new Map(),
      scenarios: new Map(),
      today: draft.days.get(day) ?? noDay,
      pace: [...draft.pace],
      settings: draft.settings,
      marks: draft.marks,
    },
  };
  // The session keeps these as they are now; the next change makes copies.
  draft.own = null;
}
