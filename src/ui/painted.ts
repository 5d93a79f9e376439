import { startTransition, useEffect, useState } from 'react';

/**
 * Whether what appeared first has been painted: what is read later can be made after that, and interrupted.
 * @param waits `false` where nobody waits for the first picture: then it counts as painted from the start
 */
export function usePainted(waits: boolean): boolean {
  const [isPainted, setPainted] = useState(!waits);
  useEffect(() => {
    if (isPainted) return undefined;
    let timer = 0;
    // A frame's callback comes before its paint, the turn after it no longer does.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [isPainted]);
  return isPainted;
}
