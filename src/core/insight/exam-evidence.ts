import type { Subject } from '#core/exam/subject.ts';
import type { PackUid, ScenarioKey, Slug } from '#core/ids.ts';
import type { Slices } from '#core/journal/slices.ts';
import { daysBetween, type StudyDay } from '#core/time.ts';
import type { Meetings } from './first-meeting.ts';
import { knownScenarios } from './known-scenarios.ts';
import { evidenceIn, type Retraced } from './retrace.ts';

/** What the answers to one domain of a pack say of questions that were not seen, or not lately. */
interface DomainEvidence {
  readonly pack: PackUid;
  readonly domain: Slug;
  readonly answers: number;
  /** Pieces of evidence: answers to scenarios never seen, and by half to those not seen for 30 days. */
  readonly pieces: number;
  /** First answers to concepts. */
  readonly meetings: Meetings;
}

export interface Evidence {
  /** Of those domains of the packs that belong to the exam; all of them are there. */
  readonly domains: readonly DomainEvidence[];
  /** The day of the last piece; `null` before the first. */
  readonly lastDay: StudyDay | null;
  /** Pieces that could still be had on the day that was asked for, without scenarios kept for mock exams. */
  readonly left: number;
}

type Tally = { -readonly [K in keyof DomainEvidence]: DomainEvidence[K] };

function count(tally: Tally, answer: Retraced): void {
  tally.answers += 1;
  tally.pieces += evidenceIn(answer);
  if (answer.gap !== null) return;
  const { answers, right } = tally.meetings;
  tally.meetings = { answers: answers + 1, right: right + Number(answer.event.right) };
}

/** The domains of the packs that belong to the exam, by pack and name, with nothing in them. */
const emptyTallies = ({ packs, domainsOf }: Subject): Map<PackUid, Map<Slug, Tally>> =>
  new Map(
    packs.map(({ uid, domains }) => [
      uid,
      new Map(
        domains
          .filter(({ id }) => domainsOf(uid, id).length > 0)
          .map(({ id }) => [
            id,
            { pack: uid, domain: id, answers: 0, pieces: 0, meetings: { answers: 0, right: 0 } },
          ]),
      ),
    ]),
  );

/**
 * What the answers say of an exam on a day, bit by bit. Those to a question whose answer has changed since do not
 * count.
 * @param answers all of them, in order, none after the day
 */
export function* examEvidence(
  answers: readonly Retraced[],
  subject: Subject,
  day: StudyDay,
): Slices<Evidence> {
  const known = yield* knownScenarios(subject.packs);
  const tallies = emptyTallies(subject);
  const seen = new Map<ScenarioKey, StudyDay>();
  let lastDay: StudyDay | null = null;
  for (const answer of answers) {
    yield;
    const scenario = known.get(answer.scenario);
    const tally = scenario && tallies.get(scenario.pack)?.get(scenario.domain);
    if (tally === undefined) continue;
    seen.set(answer.scenario, answer.day);
    if (scenario?.keyRev !== answer.event.keyRev) continue;
    count(tally, answer);
    if (evidenceIn(answer) > 0) lastDay = answer.day;
  }
  let left = 0;
  for (const [key, { pack, domain, reserve }] of known) {
    yield;
    if (reserve || tallies.get(pack)?.has(domain) !== true) continue;
    const last = seen.get(key);
    left += evidenceIn({ rested: last === undefined ? null : daysBetween(last, day) });
  }
  const domains = [...tallies.values()].flatMap((ofPack) => [...ofPack.values()]);
  return { domains, lastDay, left };
}
