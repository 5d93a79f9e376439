/**
 * The first items in an order, in that order: what sorting all and cutting would give, equal ones as they stand, at
 * about one comparison for each item.
 * @param count how many, 0 or more
 */
export function least<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (count <= 0) return [];
  if (count >= items.length) return items.toSorted(compare);
  const kept = items.slice(0, count).toSorted(compare);
  for (let i = count; i < items.length; i += 1) {
    const [item] = items.slice(i, i + 1);
    const last = kept.at(-1);
    if (item === undefined || last === undefined || compare(item, last) >= 0) continue;
    kept.pop();
    kept.splice(placeFor(kept, item, compare), 0, item);
  }
  return kept;
}

/** After all that are not greater. */
function placeFor<T>(sorted: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
