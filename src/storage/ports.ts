import type { Random } from '#core/random.ts';
import type { Clock } from '#core/time.ts';
import type { KeyValue } from './key-value.ts';

/** As much of `navigator.locks` as is used. */
export interface Locks {
  readonly request: (
    name: string,
    options: { readonly ifAvailable?: boolean },
    work: (lock: { readonly name: string } | null) => Promise<void>,
  ) => Promise<void>;
  readonly query: () => Promise<{ held?: { name?: string }[] }>;
}

/** As much of BroadcastChannel as is used. */
export interface Channel {
  readonly postMessage: (message: unknown) => void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly close: () => void;
}

/** A place whose databases have files of their own. */
export interface Bucket {
  readonly indexedDB: IDBFactory;
}

/** As much of `navigator.storageBuckets` as is used. */
export interface Buckets {
  readonly open: (name: string, options?: { readonly durability: 'strict' }) => Promise<Bucket>;
  readonly keys: () => Promise<string[]>;
  readonly delete: (name: string) => Promise<void>;
}

/** Ways to break the storage on purpose: each must turn a test red. */
export type Sabotage = 'skip-twin' | 'skip-spare' | 'skip-checksum' | 'shared-key';

/** What the journal needs of the world; each null is something that this browser has not. */
export interface Ports {
  readonly keyValue: KeyValue;
  readonly indexedDB: IDBFactory | null;
  readonly buckets: Buckets | null;
  readonly locks: Locks | null;
  readonly channel: ((name: string) => Channel) | null;
  /** Stands in every key: several learners may share a browser. `me` when there is one. */
  readonly learner: string;
  readonly random: Random;
  readonly clock: () => Clock;
  readonly buildVersion: string;
  /** Tests only. */
  readonly sabotage?: Sabotage;
}
