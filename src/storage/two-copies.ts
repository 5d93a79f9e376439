import { IDBFactory } from 'fake-indexeddb';
import type { AnyEvent, Fact } from '#core/journal/event.ts';
import { refKey } from '#core/journal/event.ts';
import { seeded } from '#core/random.ts';
import type { Clock } from '#core/time.ts';
import { instant } from '#core/time.ts';
import type { Opened } from './journal.ts';
import { openJournal } from './journal.ts';
import type { MemoryKeyValue } from './memory-key-value.ts';
import { memoryKeyValue } from './memory-key-value.ts';
import type { Buckets, Channel, Locks, Ports } from './ports.ts';

/** A browser of memory for tests: two copies, locks, channels, and ways to break each. */

/** Web Locks that one process shares. */
export function memoryLocks(): Locks {
  const held = new Map<string, Promise<void>>();
  return {
    async request(name, { ifAvailable = false }, work) {
      if (held.has(name) && ifAvailable) return work(null);
      while (held.has(name)) await held.get(name);
      const done = work({ name });
      held.set(name, done);
      try {
        await done;
      } finally {
        held.delete(name);
      }
      return undefined;
    },
    query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })) }),
  };
}

/** Channels that deliver at once. */
export function memoryChannels(): (name: string) => Channel {
  const open = new Set<{ name: string; channel: Channel }>();
  return (name) => {
    const channel: Channel = {
      onmessage: null,
      postMessage(data) {
        for (const other of open) {
          if (other.name === name && other.channel !== channel) other.channel.onmessage?.({ data });
        }
      },
      close() {
        for (const each of open) if (each.channel === channel) open.delete(each);
      },
    };
    open.add({ name, channel });
    return channel;
  };
}

/** Storage buckets: each with databases of its own. */
function memoryBuckets(): Buckets {
  const factories = new Map<string, IDBFactory>();
  return {
    open(name) {
      const indexedDB = factories.get(name) ?? new IDBFactory();
      factories.set(name, indexedDB);
      return Promise.resolve({ indexedDB });
    },
    keys: () => Promise.resolve([...factories.keys()]),
    delete: (name) => Promise.resolve(void factories.delete(name)),
  };
}

export interface Browser {
  readonly keyValue: MemoryKeyValue;
  /** Opens a tab; each has its own dice. */
  readonly open: (ports?: Partial<Ports>) => Promise<Opened>;
  /** The power goes: localStorage falls back to what was on its disk; tabs and their locks are gone. */
  readonly crash: () => void;
  /** The user closes every tab; localStorage reaches its disk. */
  readonly quit: () => void;
  readonly indexedDB: IDBFactory;
  readonly buckets: Buckets;
  /** The browser finds its databases broken and deletes them, as Chromium does after two kills at bad moments. */
  readonly wipe: () => void;
}

const NOON = Date.UTC(2026, 10, 24, 3);
export const clockAt = (millis: number): Clock => ({ at: instant(NOON + millis), offset: 540 });

/** What ends with the process. */
const newLife = () => ({ locks: memoryLocks(), channel: memoryChannels() });

let ticks = 0;
const ticking = (): Clock => {
  ticks += 1;
  return clockAt(ticks);
};

let seeds = 0;

/** @param device what another browser holds: a copied profile */
export function browser(
  device: { keyValue?: MemoryKeyValue; indexedDB?: IDBFactory } = {},
): Browser {
  const { keyValue = memoryKeyValue(), indexedDB = new IDBFactory() } = device;
  let life = newLife();
  let tabs: Opened[] = [];
  let databases = indexedDB;
  const buckets = memoryBuckets();
  const end = () => {
    life = newLife();
    tabs = [];
  };
  return {
    keyValue,
    buckets,
    get indexedDB() {
      return databases;
    },
    wipe() {
      databases = new IDBFactory();
    },
    async open(ports = {}) {
      seeds += 1;
      const opened = await openJournal({
        keyValue,
        indexedDB: databases,
        buckets,
        ...life,
        learner: 'me',
        random: seeded(seeds),
        clock: ticking,
        buildVersion: 'test',
        ...ports,
      });
      tabs.push(opened);
      return opened;
    },
    crash() {
      keyValue.crash();
      end();
    },
    quit() {
      keyValue.flush();
      for (const { journal } of tabs) journal.close();
      end();
    },
  };
}

/** The n-th answer of a test. */
export const answer = (n: number): Fact<'answered'> => ({
  type: 'answered',
  pack: 'packpackpack',
  concept: `concept-${n}`,
  scenario: 'shop',
  textRev: '11111111',
  keyRev: '22222222',
  shown: ['a', 'b', 'c', 'd'],
  response: { kind: 'single', chosen: 'b' },
  right: true,
  confidence: 'certain',
  latency: 9000,
  language: 'ja',
  session: 'session',
  mode: 'study',
});

/** Gives so many answers in a tab, and waits until all are as safe as they get. */
export async function study({ journal }: Opened, count: number, from = 0): Promise<AnyEvent[]> {
  const appended = Array.from({ length: count }, (_, i) =>
    journal.append(answer(from + i), clockAt(1000 * (from + i))),
  );
  await Promise.all(appended.map(({ saved }) => saved));
  return appended.map(({ event }) => event);
}

export const keysOf = (events: readonly AnyEvent[]): string[] => events.map(refKey).toSorted();
