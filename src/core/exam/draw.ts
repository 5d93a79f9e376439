import { conceptKey, type ConceptKey, type PackUid, type Slug } from '#core/ids.ts';
import { questionsByDomain } from '#core/pack/form.ts';
import { hashText, seeded, shuffled } from '#core/random.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Blueprint } from './blueprint.ts';
import { questionKey, type Drawable } from './pool.ts';

/** One question of a form. */
export interface FormQuestion {
  readonly pack: PackUid;
  readonly concept: Slug;
  readonly scenario: Slug;
  /** Of the blueprint. */
  readonly domain: Slug;
  /** Whether it counts; nobody is told before the end. */
  readonly isScored: boolean;
}

/** Why no form can be drawn: which domains have how many scenarios too few. */
export interface TooFew {
  /** Questions that a form has. */
  readonly questions: number;
  /** Questions that could be drawn near the weights: fewer than a form has. */
  readonly available: number;
  readonly domains: readonly {
    readonly domain: Slug;
    readonly needed: number;
    readonly available: number;
  }[];
}

type Numbers = Pick<Blueprint, 'questions' | 'unscored' | 'domains'>;

/** How many scenarios of a domain there are. */
interface Size {
  readonly all: number;
  /** Never seen: those come first in the sequence of a domain. */
  readonly unseen: number;
}

/** How many questions of one domain a form may have. */
interface Share extends Size {
  readonly domain: Slug;
  /** By the weight, not a whole number. */
  readonly exact: number;
  readonly least: number;
  readonly most: number;
}

/** Weights like 33.3 leave thousandths that must not cost a question. */
const TINY = 1e-9;

/**
 * The questions of a form in the order to ask. Each domain is within one question of its weight; what was never seen
 * comes before what was seen longest ago, and of that the reserve first; concepts before second scenarios of one.
 * Questions of one case stand together. The same pool and seed give the same form, whatever the pool's order.
 * @returns what is missing when the pool is too small: never a smaller form
 */
export function drawForm(
  blueprint: Numbers,
  pool: readonly Drawable[],
  seed: number,
): Result<readonly FormQuestion[], TooFew> {
  const { questions, domains } = blueprint;
  const sequences = domains.map(({ id }) => {
    const inDomain = pool.filter(({ domain }) => domain === id);
    return inSequence(inDomain, hashText(`${seed}/${id}`));
  });
  const shares = sharesOf(blueprint, sequences.map(sizeOf));
  const room = roomIn(shares, questions);
  if (room < questions) return err(tooFew(blueprint, shares, room));
  const counts = countsOf(shares, questions);
  const drawn = sequences.map((sequence, place) => sequence.slice(0, counts[place]));
  const random = seeded(hashText(`${seed}/order`));
  const scored = drawn.flatMap((ofDomain, place) => {
    const unscored = unscoredOf(blueprint, shares, counts)[place] ?? 0;
    const without = new Set(shuffled(ofDomain, random).slice(0, unscored));
    return ofDomain.map((one) => ({ one, isScored: !without.has(one) }));
  });
  return ok(
    withCasesTogether(shuffled(scored, random)).map(({ one, isScored }) => ({
      pack: one.pack,
      concept: one.concept,
      scenario: one.scenario,
      domain: one.domain,
      isScored,
    })),
  );
}

/**
 * How many forms could still be drawn one after the other without anything that was seen. Which questions a form takes
 * of a domain is a matter of the seed; how many, of what is left alone: so none has to be drawn.
 */
export function cleanForms(blueprint: Numbers, pool: readonly Drawable[]): number {
  const { questions, domains } = blueprint;
  if (questions === 0) return 0;
  let left = domains.map(
    ({ id }) => pool.filter(({ domain, seen }) => domain === id && seen === null).length,
  );
  for (let forms = 0; ; forms += 1) {
    const sizes = left.map((count) => ({ all: count, unseen: count }));
    const shares = sharesOf(blueprint, sizes);
    if (roomIn(shares, questions) < questions) return forms;
    const counts = countsOf(shares, questions);
    left = left.map((count, place) => count - (counts[place] ?? 0));
  }
}

const sizeOf = (sequence: readonly Drawable[]): Size => ({
  all: sequence.length,
  unseen: sequence.filter(({ seen }) => seen === null).length,
});

/** @param sizes in the order of the domains */
function sharesOf({ questions, domains }: Numbers, sizes: readonly Size[]): readonly Share[] {
  const sum = domains.reduce((total, { weight }) => total + weight, 0);
  return domains.map(({ id, weight }, place) => {
    const size = sizes[place] ?? { all: 0, unseen: 0 };
    const exact = (questions * weight) / sum;
    const most = weight === 0 ? 0 : Math.floor(exact + 1 + TINY);
    return {
      ...size,
      domain: id,
      exact,
      least: weight === 0 ? 0 : Math.max(0, Math.ceil(exact - 1 - TINY)),
      most: Math.min(most, size.all),
    };
  });
}

/** How many questions can be drawn near the weights, up to those of a form. */
function roomIn(shares: readonly Share[], questions: number): number {
  const available = shares.reduce((sum, { most }) => sum + most, 0);
  // A domain that gives fewer than it must is not made up for by what others have.
  const lacking = shares.reduce((sum, { least, most }) => sum + Math.max(0, least - most), 0);
  return Math.min(available, questions - lacking);
}

const byKey = (a: Drawable, b: Drawable): number => (questionKey(a) < questionKey(b) ? -1 : 1);

/** The scenarios of a domain, the best to ask first. */
function inSequence(inDomain: readonly Drawable[], seed: number): readonly Drawable[] {
  const mixed = shuffled(inDomain.toSorted(byKey), seeded(seed));
  const taken = new Map<ConceptKey, number>();
  const groups = [
    mixed.filter(({ seen, reserve }) => seen === null && reserve),
    mixed.filter(({ seen, reserve }) => seen === null && !reserve),
    mixed.filter(({ seen }) => seen !== null).toSorted((a, b) => (a.seen ?? 0) - (b.seen ?? 0)),
  ];
  return groups.flatMap((group) => withCases(inTurns(group, taken)));
}

/** One scenario of each concept, then the second of each, and so on; what was taken before counts. */
function inTurns(group: readonly Drawable[], taken: Map<ConceptKey, number>): readonly Drawable[] {
  const placed = group.map((one) => {
    const concept = conceptKey(one.pack, one.concept);
    const turn = taken.get(concept) ?? 0;
    taken.set(concept, turn + 1);
    return { one, turn };
  });
  return placed.toSorted((a, b) => a.turn - b.turn).map(({ one }) => one);
}

const caseOf = ({ pack, case: shared }: Drawable): string | null =>
  shared === undefined ? null : `${pack}/${shared}`;

/** A question of a case brings the others with it: reading the case is worth several answers. */
function withCases(group: readonly Drawable[]): readonly Drawable[] {
  const out = new Set<Drawable>();
  for (const one of group) {
    if (out.has(one)) continue;
    out.add(one);
    const shared = caseOf(one);
    if (shared !== null) for (const other of group) if (caseOf(other) === shared) out.add(other);
  }
  return [...out];
}

/** How many questions of each domain: within one of the weights, with as few as can be that were seen. */
function countsOf(shares: readonly Share[], questions: number): readonly number[] {
  const counts = shares.map(({ least }) => least);
  const left = questions - counts.reduce((sum, count) => sum + count, 0);
  for (let added = 0; added < left; added += 1) {
    let best = -1;
    let cost = Infinity;
    shares.forEach((share, place) => {
      const own = costOf(share, counts[place] ?? 0);
      if (own < cost) [best, cost] = [place, own];
    });
    counts[best] = (counts[best] ?? 0) + 1;
  }
  return counts;
}

/** What one question more costs: something seen is dearer than any distance from the weight. */
function costOf({ unseen, exact, most }: Share, count: number): number {
  if (count >= most) return Infinity;
  return (count < unseen ? 0 : 1_000) + count - exact;
}

/** Those that do not count are taken from the domains in proportion, and never all of them. */
function unscoredOf(
  { questions, unscored }: Numbers,
  shares: readonly Share[],
  counts: readonly number[],
): readonly number[] {
  const some = Math.max(0, Math.min(unscored, questions - 1));
  const weights = shares.map(({ domain }, place) => ({
    id: domain,
    title: {},
    weight: counts[place] ?? 0,
  }));
  return [...questionsByDomain(weights, some).values()];
}

/** Each question where it stands, but those of one case at the first of them. */
function withCasesTogether<T extends { readonly one: Drawable }>(list: readonly T[]): readonly T[] {
  const out = new Set<T>();
  for (const each of list) {
    out.add(each);
    const shared = caseOf(each.one);
    if (shared !== null) for (const other of list) if (caseOf(other.one) === shared) out.add(other);
  }
  return [...out];
}

function tooFew(
  { questions, domains }: Numbers,
  shares: readonly Share[],
  available: number,
): TooFew {
  const lacking = [...questionsByDomain(domains, questions)].flatMap(([domain, needed]) => {
    const own = shares.find((share) => share.domain === domain)?.all ?? 0;
    return own < needed ? [{ domain, needed, available: own }] : [];
  });
  return { questions, available, domains: lacking };
}
