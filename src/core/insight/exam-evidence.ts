import type { ScenarioKey, Slug } from '#core/ids.ts';
import type { Slices } from '#core/journal/slices.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { daysBetween, type StudyDay } from '#core/time.ts';
import type { Meetings } from './first-meeting.ts';
import { knownScenarios } from './known-scenarios.ts';
import { evidenceIn, type Retraced } from './retrace.ts';

/** What the answers to one domain of a pack say of questions that were not seen, or not lately. */
interface DomainEvidence {
  readonly answers: number;
  /** Pieces of evidence: answers to scenarios never seen, and by half to those not seen for 30 days. */
  readonly pieces: number;
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

const nothing: DomainEvidence = { answers: 0, pieces: 0, meetings: { answers: 0, right: 0 } };

const withAnswer = ({ answers, pieces, meetings }: DomainEvidence, answer: Retraced) => ({
  answers: answers + 1,
  pieces: pieces + evidenceIn(answer),
  meetings:
    answer.gap === null
      ? { answers: meetings.answers + 1, right: meetings.right + Number(answer.event.right) }
      : meetings,
});

/**
 * What the answers say of one pack on a day, bit by bit. Those to a question whose answer has changed since do not
 * count.
 * @param answers all of them, in order, none after the day
 */
export function* examEvidence(
  answers: readonly Retraced[],
  pack: PackIndex,
  day: StudyDay,
): Slices<Evidence> {
  const known = yield* knownScenarios([pack]);
  const domains = new Map(pack.domains.map(({ id }) => [id, nothing]));
  const seen = new Map<ScenarioKey, StudyDay>();
  let lastDay: StudyDay | null = null;
  for (const answer of answers) {
    yield;
    const scenario = known.get(answer.scenario);
    if (scenario === undefined) continue;
    seen.set(answer.scenario, answer.day);
    if (scenario.keyRev !== answer.event.keyRev) continue;
    const before = domains.get(scenario.domain) ?? nothing;
    domains.set(scenario.domain, withAnswer(before, answer));
    if (evidenceIn(answer) > 0) lastDay = answer.day;
  }
  let left = 0;
  for (const [key, { reserve }] of known) {
    yield;
    const last = seen.get(key);
    if (!reserve)
      left += evidenceIn({ rested: last === undefined ? null : daysBetween(last, day) });
  }
  return { domains, lastDay, left };
}
