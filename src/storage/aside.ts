import type { Place } from './trouble.ts';
import type { Store } from './store.ts';
import { keysOf, prefixOf } from './store.ts';

/**
 * Copies what cannot be read to a key of its own, which Mondo never deletes, and tells the learner once.
 * @returns whether the copy stands, so that the damaged place may be mended
 */
export async function putAside(
  store: Store,
  where: Place,
  key: string,
  text: string,
): Promise<boolean> {
  const aside = await copy(store, text);
  store.report({ code: 'unreadable', where, key, aside, text });
  return aside !== null;
}

async function copy(store: Store, text: string): Promise<string | null> {
  const known = keysOf(store, 'aside').find((key) => store.local.get(key) === text);
  if (known !== undefined) return known;
  const aside = freeKey(store);
  if (store.local.set(aside, text) === 'written' && store.local.get(aside) === text) return aside;
  if (store.twin === null) return null;
  try {
    await store.twin.write((writing) => writing.put('asides', aside, text));
    return aside;
  } catch {
    return null;
  }
}

/** Named by the time, and by a number when several are put aside in one millisecond. */
function freeKey(store: Store): string {
  const stem = `${prefixOf(store.ports, 'aside')}${store.ports.clock().at}`;
  const taken = new Set(keysOf(store, 'aside'));
  let key = stem;
  for (let number = 2; taken.has(key); number += 1) key = `${stem}-${number}`;
  return key;
}

/** Everything that was put aside, for a backup. */
export async function asides(store: Store): Promise<readonly (readonly [string, string])[]> {
  const local = keysOf(store, 'aside').map((key) => [key, store.local.get(key) ?? ''] as const);
  const twin = await store.twin?.read((reading) => reading.entries('asides')).catch(() => []);
  return [...local, ...(twin ?? [])];
}
