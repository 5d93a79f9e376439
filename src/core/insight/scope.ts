import type { PackUid, Slug } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Slices } from '#core/journal/slices.ts';
import { addDays, type StudyDay } from '#core/time.ts';
import type { GivenAnswer } from './evidence.ts';
import { knownScenarios } from './known-scenarios.ts';

/** Which answers are looked at. */
export interface Scope {
  /** `null` is all. */
  readonly pack: PackUid | null;
  /** Of that pack; `null` is all. */
  readonly domain: Slug | null;
  /** So many study days back, today among them; `null` is ever. */
  readonly days: number | null;
}

/** An answer that still says something, with what its pack knows of it. */
export interface ScopedAnswer extends GivenAnswer {
  readonly domain: Slug;
  /** Chance to be right by guessing, 0 to 1. */
  readonly chance: number;
}

export interface Scoped {
  /** Under the keys of today, in order: what figures of knowledge count. */
  readonly answers: readonly ScopedAnswer[];
  /** All of them, whatever has become of their questions: what figures of effort count. */
  readonly given: readonly GivenAnswer[];
  /** Answers left out because what is right has changed since. */
  readonly outdated: number;
  /** Answers left out because their question is in no pack any more. */
  readonly gone: number;
}

/** The packs that a scope looks at, each with the concepts that it looks at. */
export function scopedPacks(packs: readonly PackIndex[], { pack, domain }: Scope): PackIndex[] {
  const wanted = packs.filter(({ uid }) => pack === null || uid === pack);
  if (domain === null) return wanted;
  return wanted.map((each) => ({
    ...each,
    domains: each.domains.filter(({ id }) => id === domain),
    concepts: each.concepts.filter((concept) => concept.domain === domain),
  }));
}

/** The first study day of a scope; `null` is ever. */
export const firstDay = ({ days }: Scope, today: StudyDay): StudyDay | null =>
  days === null ? null : addDays(today, 1 - days);

/**
 * The answers of a scope. Those given under another key than today's say nothing of what is known, and neither do
 * those to questions that are gone; the time spent on them was spent all the same, unless a domain is asked for,
 * which nobody knows of what is gone.
 */
export function* scoping(
  answers: readonly GivenAnswer[],
  packs: readonly PackIndex[],
  scope: Scope,
  today: StudyDay,
): Slices<Scoped> {
  const known = yield* knownScenarios(packs);
  const from = firstDay(scope, today);
  const kept: ScopedAnswer[] = [];
  const given: GivenAnswer[] = [];
  let outdated = 0;
  let gone = 0;
  for (const answer of answers) {
    yield;
    if (from !== null && answer.day < from) continue;
    if (scope.pack !== null && answer.pack !== scope.pack) continue;
    const place = known.get(answer.scenario);
    if (scope.domain !== null && place?.domain !== scope.domain) continue;
    given.push(answer);
    if (place === undefined) gone += 1;
    else if (place.keyRev !== answer.keyRev) outdated += 1;
    else kept.push({ ...answer, domain: place.domain, chance: place.chance });
  }
  return { answers: kept, given, outdated, gone };
}
