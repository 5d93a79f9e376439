import type { Blueprint } from '#core/exam/blueprint.ts';
import { conceptKey, type Slug } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { Slices } from '#core/journal/slices.ts';
import { biased, chanceRight } from '#core/memory/predict.ts';
import { retrievability } from '#core/memory/schedule.ts';
import type { ConceptIndex, PackIndex } from '#core/pack/library.ts';
import type { StudyDay } from '#core/time.ts';
import { tauFor, type Attempt } from './chance.ts';
import type { Evidence } from './exam-evidence.ts';
import { expectedAtFirst, meanGuess, rightAtFirst, type Meetings } from './first-meeting.ts';

/** An exam, and the pack that somebody prepares for it with. */
export interface Subject {
  readonly pack: PackIndex;
  readonly blueprint: Blueprint;
  /** The blueprint's domain that one of the pack's belongs to; `null` if it belongs to none. */
  readonly domainOf: (domain: Slug) => Slug | null;
  /** Whether the pack declares that it covers the exam of the blueprint: only then may that be named. */
  readonly covers: boolean;
}

/** A pack's own exam; `null` if it has none. */
export const ownExam = (pack: PackIndex, blueprint: Blueprint | null): Subject | null =>
  blueprint && { pack, blueprint, domainOf: (domain) => domain, covers: false };

/** What a domain of the blueprint comes to. */
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
  /** Answers to the pack that count. */
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
function overall({ subject: { pack }, evidence }: Basis): number {
  const guess = meanGuess(pack.concepts.flatMap(({ scenarios }) => scenarios));
  const firsts = sumOf([...evidence.domains.values()].map(({ meetings }) => meetings));
  return rightAtFirst(firsts, expectedAtFirst(guess));
}

function* domainFigures(
  { learner, subject: { pack, domainOf }, evidence, bias, day }: Basis,
  { id, weight }: Blueprint['domains'][number],
  atFirst: number,
): Slices<DomainFigures> {
  const here = pack.concepts.filter(({ domain }) => domainOf(domain) === id);
  const found = pack.domains
    .filter((domain) => domainOf(domain.id) === id)
    .flatMap((domain) => evidence.domains.get(domain.id) ?? []);
  const unmet = rightAtFirst(sumOf(found.map(({ meetings }) => meetings)), atFirst);
  const recalls: number[] = [];
  const rightOn = ({ id: concept, scenarios }: ConceptIndex): number => {
    const state = learner.concepts.get(conceptKey(pack.uid, concept));
    if (state === undefined) return unmet;
    const recall = retrievability(state.memory, day, learner.settings.personal);
    recalls.push(recall);
    return biased(chanceRight(recall, meanGuess(scenarios)), bias);
  };
  const rights: number[] = [];
  for (const concept of here) {
    yield;
    rights.push(rightOn(concept));
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
    share: mean(rights) ?? unmet,
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
  const total = (of: 'answers' | 'evidence'): number =>
    domains.reduce((sum, each) => sum + each[of], 0);
  const share = byWeight((each) => each.share);
  const evidence = total('evidence');
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
