/** In milliseconds: then it is done even where the page is never idle. */
const PATIENCE = 30_000;

/** @returns what calls it off */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(work, { timeout: PATIENCE });
    return () => cancelIdleCallback(handle);
  }
  // Safari has no idle callback.
  const timer = setTimeout(work, 1000);
  return () => clearTimeout(timer);
}
