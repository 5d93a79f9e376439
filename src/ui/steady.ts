import { useLayoutEffect, useRef, useState } from 'react';

/**
 * A handler that stays the same while it does what was given last: parts that it is given to need not be made again.
 * Not to be called while something is rendered.
 */
export function useSteady<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  const [steady] = useState(
    () =>
      (...args: Args) =>
        latest.current(...args),
  );
  return steady;
}
