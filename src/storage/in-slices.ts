import type { Slices } from '#core/journal/slices.ts';

/** Milliseconds of work between two chances for the page to answer. */
const SLICE = 8;

/** Does work bit by bit; the page stays quick in between. */
export async function inSlices<T>(slices: Slices<T>): Promise<T> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
    if (performance.now() > until) {
      await new Promise((resume) => setTimeout(resume));
      until = performance.now() + SLICE;
    }
  }
}
