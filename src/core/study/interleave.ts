import { conceptKey, type ConceptKey, type PackUid, type Slug } from '#core/ids.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Item } from './item.ts';

/** So far one that is less urgent may overtake. */
const LOOK_AHEAD = 6;

/** Which concepts are mixed up with which, both ways. */
export type Neighbours = ReadonlyMap<ConceptKey, ReadonlySet<ConceptKey>>;

/** What the authors say of confusable concepts, as far as it concerns those of the items. */
export function neighboursIn(library: readonly PackIndex[], items: readonly Item[]): Neighbours {
  const asked = new Map<PackUid, Set<Slug>>();
  for (const { pack, concept } of items)
    asked.set(pack, (asked.get(pack) ?? new Set()).add(concept));
  const found = new Map<ConceptKey, Set<ConceptKey>>();
  const link = (a: ConceptKey, b: ConceptKey): void => {
    found.set(a, (found.get(a) ?? new Set()).add(b));
  };
  for (const { uid, concepts } of library) {
    const among = asked.get(uid) ?? new Set();
    for (const { id, confusable } of among.size < 2 ? [] : concepts) {
      if (confusable.length === 0 || !among.has(id)) continue;
      for (const other of confusable) {
        if (!among.has(other)) continue;
        link(conceptKey(uid, id), conceptKey(uid, other));
        link(conceptKey(uid, other), conceptKey(uid, id));
      }
    }
  }
  return found;
}

/**
 * Nearly the same order, but what is mixed up comes side by side, and otherwise no two of one domain (or concept)
 * in a row where it can be helped: telling apart is learned by switching.
 * @param ahead how many of the next ones are looked at
 */
export function interleaved(
  items: readonly Item[],
  neighbours: Neighbours,
  ahead = LOOK_AHEAD,
): Item[] {
  const near = items.slice(0, ahead);
  const order: Item[] = [];
  while (near.length > 0) {
    order.push(...near.splice(nextIndex(near, order.at(-1), neighbours), 1));
    // One has gone, so the one after these comes into view.
    near.push(...items.slice(order.length + near.length, order.length + near.length + 1));
  }
  return order;
}

/** @param near the next ones, as far as one may overtake */
function nextIndex(near: readonly Item[], last: Item | undefined, neighbours: Neighbours): number {
  if (last === undefined) return 0;
  const mixedUp = neighbours.get(conceptKey(last.pack, last.concept));
  const confusable =
    mixedUp === undefined
      ? -1
      : near.findIndex(({ pack, concept }) => mixedUp.has(conceptKey(pack, concept)));
  if (confusable >= 0) return confusable;
  const otherDomain = near.findIndex(
    ({ pack, domain }) => pack !== last.pack || domain !== last.domain,
  );
  if (otherDomain >= 0) return otherDomain;
  return Math.max(
    0,
    near.findIndex(({ concept }) => concept !== last.concept),
  );
}
