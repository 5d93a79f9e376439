import type { Slug } from '#core/ids.ts';
import type { DomainFigures, Figures } from './exam-figures.ts';

/** Until all of these are reached there is no chance to speak of. */
export const gate = {
  /** Share of the exam, by weight, whose concepts were met. */
  met: 0.6,
  answers: 100,
  /** Pieces of evidence. */
  evidence: 30,
} as const;

/** Answers that are still to be given in a domain. */
export interface Wanted {
  readonly domain: Slug;
  readonly answers: number;
}

/** Shares that come out as .6 but for the last bit are .6. */
const GRACE = 1e-9;

export const isOpen = ({ met, answers, evidence }: Figures): boolean =>
  met >= gate.met - GRACE && answers >= gate.answers && evidence >= gate.evidence;

/** Whether the pack has what the gate asks for. */
export const canOpen = ({ domains, evidence }: Figures, left: number): boolean => {
  const weights = domains.reduce((sum, { weight }) => sum + weight, 0);
  const there = domains.reduce((sum, each) => sum + (each.concepts > 0 ? each.weight : 0), 0);
  return there >= gate.met * weights - GRACE && evidence + left >= gate.evidence;
};

/** Concepts to meet, those first that count most in the exam. */
function toMeet({ domains }: Figures): Map<Slug, number> {
  const weights = domains.reduce((sum, { weight }) => sum + weight, 0);
  const worth = ({ weight, concepts }: DomainFigures): number => weight / weights / concepts;
  const wanted = new Map<Slug, number>();
  let missing =
    gate.met -
    domains.reduce(
      (sum, { weight, met, concepts }) =>
        sum + (concepts === 0 ? 0 : ((weight / weights) * met) / concepts),
      0,
    );
  const best = domains
    .filter(({ met, concepts }) => met < concepts)
    .toSorted((a, b) => worth(b) - worth(a));
  for (const domain of best) {
    if (missing <= GRACE) break;
    const enough = Math.ceil((missing - GRACE) / worth(domain));
    const answers = Math.min(enough, domain.concepts - domain.met);
    wanted.set(domain.domain, answers);
    missing -= answers * worth(domain);
  }
  return wanted;
}

/** Adds so many answers, to the domain each time that is farthest below its share by weight. */
function spread(wanted: Map<Slug, number>, domains: readonly DomainFigures[], more: number): void {
  const open = domains.filter(({ concepts, weight }) => concepts > 0 && weight > 0);
  const load = ({ domain, answers, weight }: DomainFigures): number =>
    (answers + (wanted.get(domain) ?? 0) + 1) / weight;
  for (let i = 0; i < more; i += 1) {
    const [first] = open.toSorted((a, b) => load(a) - load(b));
    if (first === undefined) return;
    wanted.set(first.domain, (wanted.get(first.domain) ?? 0) + 1);
  }
}

/**
 * How many answers are missing before the gate opens, and in which domains; new concepts open it the soonest, since
 * each is met, answered and a piece of evidence at once.
 */
export function wantedAnswers(figures: Figures): Wanted[] {
  const wanted = toMeet(figures);
  const concepts = [...wanted.values()].reduce((sum, answers) => sum + answers, 0);
  const least = Math.max(
    concepts,
    gate.answers - figures.answers,
    Math.ceil(gate.evidence - figures.evidence),
  );
  spread(wanted, figures.domains, least - concepts);
  return figures.domains.flatMap(({ domain }) => {
    const answers = wanted.get(domain) ?? 0;
    return answers === 0 ? [] : { domain, answers };
  });
}
