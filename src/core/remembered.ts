/** Keeps what was worked out about a thing for as long as the thing is there. */
export type Remember<V> = (thing: object, key: string, make: () => V) => V;

/**
 * What follows from a thing that never changes is worked out once: the same thing with the same key gives what it
 * gave before.
 * @returns a memory of its own
 */
export function remembered<V>(): Remember<V> {
  const known = new WeakMap<object, { readonly key: string; readonly value: V }>();
  return (thing, key, make) => {
    const before = known.get(thing);
    if (before?.key === key) return before.value;
    const value = make();
    known.set(thing, { key, value });
    return value;
  };
}
