import * as v from 'valibot';
import { confidences } from '#core/answer/response.ts';
import type { ConceptKey, ScenarioKey } from '#core/ids.ts';
import { instant, studyDay, type StudyDay } from '#core/time.ts';
import type { Json } from './event.ts';
import { readRows, writeRows } from './learner-rows.ts';
import type {
  ConceptState,
  DayCount,
  DayRule,
  Learner,
  Marks,
  OpenSession,
  ScenarioState,
  TargetKey,
} from './learner-state.ts';
import { readSettings } from './settings.ts';
import { isRecord, parseFact } from './shape.ts';

/** Goes up with every change of the fold or of this text: an older one is thrown away and replayed. */
const VERSION = 6;

/** Those before, without days of mocks, and the first without rules too: read where a replay would know less. */
const FORMER = [4, 5] as const;

/** The learner as compact JSON, for a snapshot: a cache of the events, no more. */
export const writeLearner = (learner: Learner): string =>
  JSON.stringify({
    version: VERSION,
    rows: writeRows(learner.concepts, learner.scenarios),
    days: [...learner.days].flatMap(([day, count]) => [day, ...writeCount(count)]),
    marks: writeMarks(learner.marks),
    notes: [...learner.notes],
    settings: learner.settings,
    rules: [...learner.rules],
    mocks: [...learner.mocks],
    session: learner.session === null ? null : writeSession(learner.session, learner.marks),
    answers: learner.answers,
    pace: learner.pace,
    recent: [...learner.recent],
    lastAnswer: learner.lastAnswer,
    head: learner.head,
  });

const writeCount = ({ answers, right, introduced, millis }: DayCount) =>
  [answers, right, introduced, millis] as const;

const writeMarks = ({ flagged, suspended, buried }: Marks) => ({
  flagged: [...flagged],
  suspended: [...suspended],
  buried: [...buried],
});

const writeSession = ({ before, start, steps, ...started }: OpenSession, marks: Marks) => ({
  started: { type: 'session-started', ...started },
  start,
  steps,
  before: {
    rows: writeRows(known(before.concepts), known(before.scenarios)),
    newConcepts: unknown(before.concepts),
    newScenarios: unknown(before.scenarios),
    today: writeCount(before.today),
    pace: before.pace,
    settings: before.settings,
    marks: before.marks === marks ? null : writeMarks(before.marks),
  },
});

function known<K, V>(before: ReadonlyMap<K, V | null>): Map<K, V> {
  const found = new Map<K, V>();
  for (const [key, value] of before) if (value !== null) found.set(key, value);
  return found;
}

const unknown = <K>(before: ReadonlyMap<K, unknown>): K[] =>
  [...before].filter(([, value]) => value === null).map(([key]) => key);

/** Our own text, sealed by whoever stores it: unknown keys are dropped, anything amiss makes it none. */
const day = v.pipe(v.number(), v.transform(studyDay));
const at = v.pipe(v.number(), v.transform(instant));
const concept = v.custom<ConceptKey>(isText);
const scenario = v.custom<ScenarioKey>(isText);
const target = v.custom<TargetKey>(isText);
const ref = v.object({ writer: v.string(), seq: v.number() });

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

const count = v.pipe(
  v.tuple([v.number(), v.number(), v.number(), v.number()]),
  v.transform(([answers, right, introduced, millis]) => ({ answers, right, introduced, millis })),
);

/** One flat list: a tuple for each day takes ten times as long to check. */
const dayCounts = v.pipe(
  v.custom<readonly number[]>(
    (list) =>
      Array.isArray(list) &&
      list.length % 5 === 0 &&
      list.every((value) => typeof value === 'number'),
  ),
  v.transform((list) => {
    const days = new Map<StudyDay, DayCount>();
    for (let i = 0; i < list.length; i += 5) {
      const [on = 0, answers = 0, right = 0, introduced = 0, millis = 0] = list.slice(i, i + 5);
      days.set(studyDay(on), { answers, right, introduced, millis });
    }
    return days;
  }),
);

const mapOf = <K, V>(key: v.GenericSchema<unknown, K>, value: v.GenericSchema<unknown, V>) =>
  v.pipe(
    v.array(v.tuple([key, value])),
    v.transform((entries) => new Map(entries)),
  );

const setOf = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.array(item),
    v.transform((items) => new Set(items)),
  );

const marks = v.object({
  flagged: setOf(target),
  suspended: setOf(target),
  buried: mapOf(target, day),
});

const rows = v.pipe(
  v.object({ numbers: v.string(), names: v.string(), revs: v.string(), options: v.string() }),
  v.transform(readRows),
);
const settings = v.pipe(
  v.custom<{ readonly [key: string]: Json }>(isRecord),
  v.transform(readSettings),
);

const step = v.variant('type', [
  v.object({ type: v.literal('dropped'), key: target }),
  v.object({
    type: v.literal('answered'),
    ref,
    pack: v.string(),
    concept: v.string(),
    scenario: v.string(),
    right: v.boolean(),
    confidence: v.nullable(v.picklist(confidences)),
  }),
]);

const session = v.object({
  started: v.custom<{ readonly type: string }>(isRecord),
  start: v.object({ at, offset: v.number() }),
  steps: v.array(step),
  before: v.object({
    rows,
    newConcepts: v.array(concept),
    newScenarios: v.array(scenario),
    today: count,
    pace: v.array(v.number()),
    settings,
    marks: v.nullable(marks),
  }),
});

const stored = v.object({
  version: v.picklist([...FORMER, VERSION]),
  rows,
  days: dayCounts,
  marks,
  notes: mapOf(target, v.string()),
  settings,
  rules: v.optional(mapOf(day, v.custom<DayRule>(isRecord)), []),
  mocks: v.optional(setOf(day), []),
  session: v.nullable(session),
  answers: v.number(),
  pace: v.array(v.number()),
  recent: mapOf(
    v.string(),
    v.object({
      concept,
      memory: v.nullable(v.object({ stability: v.number(), difficulty: v.number(), day })),
      lapses: v.number(),
      day,
    }),
  ),
  lastAnswer: v.nullable(v.object({ session: v.string(), at })),
  head: v.nullable(v.object({ at, writer: v.string(), seq: v.number() })),
});

/**
 * The learner that `writeLearner` wrote; `null` for anything else, an older version's text included: replay then.
 * @param takesFormer where old answers stand in a file, nothing else knows what they amount to: the text of a version
 * before is taken as it is
 */
export function readLearner(text: string, takesFormer = false): Learner | null {
  try {
    const { output, success } = v.safeParse(stored, JSON.parse(text));
    if (!success) return null;
    const { version, rows: states, session: open, ...rest } = output;
    if (version !== VERSION && !takesFormer) return null;
    return { ...rest, ...states, session: open === null ? null : readSession(open, rest.marks) };
  } catch (error) {
    // JSON and the rows throw this for text that is none of ours; anything else is a mistake of our own.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readSession(open: v.InferOutput<typeof session>, now: Marks): OpenSession {
  const { started, start, steps, before } = open;
  const fact = parseFact(started);
  if (fact?.type !== 'session-started') throw new SyntaxError('no session');
  const { type: _type, ...head } = fact;
  const { rows: states, newConcepts, newScenarios, marks: own, ...rest } = before;
  const concepts = new Map<ConceptKey, ConceptState | null>(states.concepts);
  const scenarios = new Map<ScenarioKey, ScenarioState | null>(states.scenarios);
  for (const key of newConcepts) concepts.set(key, null);
  for (const key of newScenarios) scenarios.set(key, null);
  return { ...head, start, steps, before: { ...rest, concepts, scenarios, marks: own ?? now } };
}
