import type { Confidence } from '#core/answer/response.ts';
import type { ConceptKey, PackUid, ScenarioKey, Slug } from '#core/ids.ts';
import { chosenOptions } from '#core/journal/answering.ts';
import type { Event } from '#core/journal/event.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { Slices } from '#core/journal/slices.ts';
import type { Language } from '#core/language.ts';
import type { StudyDay } from '#core/time.ts';
import { retracing, type Retraced } from './retrace.ts';

/**
 * What an answer met: a concept for the first time; a concept that was known by other scenarios; a scenario that had
 * been seen, picture and all. `null` where answers before it stand in a file, so that nobody can tell.
 */
export type Exposure = 'first-meeting' | 'new-scenario' | 'repeat';

/** Of one answer, what figures are made of. */
export interface GivenAnswer {
  /** On which it was given; a question of a mock, on that of the mock. */
  readonly day: StudyDay;
  readonly pack: PackUid;
  readonly concept: ConceptKey;
  readonly scenario: ScenarioKey;
  /** Revision of the key that it was given under. */
  readonly keyRev: string;
  readonly right: boolean;
  /** `null` with "I don't know", and where it was not asked for. */
  readonly confidence: Confidence | null;
  /** Milliseconds from shown to submitted. */
  readonly latency: number;
  /** Milliseconds spent, the feedback before it included. */
  readonly spent: number;
  readonly language: Language;
  readonly exposure: Exposure | null;
  /** The chance to recall, 0 to 1, that was predicted for that day; `null` where none was. */
  readonly recall: number | null;
  /** Options chosen in a wrong answer; empty with "I don't know", and in kinds without options. */
  readonly chosen: readonly Slug[];
}

/** Every answer that counts, in order. */
export interface Evidence {
  readonly answers: readonly GivenAnswer[];
  /** How many older answers stand in a file that was taken out, and are in no figure. */
  readonly inFiles: number;
}

function exposureOf({ gap, rested }: Retraced): Exposure {
  if (gap === null) return 'first-meeting';
  return rested === null ? 'new-scenario' : 'repeat';
}

function answerOf(retraced: Retraced): GivenAnswer {
  const { event, given, concept, scenario, recall, spent } = retraced;
  const { pack, keyRev, right, confidence, latency, language, response } = event;
  return {
    day: given,
    pack,
    concept,
    scenario,
    keyRev,
    right,
    confidence,
    latency,
    spent,
    language,
    exposure: exposureOf(retraced),
    recall,
    chosen: right || response === null ? [] : chosenOptions(response),
  };
}

/** Concepts of which the learner has more answers than were read. */
function cutShort(answers: readonly GivenAnswer[], learner: Learner): ReadonlySet<ConceptKey> {
  const read = new Map<ConceptKey, number>();
  for (const { concept } of answers) read.set(concept, (read.get(concept) ?? 0) + 1);
  const isCut = ([key, state]: readonly [ConceptKey, { readonly answers: number }]) =>
    state.answers > (read.get(key) ?? 0);
  return new Set([...learner.concepts].filter(isCut).map(([key]) => key));
}

const unsure = (answer: GivenAnswer): GivenAnswer => ({ ...answer, exposure: null, recall: null });

/**
 * Reads the evidence of a journal, bit by bit.
 * @param events effective ones, in order
 * @param learner as they stand, with what only a snapshot knows
 */
export function* gathering(events: readonly Event[], learner: Learner): Slices<Evidence> {
  const answers: GivenAnswer[] = [];
  for (const retraced of yield* retracing(events)) {
    answers.push(answerOf(retraced));
    yield;
  }
  const inFiles = Math.max(0, learner.answers - answers.length);
  if (inFiles === 0) return { answers, inFiles };
  const cut = cutShort(answers, learner);
  return {
    answers: answers.map((answer) => (cut.has(answer.concept) ? unsure(answer) : answer)),
    inFiles,
  };
}
