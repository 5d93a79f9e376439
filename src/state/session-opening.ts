import type { Filter } from '#core/journal/event.ts';
import { beforeSession, type Learner } from '#core/journal/learner-state.ts';
import type { PackKeys } from '#core/pack/library.ts';
import type { QueuePlan } from '#core/study/queue.ts';
import { resume, sessionQueue } from '#core/study/resume.ts';
import { startSession } from '#core/study/session.ts';
import type { Clock } from '#core/time.ts';
import { show, type Choice, type Desk } from './session-desk.ts';

/** What options stand for, for contrasts: only a learner who has answered needs it. */
async function keysOf({ library }: Desk, { answers }: Learner): Promise<readonly PackKeys[]> {
  if (answers === 0) return [];
  const { packs, keys } = library.getState();
  const results = await Promise.all(packs.map(({ uid }) => keys(uid)));
  return results.flatMap((result) => (result.ok ? [result.value] : []));
}

/** In milliseconds: a plan is made in well under a second; nobody who begins waits much longer for one. */
const PATIENCE = 1500;

/** Without one, as when what makes it cannot be had offline, the session goes in the old order. */
const planOf = ({ plan }: Desk, learner: Learner, clock: Clock) =>
  plan?.(learner, clock).catch(() => undefined);

interface Ready {
  readonly learner: Learner;
  readonly keys: readonly PackKeys[];
  readonly plan: QueuePlan | undefined;
}

type PlanFor = (learner: Learner) => Promise<QueuePlan | undefined> | undefined;

/** All that a queue is made of, for one and the same learner: with an answer or an import meanwhile, once more. */
async function ready(desk: Desk, planFor: PlanFor): Promise<Ready> {
  const { learner } = desk.learner.getState();
  const [keys, plan] = await Promise.all([keysOf(desk, learner), planFor(learner)]);
  const isSame = desk.learner.getState().learner === learner;
  return isSame ? { learner, keys, plan } : ready(desk, planFor);
}

/** @returns whether nobody has asked for another session since */
function opening(desk: Desk): () => boolean {
  const wish = (desk.wish += 1);
  desk.set({ isOpening: true, session: null });
  return () => desk.wish === wish;
}

export async function start(desk: Desk, { mode, filter: chosen }: Choice): Promise<void> {
  const isWanted = opening(desk);
  const seed = desk.seed();
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const { learner, keys, plan } = await ready(desk, (of) =>
    mode === 'study' ? Promise.race([planOf(desk, of, desk.clock()), patience]) : undefined,
  );
  if (!isWanted()) return;
  // After all that the queue knows of: a resumed session takes away what came later.
  const clock = desk.clock();
  const { packs } = desk.library.getState();
  const filter: Filter = plan ? { ...chosen, planned: true } : chosen;
  const queue = sessionQueue(learner, packs, clock, { seed, mode, filter, keys, plan });
  const { session, facts } = startSession({
    session: desk.name(),
    seed,
    mode,
    filter,
    queue,
    clock,
  });
  desk.set({ language: desk.language(), isOpening: false });
  desk.learner.getState().record(facts, clock);
  show(desk, session);
}

export async function enter(desk: Desk): Promise<void> {
  if (desk.get().isOpening || desk.get().session !== null) return;
  const isWanted = opening(desk);
  const { learner, keys, plan } = await ready(desk, (of) =>
    of.session?.filter.planned === true
      ? planOf(desk, beforeSession(of), of.session.start)
      : undefined,
  );
  if (!isWanted()) return;
  const session = resume(learner, desk.library.getState().packs, desk.clock(), keys, plan);
  desk.set({ language: desk.language(), isOpening: false });
  if (session === null) await start(desk, { mode: 'study', filter: {} });
  else show(desk, session);
}
