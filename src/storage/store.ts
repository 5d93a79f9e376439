import type { WriterId } from '#core/journal/event.ts';
import type { KeyValue } from './key-value.ts';
import type { Ports } from './ports.ts';
import { randomName } from './random-name.ts';
import type { Trouble } from './trouble.ts';
import type { Twin } from './twin.ts';

/** The two copies and the names in them; what every part of the journal works with. */
export interface Store {
  readonly ports: Ports;
  readonly local: KeyValue;
  /** null: this browser has none, or it has not opened yet. */
  twin: Twin | null;
  readonly report: (trouble: Trouble) => void;
  /** The trouble has passed. */
  readonly settle: (trouble: Trouble) => void;
  /** A new key for a segment that this tab alone writes. */
  readonly nextKey: (writer: WriterId) => string;
}

export type Area = 'j' | 's' | 'aside' | 'archived';

export const prefixOf = (ports: Ports, area: Area): string => `mondo/${ports.learner}/${area}/`;

/** Keys of localStorage in one area. */
export const keysOf = (store: Store, area: Area): string[] =>
  store.local.keys().filter((key) => key.startsWith(prefixOf(store.ports, area)));

/** The writer that a key of segments or snapshots belongs to. */
export const ownerOf = (key: string): WriterId => key.split('/')[3] ?? '';

export const lockOf = (writer: WriterId): string => `mondo/w/${writer}`;

export function createStore(
  ports: Ports,
  twin: Twin | null,
  reporter: Pick<Store, 'report' | 'settle'>,
): Store {
  const numbers = new Map<WriterId, number>();
  return {
    ports,
    local: ports.keyValue,
    twin,
    report: reporter.report,
    settle: reporter.settle,
    nextKey(writer) {
      const number = numbers.get(writer) ?? 0;
      numbers.set(writer, number + 1);
      return `${prefixOf(ports, 'j')}${writer}/${number}`;
    },
  };
}

/** A name for one tab's lifetime. */
export const newWriter = (ports: Ports): WriterId =>
  ports.sabotage === 'shared-key' ? 'shared0000' : randomName(ports, 10);

/** Writers whose tab is open somewhere, by the locks that they hold; null when that cannot be known. */
export async function livingWriters(ports: Ports): Promise<ReadonlySet<WriterId> | null> {
  if (ports.locks === null) return null;
  const { held = [] } = await ports.locks.query();
  const prefix = lockOf('');
  return new Set(
    held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  );
}
