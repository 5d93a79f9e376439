import { IDBFactory } from 'fake-indexeddb';
import type { Fact, Json } from '#core/journal/event.ts';
import type { LibraryIndex } from '#core/pack/library.ts';
import { seeded } from '#core/random.ts';
import { ok } from '#core/result.ts';
import { planOf } from '#core/study/exam-plan.ts';
import { instant, type Clock } from '#core/time.ts';
import { openJournal } from '#storage/journal.ts';
import { memoryKeyValue, type MemoryKeyValue } from '#storage/memory-key-value.ts';
import type { Ports } from '#storage/ports.ts';
import { createDesk } from './author/desk.ts';
import type { AuthorWorker } from './author/messages.ts';
import { hasAdded } from './hint.ts';
import { createLearnerStore } from './learner.ts';
import { createLibraryStore } from './library.ts';
import { openShelf } from './own-packs.ts';
import { runJob } from './pack-jobs.ts';
import { queuePlan, type PlanWorker } from './exam-plan.ts';
import { createSessionStore } from './session.ts';
import type { Stores } from './stores.ts';
import type { JobWorker } from './workshop.ts';

/** What a test can hold on to: the two copies of a device, to open it again. */
export interface Device {
  readonly keyValue: MemoryKeyValue;
  readonly indexedDB: IDBFactory;
  readonly seed: number;
  readonly channel: Ports['channel'];
}

export const newDevice = (seed = 1, channel: Ports['channel'] = null): Device => ({
  keyValue: memoryKeyValue(),
  indexedDB: new IDBFactory(),
  seed,
  channel,
});

/** Does a worker's jobs in the page, through a copy as a worker's are. */
function workerInPage(): JobWorker {
  const listeners: ((event: { readonly data?: unknown }) => void)[] = [];
  let isEnded = false;
  return {
    async postMessage(job) {
      const data = await runJob(structuredClone(job));
      if (!isEnded) for (const listen of listeners) listen({ data: structuredClone(data) });
    },
    addEventListener(type, listen) {
      if (type === 'message') listeners.push(listen);
    },
    terminate() {
      isEnded = true;
    },
  };
}

/** The work of an author's worker in the page. */
function authorInPage(): AuthorWorker {
  const listeners: ((event: { readonly data?: unknown }) => void)[] = [];
  let isEnded = false;
  const take = createDesk((data) => {
    if (!isEnded) for (const listen of listeners) listen({ data });
  });
  return {
    postMessage: take,
    addEventListener(type, listen) {
      if (type === 'message') listeners.push(listen);
    },
    terminate() {
      isEnded = true;
    },
  };
}

/** Makes plans in the page, through a copy as a worker's are. */
function plannerInPage(): PlanWorker {
  const listeners: ((event: { readonly data?: unknown }) => void)[] = [];
  return {
    postMessage(ask) {
      const data = planOf(structuredClone(ask));
      queueMicrotask(() => {
        for (const listen of listeners) listen({ data: structuredClone(data) });
      });
    },
    addEventListener(type, listen) {
      if (type === 'message') listeners.push(listen);
    },
    terminate: () => undefined,
  };
}

/** A clock that goes on by a second with each look at `next`, from noon on 24 November 2026 in Tokyo. */
function steadyClock(): { readonly next: () => Clock; readonly now: () => Clock } {
  let at = Date.UTC(2026, 10, 24, 3);
  const now = (): Clock => ({ at: instant(at), offset: 540 });
  const next = (): Clock => {
    at += 1000;
    return now();
  };
  return { next, now };
}

/** The stores over a device of memory, for tests. */
export async function memoryStores(
  device: Device = newDevice(),
  packs: LibraryIndex['packs'] = [],
): Promise<Stores> {
  const { next: clock, now } = steadyClock();
  const ports: Ports = {
    keyValue: device.keyValue,
    indexedDB: device.indexedDB,
    buckets: null,
    locks: null,
    channel: device.channel,
    learner: 'me',
    random: seeded(device.seed),
    clock: now,
    buildVersion: 'test',
  };
  const index: LibraryIndex = { format: 1, packs };
  const library = createLibraryStore(
    async () => ok(index),
    'index.json',
    async () => (hasAdded(ports) ? openShelf(ports) : null),
  );
  const [opened] = await Promise.all([openJournal(ports), library.getState().open()]);
  const learner = await createLearnerStore(opened);
  let pocket: Json = null;
  const session = createSessionStore({
    learner,
    library,
    clock,
    seed: () => 1,
    name: () => 'session',
    pocket: { get: () => pocket, set: (value) => (pocket = value) },
    language: () => 'en',
    plan: (...day) => queuePlan({ library, openPlanner: plannerInPage }, ...day),
  });
  return {
    learner,
    library,
    session,
    journal: opened.journal,
    ports,
    clock,
    openWorker: workerInPage,
    startWorker: authorInPage,
    openPlanner: plannerInPage,
  };
}

/** A right answer to a scenario, for tests. */
export const answerTo = (concept: string, scenario = 's1'): Fact<'answered'> => ({
  type: 'answered',
  pack: 'packpackpack',
  concept,
  scenario,
  textRev: 't1',
  keyRev: 'k1',
  shown: ['a', 'b'],
  response: { kind: 'single', chosen: 'a' },
  right: true,
  confidence: 'certain',
  latency: 9000,
  language: 'en',
  session: 'session',
  mode: 'study',
});
