import type { ConceptKey, PackUid, Slug } from '#core/ids.ts';
import { confusions } from '#core/insight/confusion.ts';
import {
  dayCount,
  learnerDay,
  secondsPerAnswer,
  type Learner,
} from '#core/journal/learner-state.ts';
import { isDue, retrievability } from '#core/memory/schedule.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import { hashText } from '#core/random.ts';
import type { Clock, StudyDay } from '#core/time.ts';
import { pendingContrasts } from './contrast.ts';
import { interleaved, neighboursIn } from './interleave.ts';
import { candidates, choicesFor, itemOf, type Candidate, type Item } from './item.ts';
import { least } from './least.ts';

export interface TodayOptions {
  /** Breaks ties; the same seed gives the same list. */
  readonly seed: number;
  /** Minutes that the learner has now; else what is left of the day's. */
  readonly minutes?: number | undefined;
  /** This pack alone. */
  readonly pack?: PackUid | undefined;
  /** What options stand for; without it there are no contrast sets. */
  readonly keys?: readonly PackKeys[] | undefined;
  /** The plan to an exam, if there is one: what it does not name of its concepts is not asked. */
  readonly plan?: QueuePlan | undefined;
}

export interface QueuePlan {
  /** What is worth asking, the most worth first. */
  readonly order: readonly ConceptKey[];
  /** All concepts of the exam. */
  readonly scope: Pick<ReadonlySet<ConceptKey>, 'has'>;
  /** Of the whole day. */
  readonly seconds: number;
}

type TodayReason = 'misconception' | 'changed' | 'contrast' | 'new' | 'due' | 'ahead';

/** What to study today. */
export interface Today {
  /** In the order to ask. */
  readonly items: readonly Item[];
  /** How many items there are for each reason. */
  readonly counts: Readonly<Record<TodayReason, number>>;
  /** What the items will take. */
  readonly minutes: number;
  /** Items that time has cut off, reviews ahead of time left aside. */
  readonly cut: number;
  /** Concepts that are due (misconceptions, changed answers and contrasts included), and that were never met, in all. */
  readonly due: number;
  readonly unseen: number;
}

/**
 * What to study today: yesterday's misconceptions, concepts whose answer has changed, contrast sets; then by the plan
 * to the exam, or without one new concepts up to the day's share; then due ones by lowest chance to recall, then ahead
 * of time; cut to the minutes. Suspended, buried and reserve ones are left out. The same learner, day, plan and seed
 * give the same list.
 */
export function today(
  learner: Learner,
  library: readonly PackIndex[],
  clock: Clock,
  { seed, minutes, pack, keys = [], plan }: TodayOptions,
): Today {
  const day = learnerDay(learner, clock);
  const all = candidates(learner, library, day, pack);
  const pairs = pendingContrasts(learner, confusions(learner, library, keys));
  const wanted = wantedToday(learner, all, day, pairs, seed, plan);
  const seconds = secondsPerAnswer(learner);
  const room = roomFor(learner, day, minutes, seconds, plan);
  const chosen: Chosen[] = [];
  for (const { reason, first } of wanted) {
    for (const candidate of first(room - chosen.length)) chosen.push({ candidate, reason });
  }
  const counts = countsOf(chosen);
  const urgent = wanted.reduce((sum, { reason, size }) => sum + (reason === 'ahead' ? 0 : size), 0);
  const fresh = wanted.reduce((sum, { reason, size }) => sum + (reason === 'new' ? size : 0), 0);
  return {
    items: arranged(learner, chosen, day, library, plan),
    counts,
    minutes: Math.ceil((chosen.length * seconds) / 60),
    cut: urgent - (chosen.length - counts.ahead),
    due: urgent - fresh,
    unseen: all.filter(({ state }) => state === undefined).length,
  };
}

interface Chosen {
  readonly candidate: Candidate;
  readonly reason: TodayReason;
}

function countsOf(chosen: readonly Chosen[]): Today['counts'] {
  const counts = { misconception: 0, changed: 0, contrast: 0, new: 0, due: 0, ahead: 0 };
  for (const { reason } of chosen) counts[reason] += 1;
  return counts;
}

/** How many answers fit into the time: what the learner has now (one at least), else what is left of the day. */
function roomFor(
  learner: Learner,
  day: StudyDay,
  minutes: number | undefined,
  seconds: number,
  plan: QueuePlan | undefined,
): number {
  if (minutes !== undefined) return Math.max(1, Math.floor((minutes * 60) / seconds));
  const whole = plan?.seconds ?? learner.settings.minutesPerDay * 60;
  const left = whole - dayCount(learner, day).millis / 1000;
  return Math.max(0, Math.floor(left / seconds));
}

/** Concepts that could be asked today for one reason; only those that there is room for are put in order. */
interface Wanted {
  readonly reason: TodayReason;
  readonly size: number;
  readonly first: (count: number) => readonly Candidate[];
}

/** All that could be asked today, the most urgent reason first, each concept once. */
function wantedToday(
  learner: Learner,
  all: readonly Candidate[],
  day: StudyDay,
  contrasts: readonly (readonly ConceptKey[])[],
  seed: number,
  plan: QueuePlan | undefined,
): Wanted[] {
  const byRecall = (reason: TodayReason, group: readonly Candidate[]): Wanted => ({
    reason,
    size: group.length,
    first: (count) => leastRecalled(group, count, learner, day, seed),
  });
  const misconceptions = all.filter(
    ({ state }) => state !== undefined && state.misconception !== null && state.memory.day < day,
  );
  const taken = new Set(misconceptions);
  const changed = all.filter((candidate) => candidate.isChanged && !taken.has(candidate));
  for (const candidate of changed) taken.add(candidate);
  const sides = contrasted(all, contrasts, day).filter((candidate) => !taken.has(candidate));
  for (const candidate of sides) taken.add(candidate);
  const urgent = [
    byRecall('misconception', misconceptions),
    byRecall('changed', changed),
    asTheyAre('contrast', sides),
  ];
  if (plan) return [...urgent, ...byPlan(all, plan, taken, day, byRecall)];
  const begun = sides.filter(({ state }) => state === undefined).length;
  const share = learner.settings.newPerDay - dayCount(learner, day).introduced - begun;
  const fresh = firstFresh(all, taken, Math.max(0, share));
  const due: Candidate[] = [];
  const ahead: Candidate[] = [];
  for (const candidate of all) {
    const memory = candidate.state?.memory;
    if (memory === undefined || taken.has(candidate)) continue;
    if (isDue(memory, day)) due.push(candidate);
    else if (memory.day < day) ahead.push(candidate);
  }
  return [...urgent, asTheyAre('new', fresh), byRecall('due', due), byRecall('ahead', ahead)];
}

/** The concepts of the exam as the plan orders them, each for its own reason; then due ones of other packs. */
function byPlan(
  all: readonly Candidate[],
  { order, scope }: QueuePlan,
  taken: ReadonlySet<Candidate>,
  day: StudyDay,
  byRecall: (reason: TodayReason, group: readonly Candidate[]) => Wanted,
): Wanted[] {
  const others = new Map(all.flatMap((each) => (taken.has(each) ? [] : [[each.key, each]])));
  const planned = order.flatMap((key) => others.get(key) ?? []);
  const reasonOf = ({ state }: Candidate): TodayReason =>
    state === undefined ? 'new' : isDue(state.memory, day) ? 'due' : 'ahead';
  const due = [...others.values()].filter(
    ({ key, state }) => !scope.has(key) && state !== undefined && isDue(state.memory, day),
  );
  return [...planned.map((each) => asTheyAre(reasonOf(each), [each])), byRecall('due', due)];
}

const asTheyAre = (reason: TodayReason, group: readonly Candidate[]): Wanted => ({
  reason,
  size: group.length,
  first: (count) => group.slice(0, Math.max(0, count)),
});

/** The sides of the pairs, each once, without those that were asked today. */
function contrasted(
  all: readonly Candidate[],
  contrasts: readonly (readonly ConceptKey[])[],
  day: StudyDay,
): Candidate[] {
  const keys = new Set(contrasts.flat());
  if (keys.size === 0) return [];
  const found = new Map<ConceptKey, Candidate>();
  for (const candidate of all) if (keys.has(candidate.key)) found.set(candidate.key, candidate);
  return [...keys].flatMap((key) => {
    const candidate = found.get(key);
    return candidate === undefined || candidate.state?.memory.day === day ? [] : candidate;
  });
}

/** The lowest chance to recall first; ties are broken by the seed. */
function leastRecalled(
  group: readonly Candidate[],
  count: number,
  { settings: { personal } }: Learner,
  day: StudyDay,
  seed: number,
): Candidate[] {
  if (count <= 0) return [];
  const tie = ({ key }: Candidate): number => hashText(`${seed}/${key}`);
  const rated = group.flatMap((candidate) => {
    const { state } = candidate;
    return state === undefined
      ? []
      : { candidate, recall: retrievability(state.memory, day, personal) };
  });
  return least(
    rated,
    count,
    (a, b) => a.recall - b.recall || tie(a.candidate) - tie(b.candidate),
  ).map(({ candidate }) => candidate);
}

/**
 * The first concepts that were never met and are not taken: in the authors' order, but from all packs and domains in
 * turn, by weight. It is an order of all concepts, met or not, so that over the days each domain gets its share.
 */
function firstFresh(
  all: readonly Candidate[],
  taken: ReadonlySet<Candidate>,
  count: number,
): Candidate[] {
  const placed: { readonly candidate: Candidate; readonly place: number }[] = [];
  const domains = new Map<PackIndex, Map<Slug, { before: number; readonly weight: number }>>();
  for (const candidate of all) {
    const { pack, concept, state } = candidate;
    const ofPack = domains.get(pack) ?? domainsOf(pack);
    domains.set(pack, ofPack);
    const domain = ofPack.get(concept.domain) ?? { before: 0, weight: 1 };
    ofPack.set(concept.domain, domain);
    if (state === undefined && !taken.has(candidate))
      placed.push({ candidate, place: (domain.before + 0.5) / domain.weight });
    domain.before += 1;
  }
  return least(placed, count, (a, b) => a.place - b.place).map(({ candidate }) => candidate);
}

/** A large pack goes on faster than a small one, so that both end on the same day. */
const domainsOf = ({ domains, concepts }: PackIndex) =>
  new Map(
    domains.map(({ id, weight }) => [
      id,
      { before: 0, weight: Math.max(weight, 1) * concepts.length },
    ]),
  );

const isFirst = ({ reason }: Item): boolean =>
  reason === 'misconception' || reason === 'changed' || reason === 'contrast';

/**
 * Misconceptions first, the sides of a contrast together, then the rest interleaved. A plan ranks whole domains one
 * after the other, for the little by which their weights differ; within its day all of it may change places.
 */
function arranged(
  learner: Learner,
  chosen: readonly Chosen[],
  day: StudyDay,
  library: readonly PackIndex[],
  plan: QueuePlan | undefined,
): Item[] {
  const items = chosen.flatMap(({ candidate, reason }) => {
    const choices = choicesFor(learner, candidate, day);
    const [best] = choices;
    return best === undefined ? [] : itemOf(candidate, reason, best, choices);
  });
  const rest = items.filter((item) => !isFirst(item));
  const ahead = plan === undefined ? undefined : rest.length;
  return [...items.filter(isFirst), ...interleaved(rest, neighboursIn(library, rest), ahead)];
}
