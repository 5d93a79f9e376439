import type { Confidence } from '#core/answer/response.ts';
import { daysBetween, type StudyDay } from '#core/time.ts';
import type { Rating } from './rating.ts';

/** What a rating is worked out from. */
export interface Evidence {
  readonly right: boolean;
  /** `null` where it was not asked for (exams, "I don't know"). */
  readonly confidence: Confidence | null;
  /** The day on which the same scenario was seen before; `null` if never. */
  readonly seen: StudyDay | null;
  readonly day: StudyDay;
}

/** The mapping that new learners have. Events hold facts, so that a better one is a replay away. */
export const MAPPING = 1;

const RECENT_DAYS = 7;

/** Whether a scenario was seen so recently (7 days) that the picture, not the rule, may be remembered. */
export const isRecent = (seen: StudyDay | null, day: StudyDay): boolean =>
  seen !== null && daysBetween(seen, day) <= RECENT_DAYS;

/** Mapping 1: a right answer is never Again; guessed, or on a scenario seen lately, it is Hard. */
function mappingOne({ right, confidence, seen, day }: Evidence): Rating {
  if (!right) return 'again';
  return confidence === 'guessing' || isRecent(seen, day) ? 'hard' : 'good';
}

const mappings: ReadonlyMap<number, (evidence: Evidence) => Rating> = new Map([
  [MAPPING, mappingOne],
]);

export const isMapping = (version: number): boolean => mappings.has(version);

/**
 * The rating of an answer by a version of the mapping.
 * @throws when there is no such version
 */
export function rate(evidence: Evidence, version: number = MAPPING): Rating {
  const mapping = mappings.get(version);
  if (mapping === undefined) throw new Error(`no mapping ${version}`);
  return mapping(evidence);
}
