import type { Confidence } from '#core/answer/response.ts';
import { ownExam } from '#core/exam/subject.ts';
import type { Event } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import { finish } from '#core/journal/slices.ts';
import { fitted } from '#core/memory/fit.ts';
import { memoryModel, type Strength } from '#core/memory/model.ts';
import { strengthAfter } from '#core/memory/strength.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { seeded, shuffled, type Random } from '#core/random.ts';
import { answered, happened, noon, samplePack } from '#core/study/sample.ts';
import { studyDay } from '#core/time.ts';
import { neededOf, normalBelow } from './chance.ts';
import { fitFacts, isFitDue } from './fit-due.ts';
import { guessing, knownScenarios } from './known-scenarios.ts';
import { readiness } from './readiness.ts';
import type { Prediction } from './track-record.ts';
import { historiesOf, retracing } from './retrace.ts';
import { normal, trueMemories, type TrueMemory, type TrueMemoryName } from './true-memory.ts';

// Simulated learners who study a pack and then sit its exam: what was predicted of them, and what came. Their memory,
// their slips, how well a rule carries over to a new situation and how well a picture is remembered are unknown to the
// app, which sees answers and confidence alone.

const START = 20_000;
const CONCEPTS = 120;
const SCENARIOS = 5;
const GUESS = 0.25;
const WEIGHTS = [40, 30, 20, 10];
const QUESTIONS = 65;
const UNSCORED = 15;
const PASS = 0.72;
const PASS_SPREAD = 0.03;

const sample = samplePack({ concepts: CONCEPTS, scenarios: SCENARIOS, domains: WEIGHTS.length });

/** A pack with a scaled exam, like a real one. */
const pack: PackIndex = {
  ...sample,
  domains: sample.domains.map((domain, i) => ({ ...domain, weight: WEIGHTS[i] ?? 0 })),
  exam: {
    title: {},
    questions: QUESTIONS,
    unscored: UNSCORED,
    minutes: 130,
    pass: PASS * 100,
    kinds: ['single'],
    scale: { min: 100, max: 1000, pass: 720 },
  },
};

const guessOf = guessing(finish(knownScenarios([pack])));

/** What is true of a learner and nobody sees. */
interface Truth {
  readonly memory: TrueMemory;
  readonly slip: number;
  /** How often what is recalled is recognised in a situation that is new. */
  readonly transfer: number;
  /** How often a situation that was seen within a week gives the answer away. */
  readonly picture: number;
}

function truthOf(name: TrueMemoryName, random: Random): Truth {
  const prior = 0.05 + 0.45 * random();
  const byDomain = WEIGHTS.map(() => prior * Math.exp(0.3 * normal(random)));
  const known = Array.from(
    { length: CONCEPTS },
    (_, i) => random() < (byDomain[i % WEIGHTS.length] ?? prior),
  );
  return {
    memory: trueMemories[name](random, known),
    slip: 0.04 * random(),
    transfer: 0.95 + 0.05 * random(),
    picture: 0.2 * random(),
  };
}

/** What the app knows of a concept when it chooses what to ask. */
interface Seen {
  strength: Strength | null;
  day: number;
  /** The day on which each scenario was seen. */
  readonly scenarios: (number | undefined)[];
}

const average = memoryModel();

/** The oldest rule of the app: new ones up to the day's share, due ones by recall, then ahead. */
function queue(seen: readonly Seen[], day: number, fresh: number): number[] {
  const all = seen.map((_, i) => i);
  const recall = (i: number): number => {
    const { strength, day: last } = seen[i] ?? { strength: null, day };
    return strength === null ? 1 : average.recall(day - last, strength.stability);
  };
  const isNew = (i: number): boolean => seen[i]?.strength === null;
  const met = all.filter((i) => !isNew(i) && (seen[i]?.day ?? day) < day);
  return [...all.filter(isNew).slice(0, fresh), ...met.toSorted((a, b) => recall(a) - recall(b))];
}

/** Never seen before seen longest ago. */
function scenarioFor({ scenarios }: Seen, dice: Random): number {
  const order = shuffled(
    Array.from({ length: SCENARIOS }, (_, i) => i),
    dice,
  );
  return order.toSorted((a, b) => (scenarios[a] ?? -1) - (scenarios[b] ?? -1))[0] ?? 0;
}

interface Answer {
  readonly recalled: boolean;
  readonly right: boolean;
  readonly confidence: Confidence;
}

function answerOf(
  truth: Truth,
  concept: number,
  day: number,
  last: number | undefined,
  dice: Random,
): Answer {
  const recalled = dice() < truth.memory.recall(concept, day);
  const isPicture = last !== undefined && day - last <= 7 && dice() < truth.picture;
  const knows = isPicture || (recalled && (last !== undefined || dice() < truth.transfer));
  const right = knows ? dice() >= truth.slip : dice() < GUESS;
  const sure = dice() < (knows ? 0.8 : 0.15);
  return { recalled, right, confidence: sure ? 'fairly-sure' : 'guessing' };
}

interface Life {
  readonly truth: Truth;
  readonly events: Event[];
  /** The day of the exam. */
  readonly exam: number;
}

/** Once a week the app looks at the numbers of the memory. */
const REFIT = 7;

function fit(events: Event[], day: number): void {
  const learner = replay(events);
  if (!isFitDue(learner, studyDay(day))) return;
  const histories = finish(historiesOf(finish(retracing(events)), guessOf));
  for (const fact of fitFacts(learner, fitted(histories)))
    events.push(happened(events.length + 1, noon(day, -60), fact));
}

function live(name: TrueMemoryName, seed: number): Life {
  const dice = seeded(seed);
  const truth = truthOf(name, dice);
  const days = 10 + Math.floor(26 * dice());
  const answers = 8 + Math.floor(22 * dice());
  const exam = START + days + Math.floor(4 * dice());
  const events: Event[] = [];
  const seen = Array.from({ length: CONCEPTS }, (): Seen => ({
    strength: null,
    day: 0,
    scenarios: [],
  }));
  for (let day = START; day < START + days; day += 1) {
    if ((day - START) % REFIT === REFIT - 1) fit(events, day);
    if (dice() < 0.2) continue;
    for (const i of queue(seen, day, Math.ceil(answers / 2)).slice(0, answers)) {
      const known = seen[i];
      if (known === undefined) continue;
      const scenario = scenarioFor(known, dice);
      const last = known.scenarios[scenario];
      const { recalled, right, confidence } = answerOf(truth, i, day, last, dice);
      const seq = events.length + 1;
      const facts = { concept: `c${i}`, scenario: `s${scenario}`, right, confidence };
      events.push(answered(seq, noon(day, seq % 600), facts));
      truth.memory.learn(i, day, recalled);
      const rating = !right ? 'again' : confidence === 'guessing' ? 'hard' : 'good';
      known.strength = strengthAfter(average, known.strength, { gap: day - known.day, rating });
      known.day = day;
      known.scenarios[scenario] = day;
    }
  }
  fit(events, START + days);
  return { truth, events, exam };
}

/** What was predicted of one learner, what somebody would have who sees the memory itself, and what came. */
export interface Sitting {
  /** `null` where the gate was still shut. */
  readonly predicted: number | null;
  /** Knows the true chance to recall each concept, but neither the questions nor the mark. */
  readonly oracle: number;
  readonly passed: boolean;
  readonly answers: readonly Prediction[];
}

/** Questions that count, by domain. */
const scoredBy = WEIGHTS.map((weight) => ((QUESTIONS - UNSCORED) * weight) / 100);

function sit({ truth, exam }: Life, dice: Random): Pick<Sitting, 'oracle' | 'passed'> {
  const rightOn = (concept: number): number => {
    const knows = truth.memory.recall(concept, exam) * truth.transfer;
    return knows * (1 - truth.slip) + (1 - knows) * GUESS;
  };
  const chances = WEIGHTS.map((_, domain) =>
    Array.from({ length: CONCEPTS }, (__, i) => i)
      .filter((i) => i % WEIGHTS.length === domain)
      .map(rightOn),
  );
  let expected = 0;
  let variance = 0;
  let right = 0;
  chances.forEach((of, domain) => {
    const count = scoredBy[domain] ?? 0;
    const mean = of.reduce((sum, p) => sum + p, 0) / of.length;
    expected += count * mean;
    variance += count * mean * (1 - mean);
    for (const p of shuffled(of, dice).slice(0, count)) if (dice() < p) right += 1;
  });
  const scored = QUESTIONS - UNSCORED;
  const spread = Math.sqrt(variance + (scored * PASS_SPREAD) ** 2);
  return {
    oracle: normalBelow((expected - scored * PASS) / spread),
    passed: right >= neededOf(scored, PASS + PASS_SPREAD * normal(dice)),
  };
}

/** One learner of a true memory, from the first answer to the exam. */
export function sitting(name: TrueMemoryName, seed: number): Sitting {
  const life = live(name, seed);
  const { events, exam } = life;
  const subject = ownExam(pack);
  if (subject === null) throw new Error('the pack has an exam');
  const learner = replay(events);
  const today = studyDay(exam);
  const { verdict, record } = finish(
    readiness({ events, learner, subject, packs: [pack], today, exam: today }),
  );
  return {
    predicted: verdict.state === 'known' ? verdict.chance.chance : null,
    answers: record.predictions,
    ...sit(life, seeded(seed + 500_000)),
  };
}
