import { examDayOf } from '#core/exam/date.ts';
import { coveredBy, examWeights, type Covered } from '#core/exam/scope.ts';
import type { ConceptKey } from '#core/ids.ts';
import { learnerDay, type Learner } from '#core/journal/learner-state.ts';
import { packsOn } from '#core/journal/settings.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { budgetOf, type Budget } from '#core/study/budget.ts';
import { planAsk, type PlanAsk } from '#core/study/exam-plan.ts';
import type { Plan } from '#core/study/plan.ts';
import type { QueuePlan } from '#core/study/queue.ts';
import type { Clock, StudyDay } from '#core/time.ts';
import { examProfiles } from './exams.ts';
import type { Stores } from './stores.ts';

/** The plan of one day to the exam that is set. */
export interface DayPlan extends Plan {
  readonly day: StudyDay;
  readonly exam: StudyDay;
  readonly budget: Budget;
  /** The concepts that belong to the exam. */
  readonly scope: Pick<ReadonlyMap<ConceptKey, number>, 'has' | 'size'>;
  /** How much of a real exam the packs here cover; `null` of a pack's own. */
  readonly covered: Covered | 'unknown' | null;
}

/** As much of a worker as is used. */
export interface PlanWorker {
  postMessage: (ask: PlanAsk) => void;
  addEventListener: (
    type: 'message' | 'error' | 'messageerror',
    listen: (event: { readonly data?: unknown }) => void,
  ) => void;
  terminate: () => void;
}

type Makers = Pick<Stores, 'library' | 'openPlanner'>;

/** In milliseconds: without a plan by then, the day goes on in the old order. */
const MOST_TIME = 10_000;

function ask(open: () => PlanWorker, question: PlanAsk): Promise<Plan | null> {
  return new Promise((resolve) => {
    const worker = open();
    const end = (plan: Plan | null) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(plan);
    };
    const timer = setTimeout(() => end(null), MOST_TIME);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own worker answers with a plan
    worker.addEventListener('message', ({ data }) => end(data as Plan));
    worker.addEventListener('error', () => end(null));
    worker.addEventListener('messageerror', () => end(null));
    worker.postMessage(question);
  });
}

/** What a plan follows from. */
interface Asked {
  readonly learner: Learner;
  /** Packs on or off: adding one or taking one away is no event of the learner. */
  readonly library: readonly PackIndex[];
  readonly day: StudyDay;
}

async function make(
  openPlanner: Makers['openPlanner'],
  { learner, library, day }: Asked,
  exam: StudyDay,
): Promise<DayPlan | null> {
  const packs = packsOn(library, learner.settings);
  const profiles = await examProfiles();
  const id = learner.settings.exam ?? '';
  const scope = examWeights(id, packs, profiles);
  if (scope.size === 0) return null;
  const budget = budgetOf(learner, day, exam);
  const plan = await ask(openPlanner, planAsk(learner, packs, scope, budget, day, exam));
  if (plan === null) return null;
  const profile = profiles.find((one) => one.id === id);
  const covered = profile === undefined ? null : (coveredBy(packs, profile) ?? 'unknown');
  return { ...plan, day, exam, scope, covered, budget };
}

interface Made extends Asked {
  readonly plan: Promise<DayPlan | null>;
}

/** The last one alone: with every answer there is a new one to make. */
let last: Made | null = null;

function making({ openPlanner }: Makers, asked: Asked, exam: StudyDay): Made {
  const made: Made = { ...asked, plan: finish() };
  return made;
  async function finish(): Promise<DayPlan | null> {
    const plan = await make(openPlanner, asked, exam);
    // What failed is no plan to keep: whoever asks next has it tried again.
    if (plan === null && last === made) last = null;
    return plan;
  }
}

const isOf = (made: Made | null, { learner, library, day }: Asked): made is Made =>
  made?.learner === learner && made.library === library && made.day === day;

/** The plan of a day, that of the exam too; `null` without an exam ahead, without concepts of it, or when it cannot be made. */
export function dayPlan(stores: Makers, learner: Learner, clock: Clock): Promise<DayPlan | null> {
  const day = learnerDay(learner, clock);
  const exam = examDayOf(learner.settings);
  if (exam === null || exam < day) return Promise.resolve(null);
  const asked = { learner, library: stores.library.getState().packs, day };
  if (!isOf(last, asked)) last = making(stores, asked, exam);
  return last.plan;
}

/** What the queue needs of a plan. */
export const queuePart = ({ order, scope, budget }: DayPlan): QueuePlan => ({
  order,
  scope,
  seconds: budget.today,
});

/** The day's plan as the queue needs it; `undefined` where there is none. */
export async function queuePlan(
  stores: Makers,
  learner: Learner,
  clock: Clock,
): Promise<QueuePlan | undefined> {
  const plan = await dayPlan(stores, learner, clock);
  return plan === null ? undefined : queuePart(plan);
}
