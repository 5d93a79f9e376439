/** The place of an order of n things among all n! orders; the things are 0 to n-1. */
export function orderRank(order: readonly number[]): number {
  const left = order.map((_, i) => i);
  let rank = 0;
  for (const thing of order) {
    const place = left.indexOf(thing);
    rank = rank * left.length + place;
    left.splice(place, 1);
  }
  return rank;
}

/** The order at a place among all n! orders. */
export function orderAt(rank: number, count: number): number[] {
  const places: number[] = [];
  let rest = rank;
  for (let size = 1; size <= count; size += 1) {
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  const left = places.map((_, i) => i);
  return places.flatMap((place) => left.splice(place, 1));
}

/** n!; exact up to 18. */
export const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
