import { conceptKey, scenarioBelow, type ScenarioKey, type Slug } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { daysBetween, type StudyDay } from '#core/time.ts';
import type { Meetings } from './first-meeting.ts';
import type { GuessOf, Retraced } from './retrace.ts';
import { USUAL_GUESS } from './first-meeting.ts';

/** After so many days without it a scenario is answered from the rule again, not from the picture. */
const RESTED_DAYS = 30;
const RESTED_WEIGHT = 0.5;

/** What the answers to one domain of a pack say of questions that were not seen, or not lately. */
export interface DomainEvidence {
  readonly answers: number;
  /** Answers to scenarios that had never been seen. */
  readonly fresh: number;
  readonly freshRight: number;
  /** Answers to scenarios that had not been seen for 30 days. */
  readonly rested: number;
  readonly restedRight: number;
  /** First answers to concepts. */
  readonly meetings: Meetings;
}

export interface Evidence {
  /** By the pack's domains; all of them are there. */
  readonly domains: ReadonlyMap<Slug, DomainEvidence>;
  /** The day of the last piece; `null` before the first. */
  readonly lastDay: StudyDay | null;
  /** Pieces that could still be had on the day that was asked for, without scenarios kept for mock exams. */
  readonly left: number;
}

/** Pieces of evidence: rested answers count half. */
export const pieces = ({ fresh, rested }: Pick<DomainEvidence, 'fresh' | 'rested'>): number =>
  fresh + rested * RESTED_WEIGHT;

const nothing: DomainEvidence = {
  answers: 0,
  fresh: 0,
  freshRight: 0,
  rested: 0,
  restedRight: 0,
  meetings: { answers: 0, right: 0 },
};

function withAnswer(before: DomainEvidence, { gap, rested, right }: Retraced): DomainEvidence {
  const isFresh = rested === null;
  const isRested = rested !== null && rested >= RESTED_DAYS;
  const { meetings } = before;
  const one = Number(right);
  return {
    answers: before.answers + 1,
    fresh: before.fresh + Number(isFresh),
    freshRight: before.freshRight + (isFresh ? one : 0),
    rested: before.rested + Number(isRested),
    restedRight: before.restedRight + (isRested ? one : 0),
    meetings:
      gap === null
        ? { answers: meetings.answers + 1, right: meetings.right + one }
        : before.meetings,
  };
}

interface Known {
  readonly domain: Slug;
  readonly keyRev: string;
  readonly chance: number;
  readonly reserve: boolean;
}

/** Every scenario of packs, by its key. */
function scenariosOf(packs: readonly PackIndex[]): ReadonlyMap<ScenarioKey, Known> {
  const known = new Map<ScenarioKey, Known>();
  for (const pack of packs)
    for (const { id, domain, scenarios } of pack.concepts) {
      const concept = conceptKey(pack.uid, id);
      for (const scenario of scenarios)
        known.set(scenarioBelow(concept, scenario.id), { ...scenario, domain });
    }
  return known;
}

/** The chance to be right by guessing, by what the packs say now. */
export function guessing(packs: readonly PackIndex[]): GuessOf {
  const known = scenariosOf(packs);
  return (scenario) => known.get(scenario)?.chance ?? USUAL_GUESS;
}

/**
 * What the answers say of one pack on a day. Those to a question whose answer has changed since do not count.
 * @param answers all of them, in order, none after the day
 */
export function evidenceOf(answers: readonly Retraced[], pack: PackIndex, day: StudyDay): Evidence {
  const known = scenariosOf([pack]);
  const domains = new Map(pack.domains.map(({ id }) => [id, nothing]));
  const seen = new Map<ScenarioKey, StudyDay>();
  let lastDay: StudyDay | null = null;
  for (const answer of answers) {
    const scenario = known.get(answer.scenario);
    if (scenario === undefined) continue;
    seen.set(answer.scenario, answer.day);
    if (scenario.keyRev !== answer.keyRev) continue;
    const before = domains.get(scenario.domain) ?? nothing;
    const after = withAnswer(before, answer);
    domains.set(scenario.domain, after);
    if (pieces(after) > pieces(before)) lastDay = answer.day;
  }
  let left = 0;
  for (const [key, { reserve }] of known) {
    const last = seen.get(key);
    if (reserve) continue;
    if (last === undefined) left += 1;
    else if (daysBetween(last, day) >= RESTED_DAYS) left += RESTED_WEIGHT;
  }
  return { domains, lastDay, left };
}
