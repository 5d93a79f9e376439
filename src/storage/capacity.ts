import type { KeyValue } from './key-value.ts';
import type { Store } from './store.ts';

/** In UTF-16 units of keys and values, which is what browsers count. */
export interface Usage {
  readonly used: number;
  /** null until it has been probed. */
  readonly capacity: number | null;
}

const PROBE_STEP = 64 * 1024;
/** No browser is known to hold more. */
const MOST = 12 * 1024 * 1024;
/** Below this no probe is worth its writes: every browser holds more than twice as much. */
const WORTH_PROBING = 1_000_000;
/** The share of localStorage from which on room should be made. */
export const NEARLY_FULL = 0.7;

const probed = new WeakMap<KeyValue, number>();

const usedIn = (local: KeyValue): number =>
  local.keys().reduce((sum, key) => sum + key.length + (local.get(key)?.length ?? 0), 0);

export const usageOf = ({ local }: Store): Usage => ({
  used: usedIn(local),
  capacity: probed.get(local) ?? null,
});

/** Finds how much fits by writing, and takes it away again. */
function probe(local: KeyValue, key: string): number {
  const used = usedIn(local);
  let fits = 0;
  let fails = MOST - used;
  while (fails - fits > PROBE_STEP) {
    const middle = Math.floor((fits + fails) / 2);
    if (local.set(key, ' '.repeat(middle)) === 'written') fits = middle;
    else fails = middle;
  }
  local.remove(key);
  return used + fits;
}

/** Whether localStorage is so full that caches should stay out of it. */
export function isTight({ local }: Store): boolean {
  const capacity = probed.get(local);
  return capacity !== undefined && usedIn(local) > NEARLY_FULL * capacity;
}

/** Probes once a tab when much is stored, and says so when it is nearly full. To be called when idle. */
export function watchCapacity(store: Store): void {
  const { local, ports } = store;
  const used = usedIn(local);
  if (used < WORTH_PROBING && !probed.has(local)) return;
  const capacity = probed.get(local) ?? probe(local, `mondo/${ports.learner}/probe`);
  probed.set(local, capacity);
  if (used > NEARLY_FULL * capacity) store.report({ code: 'nearly-full', used, capacity });
}
