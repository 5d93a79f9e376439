/** Work that may be interrupted after each yield, so that a page can answer a tap in between. */
export type Slices<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function finish<T>(slices: Slices<T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}
