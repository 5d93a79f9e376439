import { IDBFactory } from 'fake-indexeddb';
import type { Json } from '#core/journal/event.ts';
import { ok } from '#core/result.ts';
import { seeded } from '#core/random.ts';
import type { ConceptChunk, LibraryIndex } from '#core/pack/library.ts';
import { noon, samplePack, sampleSingle } from '#core/study/sample.ts';
import type { Clock } from '#core/time.ts';
import { openJournal } from '#storage/journal.ts';
import { memoryKeyValue } from '#storage/memory-key-value.ts';
import type { Channel, Locks, Ports } from '#storage/ports.ts';
import { createLearnerStore, type LearnerStore } from './learner.ts';
import { createLibraryStore, type LibraryStore, type ReadFile } from './library.ts';
import type { SessionPorts } from './session-desk.ts';
import { createSessionStore } from './session.ts';

/** What the tests of the stores are made of: a browser in memory, and a pack of twelve concepts. */

/** Channels of one browser: what one tab says, the others hear. */
function channels(): (name: string) => Channel {
  const all = new Set<Channel>();
  return () => {
    const channel: Channel = {
      onmessage: null,
      postMessage(message) {
        for (const other of all)
          if (other !== channel) other.onmessage?.({ data: structuredClone(message) });
      },
      close: () => void all.delete(channel),
    };
    all.add(channel);
    return channel;
  };
}

/** A browser profile: what outlives a tab. Each call of the result is the start of one. */
export function sampleBrowser(
  clock: () => Clock = () => noon(20_000),
  locks: Locks | null = null,
): () => Ports {
  const keyValue = memoryKeyValue();
  const indexedDB = new IDBFactory();
  const channel = channels();
  let tab = 0;
  return () => {
    tab += 1;
    return {
      keyValue,
      indexedDB,
      buckets: null,
      locks,
      channel,
      learner: 'me',
      random: seeded(tab),
      clock,
      buildVersion: 'test',
    };
  };
}

export async function openLearner(ports: Ports): Promise<LearnerStore> {
  return createLearnerStore(await openJournal(ports));
}

const pack = samplePack();

const index: LibraryIndex = {
  format: 1,
  packs: [
    {
      ...pack,
      concepts: pack.concepts.map((concept) => ({
        ...concept,
        files: { en: `${concept.id}.json` },
      })),
      keysFile: 'keys.json',
    },
  ],
};

const chunk = (id: string): ConceptChunk => ({
  id,
  language: 'en',
  title: id,
  rule: [],
  cases: [],
  scenarios: ['s0', 's1', 's2'].map((scenario) => sampleSingle(scenario)),
  aged: [],
});

/** The files of a build with the sample pack; those whose names are given cannot be had. */
export const sampleFiles =
  (missing: ReadonlySet<string> = new Set()): ReadFile =>
  async (file) => {
    if (missing.has(file)) return { ok: false, error: 'offline' };
    if (file === 'library.json') return ok(index);
    if (file === 'keys.json') return ok({ uid: pack.uid, scenarios: [] });
    return ok(chunk(file.replace('.json', '')));
  };

export async function openLibrary(read: ReadFile = sampleFiles()): Promise<LibraryStore> {
  const library = createLibraryStore(read, 'library.json');
  await library.getState().open();
  return library;
}

/** A session store of one tab. `turn` lets what was started in the background come to its end. */
export async function openSession(
  learner: LearnerStore,
  library: LibraryStore,
  clock: () => Clock = () => noon(20_000),
  plan?: SessionPorts['plan'],
) {
  let kept: Json = null;
  let name = 0;
  return createSessionStore({
    learner,
    library,
    clock,
    seed: () => 7,
    name: () => `session-${(name += 1)}`,
    pocket: {
      get: () => kept,
      set(value) {
        kept = value;
      },
    },
    language: () => 'en',
    ...(plan && { plan }),
  });
}

/** Lets promises and timers of this moment come to their end. */
export const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));
