import { memoryModel, type Strength } from '#core/memory/model.ts';
import { strengthAfter } from '#core/memory/strength.ts';
import type { Random } from '#core/random.ts';

/**
 * Memories of simulated learners, unlike the assumed one. What is not met yet is known before or not at all; days are
 * whole, and an answer teaches by its feedback whether it was right or wrong.
 */
export interface TrueMemory {
  /** Chance to recall a concept on a day, 0 to 1. */
  readonly recall: (concept: number, day: number) => number;
  readonly learn: (concept: number, day: number, recalled: boolean) => void;
}

/** A number from the standard normal distribution (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

interface Trace<T> {
  readonly day: number;
  readonly state: T;
}

/** Keeps one state for each concept, and for those without any what was known before. */
function remembering<T>(
  known: readonly boolean[],
  recallOf: (state: T, gap: number, concept: number) => number,
  after: (before: Trace<T> | null, gap: number, recalled: boolean, concept: number) => T,
): TrueMemory {
  const traces = new Map<number, Trace<T>>();
  return {
    recall(concept, day) {
      const trace = traces.get(concept);
      if (trace === undefined) return known[concept] === true ? 1 : 0;
      return recallOf(trace.state, day - trace.day, concept);
    },
    learn(concept, day, recalled) {
      const before = traces.get(concept) ?? null;
      const gap = before === null ? 0 : day - before.day;
      traces.set(concept, { day, state: after(before, gap, recalled, concept) });
    },
  };
}

type Make = (random: Random, known: readonly boolean[]) => TrueMemory;

/** FSRS-6 with other numbers for each learner and each concept. */
function likeAssumed(random: Random, known: readonly boolean[], decay: number): TrueMemory {
  const own = 0.5 * normal(random);
  const growth = 0.3 * normal(random);
  const lapse = 0.3 * normal(random);
  const models = known.map(() =>
    memoryModel({ first: own + 0.5 * normal(random), decay, growth, lapse }),
  );
  const modelFor = (concept: number) => models[concept] ?? memoryModel();
  return remembering<Strength>(
    known,
    ({ stability }, gap, concept) => modelFor(concept).recall(gap, stability),
    (before, gap, recalled, concept) =>
      strengthAfter(modelFor(concept), before?.state ?? null, {
        gap,
        rating: recalled ? 'good' : 'again',
      }),
  );
}

/** On the whole they forget faster than assumed. */
const perturbed: Make = (random, known) => likeAssumed(random, known, 0.3 + 0.3 * normal(random));

/** Forgetting by the square root of time, as FSRS assumed before its sixth version, where it is now a sixth root. */
const steep: Make = (random, known) => likeAssumed(random, known, Math.log(0.5 / 0.1542));

interface Presentation {
  /** Days ago, seen from the last one. */
  readonly ago: number;
  readonly decay: number;
}

const SAME_DAY = 0.05;
/** Seconds of a day, as far as they count between sessions: a fortieth. */
const UNITS = 2160;

const activation = (presentations: readonly Presentation[], gap: number): number =>
  Math.log(
    presentations.reduce(
      (sum, { ago, decay }) => sum + ((Math.max(SAME_DAY, gap) + ago) * UNITS) ** -decay,
      0,
    ),
  );

/**
 * ACT-R with decay that grows with activation. Source: Pavlik and Anderson, Cognitive Science 29 (2005); the threshold
 * is set so that one meeting lasts for some days.
 */
const actR: Make = (random, known) => {
  const threshold = -1.75 + 0.25 * normal(random);
  const noise = 0.3 * Math.exp(0.2 * normal(random));
  const least = known.map(() => 0.177 * Math.exp(0.2 * normal(random)));
  return remembering<readonly Presentation[]>(
    known,
    (state, gap) => 1 / (1 + Math.exp((threshold - activation(state, gap)) / noise)),
    (before, gap, recalled, concept) => {
      const past = before?.state ?? [];
      const heat = past.length === 0 ? 0 : Math.exp(activation(past, gap));
      const decay = 0.217 * heat + (least[concept] ?? 0.177) + (recalled ? 0 : 0.03);
      return [...past.map((each) => ({ ...each, ago: each.ago + gap })), { ago: 0, decay }];
    },
  );
};

/** Forgetting by half-lives that grow the more, the harder the recall was; a failure takes most of it away. */
const exponential: Make = (random, known) => {
  const own = 3 * Math.exp(0.5 * normal(random));
  const gain = 2.2 * Math.exp(0.3 * normal(random));
  const first = known.map(() => own * Math.exp(0.5 * normal(random)));
  return remembering<number>(
    known,
    (halfLife, gap) => 2 ** (-gap / halfLife),
    (before, gap, recalled, concept) => {
      const start = first[concept] ?? own;
      if (before === null) return recalled ? start * 3 : start;
      const forgotten = 1 - 2 ** (-gap / before.state);
      return recalled
        ? before.state * (1 + gain * Math.sqrt(forgotten))
        : Math.max(start / 2, before.state / 2);
    },
  );
};

export const trueMemories = { perturbed, 'act-r': actR, steep, exponential } as const;
export type TrueMemoryName = keyof typeof trueMemories;
