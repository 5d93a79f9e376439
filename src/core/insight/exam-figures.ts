import type { Blueprint } from '#core/exam/blueprint.ts';
import type { Subject } from '#core/exam/subject.ts';
import { conceptKey, type PackUid, type Slug } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { Slices } from '#core/journal/slices.ts';
import { biased, chanceRight } from '#core/memory/predict.ts';
import { retrievability } from '#core/memory/schedule.ts';
import type { ConceptIndex } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import { tauFor, type Attempt } from './chance.ts';
import type { Evidence } from './exam-evidence.ts';
import { expectedAtFirst, meanGuess, rightAtFirst, type Meetings } from './first-meeting.ts';

/**
 * What a domain of the blueprint comes to. A concept of a pack's domain that belongs to several of these counts whole in
 * each for what is told of it (`concepts`, `met`, `recall`), and by its part in each for what is expected (`share`).
 */
export interface DomainFigures {
  readonly domain: Slug;
  /** Percent of the exam. */
  readonly weight: number;
  readonly concepts: number;
  /** Concepts that were met. */
  readonly met: number;
  readonly answers: number;
  /** Pieces of evidence. */
  readonly evidence: number;
  /** Mean chance, 0 to 1, to recall those that were met; `null` before the first. */
  readonly recall: number | null;
  /** Chance, 0 to 1, to answer right what was not met. */
  readonly unmet: number;
  /** Expected share of right answers, 0 to 1. */
  readonly share: number;
}

/** All that a chance to pass is worked out from. */
export interface Figures extends Attempt {
  readonly domains: readonly DomainFigures[];
  /** Answers to the packs that count. */
  readonly answers: number;
  readonly evidence: number;
  /** Share of the exam, by weight, whose concepts were met, 0 to 1. */
  readonly met: number;
  /** Log odds by which predictions for new situations were too low lately. */
  readonly bias: number;
  /** The day for which it is worked out, if nothing is studied until then. */
  readonly day: StudyDay;
}

/** How far the raw pass mark of a scaled exam may lie from the one that is assumed: scores are equated. */
const SCALED_SPREAD = 0.03;

/** For the mean that is not there, the number that stands in. */
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

interface Basis {
  readonly learner: Learner;
  readonly subject: Subject;
  readonly evidence: Evidence;
  readonly bias: number;
  readonly day: StudyDay;
}

const sumOf = (meetings: readonly Meetings[]): Meetings => ({
  answers: meetings.reduce((sum, { answers }) => sum + answers, 0),
  right: meetings.reduce((sum, { right }) => sum + right, 0),
});

/** What is expected at a first meeting in any domain. */
function overall({ subject: { packs }, evidence }: Basis): number {
  const guess = meanGuess(
    packs.flatMap(({ concepts }) => concepts.flatMap(({ scenarios }) => scenarios)),
  );
  const firsts = sumOf(evidence.domains.map(({ meetings }) => meetings));
  return rightAtFirst(firsts, expectedAtFirst(guess));
}

interface Placed {
  readonly pack: PackUid;
  readonly concept: ConceptIndex;
  /** What of it counts here: less than 1 where it belongs to several domains of the exam. */
  readonly part: number;
}

/** The concepts of a domain of the blueprint. */
const conceptsIn = ({ packs, domainsOf }: Subject, id: Slug): Placed[] =>
  packs.flatMap(({ uid, domains, concepts }) => {
    const parts = new Map(
      domains.flatMap((domain) => {
        const all = domainsOf(uid, domain.id);
        return all.includes(id) ? [[domain.id, 1 / all.length] as const] : [];
      }),
    );
    return concepts.flatMap((concept) => {
      const part = parts.get(concept.domain);
      return part === undefined ? [] : [{ pack: uid, concept, part }];
    });
  });

function* domainFigures(
  { learner, subject, evidence, bias, day }: Basis,
  { id, weight }: Blueprint['domains'][number],
  atFirst: number,
): Slices<DomainFigures> {
  const here = conceptsIn(subject, id);
  const found = evidence.domains.filter(({ pack, domain }) =>
    subject.domainsOf(pack, domain).includes(id),
  );
  const unmet = rightAtFirst(sumOf(found.map(({ meetings }) => meetings)), atFirst);
  const recalls: number[] = [];
  const rightOn = ({ pack, concept }: Placed): number => {
    const state = learner.concepts.get(conceptKey(pack, concept.id));
    if (state === undefined) return unmet;
    const recall = retrievability(state.memory, day, learner.settings.personal);
    recalls.push(recall);
    return biased(chanceRight(recall, meanGuess(concept.scenarios)), bias);
  };
  let [rights, parts] = [0, 0];
  for (const placed of here) {
    yield;
    rights += placed.part * rightOn(placed);
    parts += placed.part;
  }
  return {
    domain: id,
    weight,
    concepts: here.length,
    met: recalls.length,
    answers: found.reduce((sum, { answers }) => sum + answers, 0),
    evidence: found.reduce((sum, { pieces }) => sum + pieces, 0),
    recall: mean(recalls),
    unmet,
    share: parts === 0 ? unmet : rights / parts,
  };
}

/**
 * The expected share of right answers on a day: for each concept its chance to be recalled, guesses included; for
 * those that were not met the chance at a first meeting in their domain; the domains by their weights. Bit by bit.
 */
export function* figuring(basis: Basis): Slices<Figures> {
  const { blueprint } = basis.subject;
  const atFirst = overall(basis);
  const domains: DomainFigures[] = [];
  for (const domain of blueprint.domains)
    domains.push(yield* domainFigures(basis, domain, atFirst));
  const weights = domains.reduce((sum, { weight }) => sum + weight, 0);
  const byWeight = (of: (figures: DomainFigures) => number): number =>
    domains.reduce((sum, each) => sum + each.weight * of(each), 0) / weights;
  const share = byWeight((each) => each.share);
  // A pack's domain may belong to several of the exam's: here its answers count once.
  const total = (of: 'answers' | 'pieces'): number =>
    basis.evidence.domains.reduce((sum, each) => sum + each[of], 0);
  const evidence = total('pieces');
  return {
    domains,
    answers: total('answers'),
    evidence,
    met: byWeight(({ met, concepts }) => (concepts === 0 ? 0 : met / concepts)),
    bias: basis.bias,
    day: basis.day,
    share,
    scored: blueprint.questions - blueprint.unscored,
    pass: blueprint.pass / 100,
    passSpread: blueprint.scale === null ? 0 : SCALED_SPREAD,
    tau: tauFor(share, Math.max(1, evidence)),
  };
}
